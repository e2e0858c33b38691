import { type ReactElement, useEffect, useState } from "react";
import { patched } from "../../../data/analysis/patched.ts";
import { extentOf, resolveRange } from "../../../data/analysis/table.ts";
import { countChanges } from "../../../data/chart/changes.ts";
import type { Cut } from "../../../data/chart/cut.ts";
import { sentences } from "../../../data/chart/description.ts";
import { numberOf } from "../../../data/model/day.ts";
import type { View } from "../../../data/model/view.ts";
import type { Loaded } from "../../app/api.ts";
import { fullNumber } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { speech } from "../../charts/speech.ts";
import { ChangesTable } from "./ChangesTable.tsx";
import type { Changes } from "./changes.ts";
import { CHANGES } from "./changes-words.ts";
import { compareWith } from "./compare-with.ts";
import styles from "./Growth.module.css";
import { type LaterVintage, loadChanges } from "./load-changes.ts";
import { Newer } from "./States.tsx";
import { GROWTH } from "./words.ts";

export interface ChangesProps {
  cut: Cut;
  loaded: Loaded;
  onRead: (changes: Changes) => void;
  onChange: (view: View) => void;
  onLive: () => void;
}

/** How much of a pinned view is other by now; nothing where nothing is. */
export function ChangesBar({ cut, loaded, onRead, onChange, onLive }: ChangesProps): ReactElement | null {
  const { view } = cut;
  const against = againstOf(view, loaded);
  const [read, setRead] = useState<{ loaded: Loaded; later: LaterVintage } | "failed" | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: who is told is the same whoever tells
  useEffect(() => {
    const abort = new AbortController();
    loadChanges(loaded, against, abort.signal).then(
      (later) => {
        if (abort.signal.aborted) return;
        setRead({ loaded, later });
        onRead({
          loaded,
          compare: compareWith(later, loaded),
          table: (now) => <ChangesTable cut={now} loaded={loaded} later={later} />,
        });
      },
      () => !abort.signal.aborted && setRead("failed"),
    );
    return () => abort.abort();
  }, [loaded, against]);
  if (read === "failed" || (read?.loaded === loaded && read.later.cut)) return <Newer loaded={loaded} onLive={onLive} />;
  if (read?.loaded !== loaded || read.later.vintage !== against) return null;
  const words = wordsOf(CHANGES);
  const told = toldOf(cut, loaded, read.later);
  if (told === null) return null;
  const isDrawn = view.against !== "";
  const isSmall = view.layout === "countries";
  return (
    <div className={styles.newer} role="status" data-newer="">
      <p>
        {sentences(speech(), [
          told.text,
          isDrawn && told.hasValues ? (isSmall ? words.notDrawn : words.drawn(loaded.catalog.vintage, against)) : "",
        ])}
      </p>
      {told.hasValues && (
        <button
          type="button"
          className={styles.nearest}
          aria-pressed={isDrawn}
          onClick={() => onChange({ ...view, against: isDrawn ? "" : String(against) })}
        >
          {isDrawn ? words.hide : words.see}
        </button>
      )}
      <button type="button" className={styles.nearest} onClick={onLive}>
        {wordsOf(GROWTH).live}
      </button>
    </div>
  );
}

/** The vintage to compare with: the one of the address where it is a later one, else the newest. */
function againstOf({ against }: View, { catalog, newest }: Loaded): number {
  const asked = Number(against);
  return asked > catalog.vintage && asked <= newest ? asked : newest;
}

function toldOf({ view, range }: Cut, loaded: Loaded, { diffs, figures }: LaterVintage): { text: string; hasValues: boolean } | null {
  // A range that counts from the last day may have moved on with the data.
  const moved = resolveRange(view.range, extentOf(patched(loaded.series, diffs))) ?? range;
  const days = { from: range.from, to: Math.max(range.to, moved.to) };
  const { shown, changed, added } = countChanges(loaded.series, diffs, days);
  const others = view.figures
    ? figures.filter((one) => one.metric_id === view.metric && numberOf(one.date_to) >= days.from && numberOf(one.date_from) <= days.to)
    : [];
  if (changed + added + others.length === 0) return null;
  const count = (number: number) => (number > 0 ? fullNumber(number) : null);
  const text = wordsOf(CHANGES).exist(
    changed > 0 ? { changed: fullNumber(changed), shown: fullNumber(shown) } : null,
    count(added),
    count(others.length),
  );
  return { text, hasValues: changed + added > 0 };
}
