import { type ReactElement, useMemo } from "react";
import type { Extent } from "../../../data/analysis/table.ts";
import { CHART } from "../../../data/chart/chart-words.ts";
import { nameOf } from "../../../data/chart/names.ts";
import { SURGE } from "../../../data/chart/surge-words.ts";
import { numberOf } from "../../../data/model/day.ts";
import type { SurgeEvent } from "../../../data/model/figure.ts";
import { WORLD } from "../../../data/model/slug.ts";
import { SOURCE_KINDS } from "../../../data/model/source.ts";
import { defaultView, sourcesOf, type View } from "../../../data/model/view.ts";
import type { AllLoaded } from "../../app/all-countries.ts";
import { dayWithYear } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import frame from "../page.module.css";
import { arranged } from "./arranged.ts";
import { Chosen } from "./Chosen.tsx";
import styles from "./Countries.module.css";
import { CountriesTable } from "./CountriesTable.tsx";
import type { CountriesDraw, LaterRows } from "./later-rows.ts";
import { type CountryRow, countryRows, hasSeveralSources } from "./rows.ts";
import { type Surges, useSurges } from "./surges.ts";
import { TableTools } from "./TableTools.tsx";
import { COUNTRIES } from "./words.ts";

export interface CountriesBodyProps {
  view: View;
  loaded: AllLoaded;
  range: Extent;
  events: readonly SurgeEvent[];
  pending: boolean;
  /** Draws what a later vintage has otherwise, where the page compares. */
  draw?: CountriesDraw | null;
  onChange: (view: View, tag?: string) => void;
  onVisit: (page: "growth", view: View) => void;
}

const NO_SERIES: never[] = [];
/** Rows that a sentence names. */
const MOST_NAMED = 5;

/** The sentence, the chart of the chosen rows, and the table. */
export function CountriesBody({ view, loaded, range, events, pending, draw = null, onChange, onVisit }: CountriesBodyProps): ReactElement {
  const words = wordsOf(COUNTRIES);
  const metric = loaded.catalog.metrics.find((known) => known.id === view.metric);
  const ranked = metric?.over_time === "min";
  const surges = useSurges(loaded.series, metric);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what else a view says changes no row
  const rows = useMemo(() => countryRows(view, loaded, range), [loaded, view.metric, view.platforms, view.day, range]);
  const laterSurges = useSurges(draw?.series ?? NO_SERIES, metric);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as of the rows; the count says when more surges are read
  const later = useMemo((): LaterRows | null => {
    if (draw === null) return null;
    const all = new Map(countryRows(view, draw, range).map((row) => [row.id, row]));
    return { names: draw.names, rows: all, answerOf: (row) => laterSurges.answerOf(row.series) };
  }, [draw, view.metric, view.platforms, view.day, range, laterSurges.read]);
  const severalSources = useMemo(() => hasSeveralSources(rows), [rows]);
  const usual = useMemo(() => ({ ranked, severalSources }), [ranked, severalSources]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count says when there is more to sort by
  const table = useMemo(
    () => arranged(rows, (row) => surges.answerOf(row.series), view, usual),
    [rows, surges.read, view.search, view.sort, view.columns, view.pinned, usual],
  );
  const name = metric ? nameOf(loaded.catalog.metrics, metric.id) : view.metric;
  if (rows.length === 0) {
    const other = metricWithRows(view, loaded);
    return (
      <div className={styles.empty}>
        <h1 className={frame.headline}>{words.title}</h1>
        <p>{view.platforms.length === 0 ? wordsOf(CHART).noPlatform : words.empty(name)}</p>
        {other && (
          <button type="button" className={frame.link} onClick={() => onChange(other)}>
            {words.instead(nameOf(loaded.catalog.metrics, other.metric))}
          </button>
        )}
      </div>
    );
  }
  const places = new Set(rows.map((row) => row.countryId));
  const hasWorld = places.delete(WORLD);
  return (
    <div data-pending={pending || undefined} className={`${frame.body} ${styles.body}`}>
      <div className={styles.lead}>
        <h1 className={frame.headline}>{words.headline(name, rows.length, places.size, hasWorld)}</h1>
        <p className={frame.dek}>{ranked ? words.ranks : <Found rows={rows} surges={surges} />}</p>
        <p className={frame.dek}>{[...(ranked ? [] : [words.method]), words.scales].join(wordsOf(CHART).gap)}</p>
        {view.day !== "" && (
          <p className={frame.dek}>
            {words.onDay(dayWithYear(numberOf(view.day)))}{" "}
            <button type="button" className={frame.link} onClick={() => onChange({ ...view, day: "" })}>
              {words.dayInstead}
            </button>
          </p>
        )}
        {later && <NewRows rows={rows} later={later} />}
      </div>
      <Chosen view={view} loaded={loaded} events={events} rows={rows} draw={draw} onChange={onChange} onVisit={onVisit} />
      <TableTools
        view={view}
        table={table}
        of={rows.length}
        surges={ranked ? null : surges}
        usual={usual}
        vintage={loaded.catalog.vintage}
        onChange={onChange}
      />
      <CountriesTable
        view={view}
        table={table}
        surges={surges}
        later={later}
        metric={metric}
        usual={usual}
        onChange={onChange}
        onVisit={onVisit}
      />
      {!ranked && <p className={styles.note}>{wordsOf(SURGE).notCohort}</p>}
    </div>
  );
}

/** The view of another metric, and where nobody has chosen any of the usual platforms, that sources which are on have. */
function metricWithRows(view: View, { catalog }: AllLoaded): View | null {
  const platforms = view.platforms.length > 0 ? view.platforms : defaultView().platforms;
  const sources = sourcesOf(view, catalog);
  const having = catalog.coverage.filter((row) => platforms.includes(row.platform) && sources.includes(row.source));
  const metrics = new Set(having.map((row) => row.metric));
  const metric = [view.metric, defaultView().metric, ...catalog.metrics.map(({ id }) => id)].find((id) => metrics.has(id));
  return metric === undefined ? null : { ...view, metric, platforms };
}

/** The rows that only the later vintage has. */
function NewRows({ rows, later }: { rows: readonly CountryRow[]; later: LaterRows }): ReactElement | null {
  const here = new Set(rows.map(({ id }) => id));
  const names = [...later.rows.values()]
    .filter(({ id }) => !here.has(id))
    .map(({ platform, place }) => [platform, place].join(wordsOf(CHART).comma));
  return names.length > 0 ? (
    <p className={frame.dek}>{wordsOf(COUNTRIES).newRows(later.names[1], names.length, names.slice(0, MOST_NAMED))}</p>
  ) : null;
}

/** In how many series a surge was found, by what kind of series they are. While they are read the place is as high as that will be. */
function Found({ rows, surges }: { rows: readonly CountryRow[]; surges: Surges }) {
  const words = wordsOf(COUNTRIES);
  const kinds = SOURCE_KINDS.map((kind) => ({ kind, own: rows.filter((row) => row.kind === kind) })).filter(({ own }) => own.length > 0);
  const said = (found: (own: readonly CountryRow[]) => number) =>
    kinds.map(({ kind, own }) => words.found(kind, found(own), own.length)).join(wordsOf(CHART).gap);
  return (
    <span className={styles.found} data-most={said((own) => own.length)}>
      <span>
        {surges.read < surges.of
          ? `${words.reading(surges.read, surges.of)}.`
          : said((own) => own.filter((row) => surges.answerOf(row.series)?.found).length)}
      </span>
    </span>
  );
}
