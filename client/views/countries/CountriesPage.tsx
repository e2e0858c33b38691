import { type ReactElement, useEffect, useMemo } from "react";
import { type Extent, extentOf, resolveRange } from "../../../data/analysis/table.ts";
import { ALL_TOPICS } from "../../../data/model/slug.ts";
import { defaultView, sourcesOf } from "../../../data/model/view.ts";
import { useAllCountries } from "../../app/all-countries.ts";
import { type DataState, useOnline } from "../../app/data.ts";
import { wordsOf } from "../../app/language.ts";
import type { PageProps } from "../../app/page-props.ts";
import { Unlock } from "../../app/Unlock.tsx";
import { type Control, FilterBar } from "../../controls/FilterBar.tsx";
import { Notices } from "../../controls/Notices.tsx";
import { Badge } from "../../tables/Badge.tsx";
import { Failure, Newer, Offline } from "../growth/States.tsx";
import styles from "./Countries.module.css";
import { CountriesBody } from "./CountriesBody.tsx";
import { unknownColumns } from "./columns.ts";
import { COUNTRIES } from "./words.ts";

const CONTROLS: readonly Control[] = ["metric", "platforms", "topics", "sources", "dates", "scale"];

/** A row for each platform and country: what its surge was, and the chart of those that are chosen. */
export function CountriesPage({ view, data, notices, onChange, onVisit }: PageProps): ReactElement {
  const words = wordsOf(COUNTRIES);
  const online = useOnline();
  const all = useAllCountries(view, data);
  const { loaded, shown } = all;
  const events = data.loaded?.events ?? [];
  const extent = useMemo(() => (loaded ? extentOf(loaded.series) : null), [loaded]);
  const range = useMemo(
    () => resolveRange(view.range, extent) ?? (resolveRange(defaultView().range, null) as Extent),
    [view.range, extent],
  );
  const told = useMemo(
    () => [
      ...notices,
      ...unknownColumns(view).map((id) => ({ field: "columns", code: "unknown_column", value: id, detail: words.unknownColumn(id) })),
    ],
    [notices, view, words],
  );
  useEffect(() => {
    document.title = `${words.title} · RedNote Surge`;
  }, [words]);
  return (
    <>
      {loaded ? (
        <FilterBar
          view={view}
          catalog={loaded.catalog}
          days={range}
          extent={extent}
          figures={loaded.figures}
          events={events}
          offline={!online}
          shows={CONTROLS}
          onChange={onChange}
        />
      ) : (
        <div className="bar-place" aria-hidden="true" />
      )}
      {!online && loaded && <Offline vintage={loaded.catalog.vintage} />}
      <main id="main" className="wrap" aria-busy={all.pending}>
        <Notices notices={told} />
        {data.loaded && data.loaded.newest > data.loaded.catalog.vintage && !data.pending && (
          <Newer loaded={data.loaded} onLive={() => onChange({ ...view, vintage: "newest", against: "" })} />
        )}
        {all.failure !== null && <Failure text={all.failure} loaded={data.loaded} onRetry={all.retry} />}
        {loaded && all.locked && <Unlock />}
        {loaded ? (
          <>
            <CountriesBody
              view={shown}
              loaded={loaded}
              range={range}
              events={events}
              pending={all.pending}
              onChange={onChange}
              onVisit={onVisit}
            />
            <MadeUp view={view} catalog={loaded.catalog} onChange={onChange} />
          </>
        ) : (
          <div className={styles.waiting}>
            {all.locked ? (
              <Unlock />
            ) : (
              <p className="visually-hidden" role="status">
                {all.failure === null ? words.loading : ""}
              </p>
            )}
          </div>
        )}
      </main>
    </>
  );
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
      <button type="button" className={styles.link} onClick={() => onChange({ ...view, sources })}>
        {words.addIllustrative}
      </button>
    </p>
  );
}
