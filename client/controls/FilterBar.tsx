import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Extent } from "../../data/analysis/table.ts";
import { rangeText, shortRange } from "../../data/chart/format.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import { partsOf } from "../../data/model/day.ts";
import type { Figure, SurgeEvent } from "../../data/model/figure.ts";
import { sourcesOf, type View } from "../../data/model/view.ts";
import { Cell } from "./Cell.tsx";
import { Check } from "./Check.tsx";
import {
  addsUp,
  countriesText,
  isChanged,
  sourcesText,
  toggled,
  topicsOf,
  withCountries,
  withMetric,
  withSource,
  withSources,
} from "./choices.ts";
import { DatePopover } from "./DatePopover.tsx";
import { type PlatformKey, platformKeys } from "./dots.ts";
import styles from "./FilterBar.module.css";
import { Listbox } from "./Listbox.tsx";
import { useMedia, WIDE } from "./media.ts";
import { countryOptions, metricOptions, platformOptions, sourceOptions, topicOptions } from "./options.ts";
import { Segments } from "./Segments.tsx";

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
  /** Where given, a button leads back to the first page while anything differs from it. */
  onReset?: () => void;
}

/** Everything that decides the picture: one line of cells, or one line of words and a sheet on a narrow page. */
export function FilterBar(props: FilterBarProps) {
  const wide = useMedia(WIDE);
  const [sheet, setSheet] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const summaryId = useId();
  if (wide)
    return (
      <section className={styles.bar} aria-label="Filters">
        <div className={`wrap ${styles.cells}`}>
          <Cells {...props} />
        </div>
      </section>
    );
  const { view, catalog, days } = props;
  const metric = nameOf(catalog.metrics, view.metric).replace(" active", "");
  const when = days ? `${shortRange(days.from, days.to)}${sameYear(days) ? ` ${partsOf(days.to).year}` : ""}` : "no days";
  return (
    <section className={styles.bar} aria-label="Filters">
      <div className={`wrap ${styles.narrow}`}>
        <button type="button" id={summaryId} className={styles.now} aria-hidden="true" tabIndex={-1} onClick={() => setSheet(true)}>
          <Keys keys={platformKeys(view, catalog)} />
          <span>
            {[metric, view.countries.length > 3 ? `${view.countries.length} countries` : view.countries.join(", "), when].join(" · ")}
          </span>
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

type Filter = "metric" | "platforms" | "countries" | "topics" | "sources" | "dates";

function Cells({ view, catalog, days, extent, figures, events, onChange, onReset }: FilterBarProps) {
  const [open, setOpen] = useState<Filter | null>(null);
  const cell = (filter: Filter) => ({
    open: open === filter,
    onOpen: (now: boolean) => setOpen((before) => (now ? filter : before === filter ? null : before)),
  });
  const keys = platformKeys(view, catalog);
  const sources = sourcesOf(view, catalog);
  const countries = view.countries.map((id) => nameOf(catalog.countries, id)).join(", ");
  const platformOrder = catalog.platforms.map((platform) => platform.id);
  const hasTopics = topicsOf(view.metric, catalog).length > 1 || view.topics.length > 1;
  return (
    <>
      <Cell label="Metric" value={nameOf(catalog.metrics, view.metric)} {...cell("metric")}>
        {(close) => (
          <Listbox
            label="Metrics"
            options={metricOptions(view, catalog, figures)}
            chosen={[view.metric]}
            onChoose={(id) => {
              onChange(withMetric(view, id, catalog));
              close();
            }}
          />
        )}
      </Cell>
      <Cell label="Platforms" value={<PlatformNames keys={keys} />} title={keys.map((key) => key.name).join(", ")} {...cell("platforms")}>
        {() => (
          <Listbox
            label="Platforms"
            options={platformOptions(view, catalog, figures)}
            chosen={view.platforms}
            onChoose={(id) => onChange({ ...view, platforms: toggled(view.platforms, id, platformOrder) })}
            onOnly={(id) => onChange({ ...view, platforms: [id] })}
          />
        )}
      </Cell>
      <Cell label="Countries" value={countriesText(view, catalog)} title={countries} {...cell("countries")}>
        {() => (
          <>
            <Listbox
              label="Countries"
              options={countryOptions(view, catalog, figures)}
              chosen={view.countries}
              onChoose={(id) => onChange(withCountries(view, toggled(view.countries, id)))}
              onOnly={(id) => onChange(withCountries(view, [id]))}
            />
            {addsUp(view, catalog) && (
              <div className={styles.more}>
                <Check
                  label="Add them up (one line)"
                  checked={view.sum}
                  onChange={(sum) => onChange({ ...view, sum, partial: sum && view.partial })}
                />
                {view.sum && (
                  <Check
                    label="also on days when some are missing"
                    detail="The line says how many reported."
                    checked={view.partial}
                    onChange={(partial) => onChange({ ...view, partial })}
                  />
                )}
              </div>
            )}
          </>
        )}
      </Cell>
      {hasTopics && (
        <Cell
          label="Topics"
          value={view.topics.length === 1 ? nameOf(catalog.topics, view.topics[0] ?? "") : `${view.topics.length} topics`}
          title={view.topics.map((id) => nameOf(catalog.topics, id)).join(", ")}
          {...cell("topics")}
        >
          {() => (
            <Listbox
              label="Topics"
              options={topicOptions(view, catalog, figures)}
              chosen={view.topics}
              onChoose={(id) => onChange({ ...view, topics: toggled(view.topics, id) })}
              onOnly={(id) => onChange({ ...view, topics: [id] })}
            />
          )}
        </Cell>
      )}
      <Cell label="Sources" value={sourcesText(view, catalog)} {...cell("sources")}>
        {() => (
          <>
            <div className={styles.first}>
              <Check
                label="Published figures"
                detail="dots and bars: the numbers as they were published"
                checked={view.figures}
                onChange={(shown) => onChange({ ...view, figures: shown })}
              />
            </div>
            <Listbox
              label="Sources"
              options={sourceOptions(view, catalog)}
              chosen={sources}
              onChoose={(id) => onChange(withSource(view, id, catalog))}
              onOnly={(id) => onChange(withSources(view, [id], catalog))}
            />
          </>
        )}
      </Cell>
      <Cell label={datesLabel(view, days)} name="Dates" value={days ? rangeText(days.from, days.to) : "no data"} wide {...cell("dates")}>
        {(close) => (
          <DatePopover
            view={view}
            days={days}
            extent={extent}
            catalog={catalog}
            figures={figures}
            events={events}
            onChange={(range) => onChange({ ...view, range })}
            onDone={close}
          />
        )}
      </Cell>
      {onReset && isChanged(view) && (
        <button type="button" className={`quiet ${styles.reset}`} onClick={onReset}>
          Reset
        </button>
      )}
      <Segments label="Interval" value={view.interval} options={INTERVALS} onChange={(interval) => onChange({ ...view, interval })} />
      <Segments label="Scale" value={view.scale} options={SCALES} onChange={(scale) => onChange({ ...view, scale })} />
      <Segments label="Layout" value={view.layout} options={LAYOUTS} onChange={(layout) => onChange({ ...view, layout })} />
    </>
  );
}

function PlatformNames({ keys }: { keys: readonly PlatformKey[] }) {
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
  if (view.range === "all") return `Dates, all ${count} ${noun}`;
  return "last" in view.range ? `Dates, last ${count} ${noun}` : `Dates, ${count} ${noun}`;
}

function sameYear(days: Extent): boolean {
  return partsOf(days.from).year === partsOf(days.to).year;
}

function nameOf(entries: readonly { id: string; name: string }[], id: string): string {
  return entries.find((entry) => entry.id === id)?.name ?? id;
}
