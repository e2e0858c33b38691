import { type ReactElement, useState } from "react";
import { PartFailed } from "../controls/PartFailed.tsx";
import type { Place } from "./address.ts";
import styles from "./Header.module.css";
import { wordsOf } from "./language.ts";
import { later } from "./later.ts";
import { useShortcut } from "./shortcut.ts";
import { toTable } from "./to-table.ts";
import { HEADER } from "./words.ts";

const HELP = later(() => import("./KeyboardHelp.tsx"));

/** What the keys of the page do. `?` opens it, too. */
export function HelpButton({ page }: { page: Place }): ReactElement {
  const [open, setOpen] = useState(false);
  useShortcut("?", () => setOpen(true));
  useShortcut("t", toTable);
  const words = wordsOf(HEADER);
  return (
    <>
      <button
        type="button"
        className={`quiet ${styles.help}`}
        aria-label={words.keys}
        title={words.keys}
        aria-haspopup="dialog"
        aria-keyshortcuts="?"
        onPointerEnter={HELP.preload}
        onFocus={HELP.preload}
        onClick={() => setOpen(true)}
      >
        ?
      </button>
      {open && <LateHelp page={page} onClose={() => setOpen(false)} />}
    </>
  );
}

function LateHelp({ page, onClose }: { page: Place; onClose: () => void }): ReactElement | null {
  const help = HELP.use();
  if (help === "failed") return <PartFailed onClose={onClose} />;
  return help ? <help.KeyboardHelp page={page} onClose={onClose} /> : null;
}
