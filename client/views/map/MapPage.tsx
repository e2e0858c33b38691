import { type ReactElement, useMemo } from "react";
import { namesOf } from "../../../data/analysis/entry-changes.ts";
import { type Extent, extentOf, shownDays } from "../../../data/analysis/table.ts";
import { figuresWithin } from "../../../data/chart/listed-figures.ts";
import { mapChoice } from "../../../data/chart/map-choice.ts";
import { mapFigures } from "../../../data/chart/map-model.ts";
import { figureSpans } from "../../../data/chart/marks.ts";
import { allCountriesView } from "../../../data/model/all-countries.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import type { View } from "../../../data/model/view.ts";
import { type AllLoaded, useAllCountries } from "../../app/all-countries.ts";
import { wordsOf } from "../../app/language.ts";
import type { PageProps } from "../../app/page-props.ts";
import type { Control } from "../../controls/FilterBar.tsx";
import { lateNewer } from "../newer/late-newer.tsx";
import { useDrawing } from "../newer/later-page.ts";
import type { DrawingBarProps } from "../newer/PageNewer.tsx";
import type { Shows } from "../newer/shows.ts";
import { PageFrame } from "../PageFrame.tsx";
import type { MapDraw } from "./later-map.ts";
import { MapBody } from "./MapBody.tsx";
import { SHAPES } from "./shapes.ts";
import { eventsOn } from "./track.ts";
import { MAP_PAGE } from "./words.ts";

const CONTROLS: readonly Control[] = ["metric", "platforms", "topics", "sources", "dates", "scale"];

const LateNewer = lateNewer<DrawingBarProps<MapDraw>>(() => import("./MapNewer.tsx"));

// On their way beside the data.
SHAPES.preload();

/** Where: the countries of one platform and one source, coloured by a value of a day or by a figure of the surge. */
export function MapPage({ view, data, notices, onChange, onVisit }: PageProps): ReactElement {
  const words = wordsOf(MAP_PAGE);
  const all = useAllCountries(view, data);
  const { loaded, shown } = all;
  const [draw, setDraw] = useDrawing<MapDraw>(loaded);
  const events = data.loaded?.events ?? [];
  const extent = useMemo(() => (loaded ? extentOfMap(shown, loaded) : null), [shown, loaded]);
  const range = useMemo(() => shownDays(view.range, extent), [view.range, extent]);
  const told = useMemo(() => {
    const other = view.measure !== "value" && view.measure !== "per100k";
    return other ? [...notices, { field: "measure", code: "ignored", value: view.measure, detail: words.otherMeasure }] : notices;
  }, [notices, view.measure, words]);
  return (
    <PageFrame
      page="map"
      words={words}
      asked={all}
      height={900}
      bar={loaded && { view, days: range, extent, figures: loaded.figures, events, shows: CONTROLS }}
      view={view}
      data={data}
      notices={told}
      showsOf={loaded && (() => mapShows(shown, loaded, range))}
      newer={(props) => <LateNewer {...props} onDraw={setDraw} />}
      onChange={onChange}
    >
      {loaded && (
        <MapBody
          view={shown}
          loaded={loaded}
          range={range}
          events={events}
          pending={all.pending}
          draw={draw}
          onChange={onChange}
          onVisit={onVisit}
        />
      )}
    </PageFrame>
  );
}

/** One platform, source and topic on the days that can be played; on all days where a surge is coloured, which is one of all. */
function mapShows(view: View, { series, catalog }: AllLoaded, range: Extent): Shows {
  const daily = view.by === "value";
  const chosen = (at: Catalog): View => {
    const { platform, source, topic } = mapChoice(view, at);
    return { ...view, platforms: [platform], topics: [topic], sources: source ? [source.id] : view.sources };
  };
  const viewOf = (at: Catalog) => allCountriesView(chosen(at), at);
  const { platforms, topics, sources } = chosen(catalog);
  const own = series.filter((one) => one.platform === platforms[0] && one.topic === topics[0] && sources.includes(one.source));
  return {
    series: [{ viewOf, series: own, days: daily ? range : null }],
    entriesOf: (reference) => {
      const choice = mapChoice(view, reference);
      const figures = [...mapFigures(view, reference.figures, choice).values()].flat();
      return {
        ...namesOf(viewOf(reference), reference),
        ...(daily && {
          figures: figuresWithin(figures, range).map(({ id }) => id),
          events: eventsOn(reference.events, choice.platform, range).map(({ slug }) => slug),
        }),
      };
    },
  };
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
