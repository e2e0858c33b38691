import { type ReactElement, useMemo } from "react";
import { namesOf } from "../../../data/analysis/entry-changes.ts";
import { type Extent, extentOf, shownDays } from "../../../data/analysis/table.ts";
import { figuresWithin } from "../../../data/chart/listed-figures.ts";
import { eventsIn, figuresOf } from "../../../data/chart/model.ts";
import { allCountriesView } from "../../../data/model/all-countries.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import { ALL_TOPICS } from "../../../data/model/slug.ts";
import { sourcesOf, type View } from "../../../data/model/view.ts";
import { type AllLoaded, useAllCountries } from "../../app/all-countries.ts";
import type { DataState } from "../../app/data.ts";
import { wordsOf } from "../../app/language.ts";
import type { PageProps } from "../../app/page-props.ts";
import type { Control } from "../../controls/FilterBar.tsx";
import { Badge } from "../../tables/Badge.tsx";
import { lateNewer } from "../newer/late-newer.tsx";
import { useDrawing } from "../newer/later-page.ts";
import type { DrawingBarProps } from "../newer/PageNewer.tsx";
import type { Shows } from "../newer/shows.ts";
import { PageFrame } from "../PageFrame.tsx";
import frame from "../page.module.css";
import styles from "./Countries.module.css";
import { CountriesBody } from "./CountriesBody.tsx";
import { unknownColumns } from "./columns.ts";
import type { CountriesDraw } from "./later-rows.ts";
import { COUNTRIES } from "./words.ts";

const CONTROLS: readonly Control[] = ["metric", "platforms", "topics", "sources", "dates", "scale"];

const LateNewer = lateNewer<DrawingBarProps<CountriesDraw>>(() => import("./CountriesNewer.tsx"));

/** A row for each platform and country: what its surge was, and the chart of those that are chosen. */
export function CountriesPage({ view, data, notices, onChange, onVisit }: PageProps): ReactElement {
  const words = wordsOf(COUNTRIES);
  const all = useAllCountries(view, data);
  const { loaded, shown } = all;
  const [draw, setDraw] = useDrawing<CountriesDraw>(loaded);
  const events = data.loaded?.events ?? [];
  const extent = useMemo(() => (loaded ? extentOf(loaded.series) : null), [loaded]);
  const range = useMemo(() => shownDays(view.range, extent), [view.range, extent]);
  const told = useMemo(
    () => [
      ...notices,
      ...unknownColumns(view).map((id) => ({ field: "columns", code: "unknown_column", value: id, detail: words.unknownColumn(id) })),
    ],
    [notices, view, words],
  );
  return (
    <PageFrame
      page="countries"
      words={words}
      asked={all}
      height={1400}
      bar={loaded && { view, days: range, extent, figures: loaded.figures, events, shows: CONTROLS }}
      view={view}
      data={data}
      notices={told}
      showsOf={loaded && (() => countriesShow(shown, loaded, range))}
      newer={(props) => <LateNewer {...props} onDraw={setDraw} />}
      onChange={onChange}
    >
      {loaded && (
        <>
          <CountriesBody
            view={shown}
            loaded={loaded}
            range={range}
            events={events}
            pending={all.pending}
            draw={draw}
            onChange={onChange}
            onVisit={onVisit}
          />
          <MadeUp view={view} catalog={loaded.catalog} onChange={onChange} />
        </>
      )}
    </PageFrame>
  );
}

/**
 * Every day of every country: the surge of a row is one of all its days. Figures of the metric say of a value that it was
 * published; events stand on the chart of the chosen rows.
 */
function countriesShow(view: View, { series }: AllLoaded, range: Extent): Shows {
  const viewOf = (catalog: Catalog) => allCountriesView(view, catalog);
  return {
    series: [{ viewOf, series, days: null }],
    entriesOf: (reference) => {
      const asked = viewOf(reference);
      const chosen = new Set(view.rows.map((row) => row.slice(row.indexOf(".") + 1)));
      return {
        ...namesOf(asked, reference),
        figures: figuresWithin(figuresOf({ view: asked, figures: reference.figures }), range).map(({ id }) => id),
        events: eventsIn(reference.events, { ...view, countries: [...chosen] }, range)
          .filter(() => chosen.size > 0)
          .map(({ slug }) => slug),
      };
    },
  };
}

/** What the sources that are made up would add, while they are off. */
function MadeUp({
  view,
  catalog,
  onChange,
}: Pick<PageProps, "view" | "onChange"> & { catalog: NonNullable<DataState["loaded"]>["catalog"] }) {
  const words = wordsOf(COUNTRIES);
  const on = sourcesOf(view, catalog);
  const off = catalog.sources.filter((source) => source.kind === "illustrative" && !on.includes(source.id)).map((source) => source.id);
  const rows = catalog.coverage.filter(
    (row) =>
      off.includes(row.source) && row.metric === view.metric && view.platforms.includes(row.platform) && row.topics.includes(ALL_TOPICS),
  );
  const series = rows.reduce((sum, row) => sum + row.countries.length, 0);
  if (series === 0) return null;
  const sources = catalog.sources.map((source) => source.id).filter((id) => on.includes(id) || off.includes(id));
  return (
    <p className={styles.madeUp}>
      <Badge kind="illustrative" /> {words.illustrative(series)}{" "}
      <button type="button" className={frame.link} onClick={() => onChange({ ...view, sources })}>
        {words.addIllustrative}
      </button>
    </p>
  );
}
