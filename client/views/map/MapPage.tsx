import { type ReactElement, useEffect, useMemo } from "react";
import { type Extent, extentOf, resolveRange } from "../../../data/analysis/table.ts";
import { mapChoice } from "../../../data/chart/map-choice.ts";
import { figureSpans } from "../../../data/chart/marks.ts";
import { defaultView, type View } from "../../../data/model/view.ts";
import { type AllLoaded, useAllCountries } from "../../app/all-countries.ts";
import { useOnline } from "../../app/data.ts";
import { wordsOf } from "../../app/language.ts";
import type { PageProps } from "../../app/page-props.ts";
import { Unlock } from "../../app/Unlock.tsx";
import { HEADER } from "../../app/words.ts";
import { type Control, FilterBar } from "../../controls/FilterBar.tsx";
import { Notices } from "../../controls/Notices.tsx";
import { Failure, Newer, Offline } from "../growth/States.tsx";
import styles from "./Map.module.css";
import { MapBody } from "./MapBody.tsx";
import { SHAPES } from "./shapes.ts";
import { MAP_PAGE } from "./words.ts";

const CONTROLS: readonly Control[] = ["metric", "platforms", "topics", "sources", "dates", "scale"];

// On their way beside the data.
SHAPES.preload();

/** Where: the countries of one platform and one source, coloured by a value of a day or by a figure of the surge. */
export function MapPage({ view, data, notices, onChange, onVisit }: PageProps): ReactElement {
  const words = wordsOf(MAP_PAGE);
  const title = wordsOf(HEADER).title(words.title);
  const online = useOnline();
  const all = useAllCountries(view, data);
  const { loaded, shown } = all;
  const events = data.loaded?.events ?? [];
  const extent = useMemo(() => (loaded ? extentOfMap(shown, loaded) : null), [shown, loaded]);
  const range = useMemo(
    () => resolveRange(view.range, extent) ?? (resolveRange(defaultView().range, null) as Extent),
    [view.range, extent],
  );
  const told = useMemo(() => {
    const other = view.measure !== "value" && view.measure !== "per100k";
    return other ? [...notices, { field: "measure", code: "ignored", value: view.measure, detail: words.otherMeasure }] : notices;
  }, [notices, view.measure, words]);
  useEffect(() => {
    document.title = title;
  }, [title]);
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
          <MapBody view={shown} loaded={loaded} range={range} events={events} pending={all.pending} onChange={onChange} onVisit={onVisit} />
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

/** The days of which anything is known that the map can show. */
function extentOfMap(view: View, { series, figures, catalog }: AllLoaded): Extent | null {
  const { platform, source } = mapChoice(view, catalog);
  const own = extentOf(series.filter((one) => one.platform === platform && one.source === source?.id));
  const fills = view.figures && (source === null || source.kind === "modelled");
  const spans = fills ? figureSpans(figures.filter((one) => one.platform === platform && one.metric_id === view.metric)) : [];
  if (own) spans.push([own.from, own.to]);
  return spans.length === 0 ? null : { from: Math.min(...spans.map(([from]) => from)), to: Math.max(...spans.map(([, to]) => to)) };
}
