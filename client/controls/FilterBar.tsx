import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Extent } from "../../data/analysis/table.ts";
import { fullNumber, rangeText, shortRange } from "../../data/chart/format.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import { partsOf } from "../../data/model/day.ts";
import type { Figure, SurgeEvent } from "../../data/model/figure.ts";
import type { View } from "../../data/model/view.ts";
import { later } from "../app/later.ts";
import { Cell } from "./Cell.tsx";
import styles from "./FilterBar.module.css";
import type { Filter } from "./FilterPanel.tsx";
import { type PlatformKey, platformKeys } from "./keys.ts";
import { LaterPopover } from "./LaterPopover.tsx";
import { useMedia, WIDE } from "./media.ts";
import { Segments } from "./Segments.tsx";
import { countriesText, isChanged, sourcesText, topicsOf } from "./words.ts";

const NAMES: Record<Filter, string> = {
  metric: "Metric",
  platforms: "Platforms",
  countries: "Countries",
  topics: "Topics",
  sources: "Sources",
  dates: "Dates",
};
const INTERVALS = [
  ["day", "Day"],
  ["week", "Week"],
  ["month", "Month"],
] as const;
const SCALES = [
  ["log", "Log"],
  ["linear", "Linear"],
] as const;
const LAYOUTS = [
  ["panels", "Panels"],
  ["overlay", "Overlay"],
] as const;
/** Platforms that a cell names; it counts the others. */
const NAMED = 3;

/** What the cells open: fetched when somebody comes near, or once the page has rested. */
const PANEL = later(() => import("./FilterPanel.tsx"));
const REST_MS = 4000;

/** What the bar may have: cells, and the choices at its end. */
export type Control = Filter | "interval" | "scale" | "layout";

export interface FilterBarProps {
  view: View;
  catalog: Catalog;
  /** The days that the view's range means; `null` where it has no data to count from. */
  days: Extent | null;
  /** First and last day with data in this view. */
  extent: Extent | null;
  figures: readonly Figure[];
  events: readonly SurgeEvent[];
  onChange: (view: View) => void;
  /** The server cannot be reached: what needs it is dimmed. */
  offline?: boolean;
  /** The controls that make sense on this page; without it all of them. */
  shows?: readonly Control[];
  /** Where given, a button leads back to the first page while anything differs from it. */
  onReset?: () => void;
}

/** Everything that decides the picture: one line of cells, or one line of words and a sheet on a narrow page. */
export function FilterBar(props: FilterBarProps) {
  const wide = useMedia(WIDE);
  const [sheet, setSheet] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const summaryId = useId();
  useEffect(() => {
    const rest = setTimeout(PANEL.preload, REST_MS);
    return () => clearTimeout(rest);
  }, []);
  const near = { onPointerEnter: PANEL.preload, onFocus: PANEL.preload };
  if (wide)
    return (
      <section className={styles.bar} aria-label="Filters" {...near}>
        <div className={`wrap ${styles.cells}`}>
          <Cells {...props} />
        </div>
      </section>
    );
  const { view, catalog, days } = props;
  const metric = nameOf(catalog.metrics, view.metric).replace(" active", "");
  const countries = view.countries.length > 3 ? `${view.countries.length} countries` : view.countries.join(", ");
  const when = days ? `${shortRange(days.from, days.to)}${sameYear(days) ? ` ${partsOf(days.to).year}` : ""}` : "no days";
  return (
    <section className={styles.bar} aria-label="Filters" {...near}>
      <div className={`wrap ${styles.narrow}`}>
        <button type="button" id={summaryId} className={styles.now} aria-hidden="true" tabIndex={-1} onClick={() => setSheet(true)}>
          <Keys keys={platformKeys(view, catalog)} />
          <span>{[metric, ...((props.shows?.includes("countries") ?? true) ? [countries] : []), when].join(" · ")}</span>
        </button>
        <button
          ref={opener}
          type="button"
          className={styles.opener}
          aria-describedby={summaryId}
          aria-haspopup="dialog"
          aria-expanded={sheet}
          onClick={() => setSheet(true)}
        >
          Filters
        </button>
      </div>
      {sheet && (
        <Sheet
          onClose={() => {
            setSheet(false);
            opener.current?.focus();
          }}
        >
          <Cells {...props} />
        </Sheet>
      )}
    </section>
  );
}

