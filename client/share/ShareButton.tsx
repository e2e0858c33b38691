import { useEffect, useRef, useState } from "react";
import type { View } from "../../data/model/view.ts";
import { LaterPopover } from "../controls/LaterPopover.tsx";
import { later } from "../controls/later.ts";
import styles from "./ShareButton.module.css";

const FORM = later(() => import("./ShareForm.tsx"));

export interface ShareButtonProps {
  view: View;
  /** Number of the vintage on the page; 0 where the store is empty. */
  vintage: number;
  /** The full address of a view. */
  addressOf: (view: View) => string;
}

/** What holds the view in a link, and the link. `S` opens it, too. */
export function ShareButton(props: ShareButtonProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "s" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable], [role=dialog], dialog"))
        return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <div className={styles.place}>
      <button
        ref={button}
        type="button"
        className="primary"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-keyshortcuts="S"
        onPointerEnter={FORM.preload}
        onFocus={FORM.preload}
        onClick={() => setOpen(!open)}
      >
        Share{" "}
        <span className={styles.shortcut} aria-hidden="true">
          S
        </span>
      </button>
      {open && (
        <LaterPopover
          part={FORM}
          label="Share this view"
          className={styles.popover}
          onClose={(returnFocus) => {
            setOpen(false);
            if (returnFocus) button.current?.focus();
          }}
        >
          {({ ShareForm }) => <ShareForm {...props} />}
        </LaterPopover>
      )}
    </div>
  );
}
