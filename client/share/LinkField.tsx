import type { ReactElement, Ref } from "react";
import styles from "./LinkField.module.css";

/** A link to be copied: focus selects all of it, where a reader must copy by hand. */
export function LinkField({ ref, label, link }: { ref: Ref<HTMLInputElement>; label: string; link: string }): ReactElement {
  return <input ref={ref} readOnly className={styles.link} aria-label={label} value={link} onFocus={(event) => event.target.select()} />;
}
