import { type ReactElement, useEffect } from "react";
import { wordsOf } from "../app/language.ts";
import { HEADER } from "../app/words.ts";
import styles from "./LaterPopover.module.css";

/** Says that what was opened did not come, until Escape or a press anywhere. */
export function PartFailed({ onClose }: { onClose: () => void }): ReactElement {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") onClose();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onClose);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onClose);
    };
  }, [onClose]);
  return (
    <p className={`${styles.failed} ${styles.alone}`} role="alert">
      {wordsOf(HEADER).partFailed}
    </p>
  );
}
