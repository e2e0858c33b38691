import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { wordsOf } from "../app/language.ts";
import styles from "./Popover.module.css";
import { CONTROLS } from "./words.ts";

/** Room between a popover and the edge of the window. */
const EDGE = 16;

/**
 * What a button opens, beside it in the page; on a narrow page a sheet at the bottom edge. It takes the focus (an
 * element with `data-first` first), and closes on Escape, on a press elsewhere and when the focus leaves.
 */
export function Popover({
  label,
  onClose,
  className,
  children,
}: {
  label: string;
  /** `returnFocus`: whether the reader closed it and did not go on to something else. */
  onClose: (returnFocus: boolean) => void;
  className?: string;
  children: ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });

  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const beyond = element.getBoundingClientRect().right - (document.documentElement.clientWidth - EDGE);
    if (beyond > 0) element.style.setProperty("--shift", `${-beyond}px`);
    const first = element.querySelector<HTMLElement>("[data-first]");
    // On a touch screen a focused field would raise the keyboard over the list.
    const typing = first instanceof HTMLInputElement && matchMedia("(pointer: coarse)").matches;
    (first && !typing ? first : element).focus({ preventScroll: true });
  }, []);

  useEffect(() => {
    // A button at the lower edge opens something below it; only now does it have its height.
    const turn = requestAnimationFrame(() => place.current?.scrollIntoView?.({ block: "nearest" }));
    return () => cancelAnimationFrame(turn);
  }, []);

  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      const anchor = place.current?.parentElement;
      if (event.target instanceof Node && !anchor?.contains(event.target)) close.current(false);
    };
    document.addEventListener("pointerdown", onPress);
    return () => document.removeEventListener("pointerdown", onPress);
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // else a sheet around it would close as well
    event.stopPropagation();
    onClose(true);
  };
  const onBlur = (event: FocusEvent) => {
    const next = event.relatedTarget;
    if (next instanceof Node && !place.current?.parentElement?.contains(next)) onClose(false);
  };
  return (
    <>
      <div className={styles.scrim} onPointerDown={() => onClose(true)} />
      <div
        ref={place}
        role="dialog"
        aria-label={label}
        tabIndex={-1}
        className={className ? `${styles.popover} ${className}` : styles.popover}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      >
        <div className={styles.head}>
          <span aria-hidden="true">{label}</span>
          <button type="button" className="quiet" onClick={() => onClose(true)}>
            {wordsOf(CONTROLS).done}
          </button>
        </div>
        {children}
      </div>
    </>
  );
}
