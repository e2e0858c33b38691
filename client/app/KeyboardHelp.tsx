import { type ReactElement, useEffect, useId, useRef, useState } from "react";
import type { Place } from "./address.ts";
import { HELP, type KeyGroup } from "./help-words.ts";
import styles from "./KeyboardHelp.module.css";
import { wordsOf } from "./language.ts";
import { singleKeys, switchSingleKeys } from "./shortcut.ts";

/** What has keys of its own on each page, in the order in which the page has it. */
const GROUPS: Record<Place, readonly KeyGroup[]> = {
  story: ["chart"],
  growth: ["lists", "chart", "base", "strip"],
  map: ["lists", "days", "map"],
  countries: ["lists", "chart"],
  topics: ["lists", "chart"],
  evidence: ["lists", "figures"],
  data: ["calendar"],
  method: [],
  shares: [],
  nowhere: [],
};

/** Where a group, or a key, has something to work on; the others always have. */
const WORKS_ON: Partial<Record<string, string>> = {
  chart: "[data-chart]",
  figures: "[data-chart]",
  base: "[data-mark=base]",
  S: "[aria-keyshortcuts=S]",
  T: "[data-table]",
};

const works = (what: string) => !WORKS_ON[what] || document.querySelector(WORKS_ON[what]) !== null;

/** Keys that are pressed alone, wherever on the page. */
const ALONE = ["?", "S", "T"];

/** All keys that work on the page as it is shown. The page behind is inert, and has its focus back when this closes. */
export function KeyboardHelp({ page, onClose }: { page: Place; onClose: () => void }): ReactElement {
  const words = wordsOf(HELP);
  const dialog = useRef<HTMLDialogElement>(null);
  const [single, setSingle] = useState(singleKeys);
  const [groups] = useState(() => (["everywhere", ...GROUPS[page]] as const).filter(works));
  const [alone] = useState(() => ALONE.filter(works));
  const id = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const close = () => dialog.current?.close();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the dialog; Escape does the same
    <dialog
      ref={dialog}
      className={styles.help}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className={styles.inside}>
        <div className={styles.head}>
          <h2 id={id}>{words.title}</h2>
          <button type="button" className="quiet" aria-label={words.close} onClick={close}>
            ✕
          </button>
        </div>
        {groups.map((group) => (
          <section key={group}>
            <h3>{words.groups[group].title}</h3>
            <dl>
              {words.groups[group].keys
                .filter(([keys]) => keys.some((key) => !ALONE.includes(key) || alone.includes(key)))
                .map(([keys, what]) => (
                  <div key={what}>
                    <dt>
                      {keys.map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </dt>
                    <dd>{what}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <label className={styles.single}>
          <input
            type="checkbox"
            checked={single}
            onChange={({ target }) => {
              switchSingleKeys(target.checked);
              setSingle(target.checked);
            }}
          />
          {words.single(alone)}
        </label>
      </div>
    </dialog>
  );
}
