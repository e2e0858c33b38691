import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Extent } from "../../data/analysis/table.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import { partsOf } from "../../data/model/day.ts";
import type { Figure, SurgeEvent } from "../../data/model/figure.ts";
import type { View } from "../../data/model/view.ts";
import { fullNumber, rangeText, shortRange } from "../app/format.ts";
import { language, wordsOf } from "../app/language.ts";
import { later } from "../app/later.ts";
import { Cell } from "./Cell.tsx";
import styles from "./FilterBar.module.css";
import type { Filter } from "./FilterPanel.tsx";
import { type PlatformKey, platformKeys } from "./keys.ts";
import { LaterPopover } from "./LaterPopover.tsx";
import { useMedia, WIDE } from "./media.ts";
import { Segments } from "./Segments.tsx";
import { countriesText, isChanged, sourcesText, topicsOf } from "./summary.ts";
import { CONTROLS } from "./words.ts";

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
  /** Cells of the page's own, after the others. */
  own?: ReactNode;
  /** What the one line of a narrow page says instead of metric, countries and days. */
  brief?: string;
  /** Where given, a button leads back to the first page while anything differs from it. */
  onReset?: () => void;
}

/** Everything that decides the picture: one line of cells, or one line of words and a sheet on a narrow page. */
export function FilterBar(props: FilterBarProps) {
  const words = wordsOf(CONTROLS);
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
      <section className={styles.bar} aria-label={words.filters} {...near}>
        <div className={`wrap ${styles.cells}`}>
          <Cells {...props} />
        </div>
      </section>
    );
  const { view, catalog, days } = props;
  const metric = words.brief(nameOf(catalog.metrics, view.metric));
  const countries = view.countries.length > 3 ? words.countries(view.countries.length) : view.countries.join(", ");
  const when = days ? (language() === "en" ? briefDays(days) : rangeText(days.from, days.to)) : words.noDays;
  return (
    <section className={styles.bar} aria-label={words.filters} {...near}>
      <div className={`wrap ${styles.narrow}`}>
        <button type="button" id={summaryId} className={styles.now} aria-hidden="true" tabIndex={-1} onClick={() => setSheet(true)}>
          <Keys keys={platformKeys(view, catalog)} />
          <span>{props.brief ?? [metric, ...((props.shows?.includes("countries") ?? true) ? [countries] : []), when].join(" · ")}</span>
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
          {words.filters}
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
  const words = wordsOf(CONTROLS);
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
      aria-label={words.filters}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div className={styles.stack}>
        <div className={styles.head}>
          {words.filters}
          <button type="button" className="quiet" aria-label={words.close} onClick={close}>
            ✕
          </button>
        </div>
        {children}
        <button type="button" className={`primary ${styles.done}`} onClick={close}>
          {words.show}
        </button>
      </div>
    </dialog>
  );
}

function Cells({ onReset, ...props }: FilterBarProps) {
  const words = wordsOf(CONTROLS);
  const { view, catalog, days, onChange } = props;
  const [open, setOpen] = useState<Filter | null>(null);
  const has = (control: Control) => props.shows?.includes(control) ?? true;
  const cell = (filter: Filter, value: ReactNode, title?: string, label = words.filter[filter]) =>
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
          <LaterPopover part={PANEL} label={words.filter[filter]} onClose={close}>
            {({ FilterPanel }) => <FilterPanel filter={filter} {...props} onDone={() => close(true)} />}
          </LaterPopover>
        )}
      </Cell>
    );
  const keys = platformKeys(view, catalog);
  const hasTopics = topicsOf(view.metric, catalog).length > 1 || view.topics.length > 1;
  const topics = view.topics.length === 1 ? nameOf(catalog.topics, view.topics[0] ?? "") : words.topics(view.topics.length);
  return (
    <>
      {cell("metric", nameOf(catalog.metrics, view.metric))}
      {cell("platforms", <PlatformNames keys={keys} />, names(catalog.platforms, view.platforms))}
      {cell("countries", countriesText(view, catalog), names(catalog.countries, view.countries))}
      {hasTopics && cell("topics", topics, names(catalog.topics, view.topics))}
      {cell("sources", sourcesText(view, catalog))}
      {cell("dates", days ? rangeText(days.from, days.to) : words.noData, undefined, datesLabel(view, days))}
      {props.own}
      {onReset && isChanged(view) && (
        <button type="button" className={`quiet ${styles.reset}`} onClick={onReset}>
          {words.reset}
        </button>
      )}
      {has("interval") && (
        <Segments
          label={words.interval}
          value={view.interval}
          options={words.intervals}
          onChange={(interval) => onChange({ ...view, interval })}
        />
      )}
      {has("scale") && (
        <Segments label={words.scale} value={view.scale} options={words.scales} onChange={(scale) => onChange({ ...view, scale })} />
      )}
      {has("layout") && (
        <Segments label={words.layout} value={view.layout} options={words.layouts} onChange={(layout) => onChange({ ...view, layout })} />
      )}
    </>
  );
}

function PlatformNames({ keys }: { keys: readonly PlatformKey[] }) {
  if (keys.length === 0) return wordsOf(CONTROLS).nothing;
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
  const words = wordsOf(CONTROLS);
  if (!days) return words.filter.dates;
  const count = days.to - days.from + 1;
  return words.dates(fullNumber(count), count === 1, view.range === "all" ? "all" : "last" in view.range ? "last" : "days");
}

function briefDays({ from, to }: Extent): string {
  const { year } = partsOf(to);
  return `${shortRange(from, to)}${partsOf(from).year === year ? ` ${year}` : ""}`;
}

function nameOf(entries: readonly { id: string; name: string }[], id: string): string {
  return entries.find((entry) => entry.id === id)?.name ?? id;
}

function names(entries: readonly { id: string; name: string }[], ids: readonly string[]): string {
  return ids.map((id) => nameOf(entries, id)).join(", ");
}