/** The cells at the bottom edge of a narrow page. The page behind is inert for as long as it stands there. */
function Sheet({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const close = () => dialog.current?.close();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press on the scrim; Escape does the same
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-label="Filters"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className={styles.stack}>
        <div className={styles.head}>
          Filters
          <button type="button" className="quiet" aria-label="Close filters" onClick={close}>
            ✕
          </button>
        </div>
        {children}
        <button type="button" className={`primary ${styles.done}`} onClick={close}>
          Show the chart
        </button>
      </div>
    </dialog>
  );
}

function Cells({ onReset, ...props }: FilterBarProps) {
  const { view, catalog, days, onChange } = props;
  const [open, setOpen] = useState<Filter | null>(null);
  const has = (control: Control) => props.shows?.includes(control) ?? true;
  const cell = (filter: Filter, value: ReactNode, title?: string, label = NAMES[filter]) =>
    has(filter) && (
      <Cell
        label={label}
        value={value}
        title={title}
        wide={filter === "dates"}
        dim={props.offline === true && filter !== "dates"}
        open={open === filter}
        onOpen={(now) => setOpen((before) => (now ? filter : before === filter ? null : before))}
      >
        {(close) => (
          <LaterPopover part={PANEL} label={NAMES[filter]} onClose={close}>
            {({ FilterPanel }) => <FilterPanel filter={filter} {...props} onDone={() => close(true)} />}
          </LaterPopover>
        )}
      </Cell>
    );
  const keys = platformKeys(view, catalog);
  const hasTopics = topicsOf(view.metric, catalog).length > 1 || view.topics.length > 1;
  const topics = view.topics.length === 1 ? nameOf(catalog.topics, view.topics[0] ?? "") : `${view.topics.length} topics`;
  return (
    <>
      {cell("metric", nameOf(catalog.metrics, view.metric))}
      {cell("platforms", <PlatformNames keys={keys} />, names(catalog.platforms, view.platforms))}
      {cell("countries", countriesText(view, catalog), names(catalog.countries, view.countries))}
      {hasTopics && cell("topics", topics, names(catalog.topics, view.topics))}
      {cell("sources", sourcesText(view, catalog))}
      {cell("dates", days ? rangeText(days.from, days.to) : "no data", undefined, datesLabel(view, days))}
      {onReset && isChanged(view) && (
        <button type="button" className={`quiet ${styles.reset}`} onClick={onReset}>
          Reset
        </button>
      )}
      {has("interval") && (
        <Segments label="Interval" value={view.interval} options={INTERVALS} onChange={(interval) => onChange({ ...view, interval })} />
      )}
      {has("scale") && <Segments label="Scale" value={view.scale} options={SCALES} onChange={(scale) => onChange({ ...view, scale })} />}
      {has("layout") && (
        <Segments label="Layout" value={view.layout} options={LAYOUTS} onChange={(layout) => onChange({ ...view, layout })} />
      )}
    </>
  );
}

function PlatformNames({ keys }: { keys: readonly PlatformKey[] }) {
  if (keys.length === 0) return "None";
  return (
    <>
      {keys.slice(0, NAMED).map((key) => (
        <span key={key.id} className={styles.platform}>
          <Keys keys={[key]} /> {key.name}
        </span>
      ))}
      {keys.length > NAMED && `+${keys.length - NAMED}`}
    </>
  );
}

function Keys({ keys }: { keys: readonly PlatformKey[] }) {
  return keys.map((key) => <span key={key.id} className="key" style={{ background: `var(--${key.color})` }} />);
}

function datesLabel(view: View, days: Extent | null): string {
  const count = days ? days.to - days.from + 1 : 0;
  const noun = count === 1 ? "day" : "days";
  if (!days) return "Dates";
  const many = `${fullNumber(count)} ${noun}`;
  if (view.range === "all") return `Dates, all ${many}`;
  return "last" in view.range ? `Dates, last ${many}` : `Dates, ${many}`;
}

function sameYear(days: Extent): boolean {
  return partsOf(days.from).year === partsOf(days.to).year;
}

function nameOf(entries: readonly { id: string; name: string }[], id: string): string {
  return entries.find((entry) => entry.id === id)?.name ?? id;
}

function names(entries: readonly { id: string; name: string }[], ids: readonly string[]): string {
  return ids.map((id) => nameOf(entries, id)).join(", ");
}
