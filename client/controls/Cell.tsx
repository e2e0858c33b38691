import { type ReactNode, useRef } from "react";
import styles from "./FilterBar.module.css";

/** One labelled cell of the filter bar and, while it is open, what it opens. */
export function Cell({
  label,
  value,
  title,
  open,
  onOpen,
  wide,
  dim = false,
  children,
}: {
  label: string;
  value: ReactNode;
  title?: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  /** Whether it takes the room that is left. */
  wide: boolean;
  /** Whether a choice here could not be followed now. */
  dim?: boolean;
  /** Called with what closes it and may give the focus back to the cell. */
  children: (close: (returnFocus: boolean) => void) => ReactNode;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const close = (returnFocus: boolean) => {
    onOpen(false);
    if (returnFocus) button.current?.focus();
  };
  return (
    <div className={wide ? `${styles.box} ${styles.wide}` : styles.box}>
      <button
        ref={button}
        type="button"
        className={styles.cell}
        aria-haspopup="dialog"
        aria-expanded={open}
        title={title}
        onClick={() => onOpen(!open)}
      >
        <span className={styles.label}>{label}</span> <span className={dim ? `${styles.value} ${styles.dim}` : styles.value}>{value}</span>
      </button>
      {open && children(close)}
    </div>
  );
}
