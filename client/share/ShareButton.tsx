import { useRef, useState } from "react";
import { wordsOf } from "../app/language.ts";
import { later } from "../app/later.ts";
import { useShortcut } from "../app/shortcut.ts";
import { HEADER } from "../app/words.ts";
import { LaterPopover } from "../controls/LaterPopover.tsx";
import styles from "./ShareButton.module.css";
import type { ShareProps } from "./ShareForm.tsx";

const FORM = later(() => import("./ShareForm.tsx"));

/** What holds the view in a link, and the link. `S` opens it, too. */
export function ShareButton(props: ShareProps) {
  const words = wordsOf(HEADER);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useShortcut("s", () => setOpen(true));
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
        {words.share}{" "}
        <span className={styles.shortcut} aria-hidden="true">
          S
        </span>
      </button>
      {open && (
        <LaterPopover
          part={FORM}
          label={props.isPage ? words.sharePage : words.shareView}
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
