import { useId } from "react";
import { OWN_ONSET } from "../../data/analysis/align.ts";
import { measureUnit } from "../../data/analysis/measure.ts";
import type { Extent } from "../../data/analysis/table.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import { dayNumber, dayOf, numberOf, partsOf } from "../../data/model/day.ts";
import type { SurgeEvent } from "../../data/model/figure.ts";
import { MEASURES, type Measure, type View } from "../../data/model/view.ts";
import { dayWithYear } from "../app/format.ts";
import { wordsOf } from "../app/language.ts";
import styles from "./MeasurePanel.module.css";
import { MEASURE_PANEL } from "./measure-words.ts";
import { TypedDay } from "./TypedDay.tsx";

const YEAR = 364;

export interface MeasurePanelProps {
  view: View;
  catalog: Pick<Catalog, "metrics">;
  events: readonly SurgeEvent[];
  days: Extent;
  onChange: (view: View) => void;
}

/** What is drawn of each value, where lines begin, and what they are compared with. */
export function MeasurePanel({ view, catalog, events, days, onChange }: MeasurePanelProps) {
  const words = wordsOf(MEASURE_PANEL);
  const name = useId();
  const metric = catalog.metrics.find((known) => known.id === view.metric);
  const isShown = (measure: Measure) => !metric || measureUnit(measure, metric) !== null;
  const { year } = partsOf(days.from);
  return (
    <div className={styles.panel}>
      <fieldset className={styles.part}>
        <legend className={styles.title}>{words.measure}</legend>
        {MEASURES.map((measure) => {
          const [label, detail] = words.choices[measure];
          const refused = metric?.over_time === "min" ? words.noneOfRanks : words.notShared;
          return (
            <label key={measure} className={styles.choice}>
              <input
                type="radio"
                name={name}
                checked={view.measure === measure}
                disabled={!isShown(measure)}
                data-first={view.measure === measure ? "" : undefined}
                onChange={() => onChange({ ...view, measure, base: measure === "index" ? view.base : "" })}
              />
              <span>
                {label}
                <small>{isShown(measure) ? detail : refused}</small>
              </span>
            </label>
          );
        })}
        {view.measure === "index" && isShown("index") && <Base view={view} year={year} onChange={onChange} />}
      </fieldset>
      <Begin view={view} events={events} onChange={onChange} />
      <Second view={view} days={days} onChange={onChange} />
    </div>
  );
}

function Base({ view, year, onChange }: Pick<MeasurePanelProps, "view" | "onChange"> & { year: number }) {
  const words = wordsOf(MEASURE_PANEL);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset within a fieldset says its name twice
    <div role="group" aria-label={words.base}>
      <div className={styles.row}>
        <button type="button" aria-pressed={view.base === ""} onClick={() => onChange({ ...view, base: "" })}>
          {words.own}
        </button>
        <TypedDay
          label={words.baseDay}
          day={dayNumber(view.base) ?? null}
          year={year}
          onChoose={(day) => onChange({ ...view, base: dayOf(day) })}
        />
      </div>
      <p className={styles.note}>{words.baseHint}</p>
    </div>
  );
}

function Begin({ view, events, onChange }: Pick<MeasurePanelProps, "view" | "events" | "onChange">) {
  const words = wordsOf(MEASURE_PANEL);
  const id = useId();
  const own = events.filter((event) => event.platforms.some((platform) => view.platforms.includes(platform)));
  const isKnown = view.align === "" || view.align === OWN_ONSET || own.some((event) => event.slug === view.align);
  return (
    <div className={styles.part}>
      <label className={styles.title} htmlFor={id}>
        {words.begin}
      </label>
      <select
        id={id}
        value={view.align}
        onChange={(event) => onChange({ ...view, align: event.target.value, compare: event.target.value === "" ? view.compare : "" })}
      >
        <option value="">{words.calendar}</option>
        <option value={OWN_ONSET}>{words.onset}</option>
        {!isKnown && <option value={view.align}>{view.align}</option>}
        {own
          .toSorted((a, b) => a.date.localeCompare(b.date))
          .map((event) => (
            <option key={event.slug} value={event.slug}>
              {words.event(event.short, dayWithYear(numberOf(event.date)))}
            </option>
          ))}
      </select>
    </div>
  );
}

function Second({ view, days, onChange }: Pick<MeasurePanelProps, "view" | "days" | "onChange">) {
  const words = wordsOf(MEASURE_PANEL);
  const length = days.to - days.from + 1;
  const choose = (compare: View["compare"]) => onChange({ ...view, compare, align: compare === "" ? view.align : "" });
  const choices = [
    ["", words.none],
    [dayOf(days.from - Math.ceil(length / 7) * 7), words.before],
    [dayOf(days.from - YEAR), words.year],
  ] as const;
  return (
    <fieldset className={styles.part}>
      <legend className={styles.title}>{words.compare}</legend>
      <div className={styles.row}>
        {choices.map(([compare, label]) => (
          <button key={label} type="button" aria-pressed={view.compare === compare} onClick={() => choose(compare)}>
            {label}
          </button>
        ))}
        <TypedDay
          label={words.from}
          day={dayNumber(view.compare) ?? null}
          year={partsOf(days.from).year}
          onChoose={(day) => choose(dayOf(day))}
        />
      </div>
      <p className={styles.note}>{words.shifted}</p>
    </fieldset>
  );
}
