import type { ReactNode } from "react";
import { wordsOf } from "../app/language.ts";
import { type Later, later } from "../app/later.ts";
import { HEADER } from "../app/words.ts";
import styles from "./LaterPopover.module.css";
import { PartFailed } from "./PartFailed.tsx";

/** A first visit opens none. */
const SHELL = later(() => import("./Popover.tsx"));

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
  const shell = SHELL.use();
  if (module === undefined || shell === undefined) return null;
  if (shell === "failed") return <PartFailed onClose={() => popover.onClose(true)} />;
  return (
    <shell.Popover {...popover}>
      {module === "failed" ? (
        <p className={styles.failed} role="alert">
          {wordsOf(HEADER).partFailed}
        </p>
      ) : (
        children(module)
      )}
    </shell.Popover>
  );
}
