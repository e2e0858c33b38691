import { useMemo } from "react";
import type { Extent } from "../../data/analysis/table.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import { dayOf } from "../../data/model/day.ts";
import type { Figure, SurgeEvent } from "../../data/model/figure.ts";
import type { Range, View } from "../../data/model/view.ts";
import { wordsOf } from "../app/language.ts";
import { later } from "../app/later.ts";
import styles from "./DatePopover.module.css";
import { dayDots } from "./dots.ts";
import { platformKeys } from "./keys.ts";
import { PANEL } from "./panel-words.ts";
import { presets, sameRange } from "./presets.ts";
import { TypedDates } from "./TypedDates.tsx";
import { CONTROLS } from "./words.ts";

const CALENDAR = later(() => import("./Calendar.tsx"));

/** Presets, two typed dates and a calendar: three ways to say the same range. */
export function DatePopover({
  view,
  days,
  extent,
  catalog,
  figures,
  events,
  onChange,
  onDone,
}: {
  view: View;
  days: Extent | null;
  extent: Extent | null;
  catalog: Pick<Catalog, "platforms">;
  figures: readonly Figure[];
  events: readonly SurgeEvent[];
  onChange: (range: Range) => void;
  onDone: () => void;
}) {
  const words = wordsOf(PANEL);
  const { presets: presetsLabel, done } = wordsOf(CONTROLS);
  const calendar = CALENDAR.use();
  const dots = useMemo(() => dayDots(view, figures, events), [view, figures, events]);
  const keys = useMemo(() => platformKeys(view, catalog), [view, catalog]);
  const choose = ({ from, to }: Extent) => onChange({ from: dayOf(from), to: dayOf(to) });
  const all = presets(extent);
  const first = all.find((preset) => sameRange(preset.range, view.range)) ?? all[0];
  return (
    <div className={styles.dates}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and these are buttons */}
      <div className={styles.presets} role="group" aria-label={presetsLabel}>
        {all.map((preset) => (
          <button
            key={preset.name}
            type="button"
            disabled={preset.range === null}
            aria-pressed={sameRange(preset.range, view.range)}
            data-first={preset === first ? "" : undefined}
            onClick={() => preset.range && onChange(preset.range)}
          >
            {preset.name}
            <small>{preset.days}</small>
          </button>
        ))}
      </div>
      <div className={styles.body}>
        <TypedDates days={days} onChoose={choose} />
        <div className={styles.calendar}>
          {calendar === "failed" ? (
            <p role="alert">{words.noCalendar}</p>
          ) : (
            calendar && <calendar.Calendar days={days} dots={dots} keys={keys} onChoose={choose} />
          )}
        </div>
        <div className={styles.foot}>
          <ul>
            {keys.map((key) => (
              <li key={key.id}>
                <b style={{ background: `var(--${key.color})` }} />
                {words.figureOf(key.name)}
              </li>
            ))}
            <li>
              <b className={styles.tick} />
              {words.event}
            </li>
          </ul>
          <button type="button" className="primary" onClick={onDone}>
            {done}
          </button>
        </div>
      </div>
    </div>
  );
}
