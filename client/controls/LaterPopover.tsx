import type { ReactNode } from "react";
import { wordsOf } from "../app/language.ts";
import type { Later } from "../app/later.ts";
import styles from "./Popover.module.css";
import { Popover } from "./Popover.tsx";
import { CONTROLS } from "./words.ts";

/** A popover whose inside comes when it is first opened. */
export function LaterPopover<Module extends object>({
  part,
  children,
  ...popover
}: {
  part: Later<Module>;
  label: string;
  onClose: (returnFocus: boolean) => void;
  className?: string;
  children: (module: Module) => ReactNode;
}) {
  const module = part.use();
  if (module === undefined) return null;
  return (
    <Popover {...popover}>
      {module === "failed" ? (
        <p className={styles.failed} role="alert">
          {wordsOf(CONTROLS).notLoaded}
        </p>
      ) : (
        children(module)
      )}
    </Popover>
  );
}
