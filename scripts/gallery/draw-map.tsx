import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { WorldMap } from "../../client/views/map/WorldMap.tsx";
import { resolveRange } from "../../data/analysis/table.ts";
import { cellsOn, mapModel } from "../../data/chart/map-model.ts";
import { numberOf } from "../../data/model/day.ts";
import { decodeView, sourcesOf } from "../../data/model/view.ts";
import shapes from "../../data/reference/shapes.json";
import type { Store } from "../../server/store/store.ts";

/** A state that the map can be in. */
export interface MapCase {
  name: string;
  /** With its day. */
  query: string;
  width: number;
  /** Steps that are pressed in the legend. */
  lit: readonly number[];
}

export const MAP_CASES: readonly MapCase[] = [
  { name: "map, published ranks", query: "metric=app_store_rank&platforms=rednote&day=2025-01-16", width: 960, lit: [] },
  { name: "map, made up, one step, on a phone", query: "platforms=rednote&sources=illustrative&day=2025-01-19", width: 358, lit: [4] },
];

/** The map of a case as SVG text, drawn by the page's own component; needs a DOM. */
export function drawMap({ query, width, lit }: MapCase, store: Store): string {
  const { view } = decodeView(new URLSearchParams(query));
  const catalog = store.catalog();
  const all = catalog.countries.map(({ id }) => id);
  const series = store.series({ ...view, countries: all, sources: sourcesOf(view, catalog) });
  const range = resolveRange(view.range, null);
  if (range === null) throw new Error(`${query} has no days of its own`);
  const { steps, countries, ...model } = mapModel(view, series, catalog, { range, figures: store.figures() });
  const cells = cellsOn({ steps, countries, ...model }, numberOf(view.day));
  const place = document.createElement("div");
  const root = createRoot(place);
  flushSync(() =>
    root.render(
      <WorldMap {...{ shapes, cells, steps, countries, width }} lit={new Set(lit)} chosen={new Set(["US"])} hot={null} id="map" />,
    ),
  );
  const svg = place.querySelector("svg")?.outerHTML;
  flushSync(() => root.unmount());
  if (svg === undefined) throw new Error("the map drew no picture");
  return svg;
}
