import { type Extent, extentOf, resolveRange, seriesTable } from "../../../data/analysis/table.ts";
import { dayOf, numberOf } from "../../../data/model/day.ts";
import type { SeriesTable } from "../../../data/model/series.ts";
import { defaultView, type View } from "../../../data/model/view.ts";
import type { Loaded } from "../../app/api.ts";

/** A view with its data, cut to its range: made anew on each change, from what is already here. */
export interface Cut {
  /** What the picture shows: while newer data come, still the platforms and countries of the last. */
  view: View;
  range: Extent;
  extent: Extent | null;
  table: SeriesTable;
  daily: SeriesTable;
}

export function cutOf(asked: View, loaded: Loaded): Cut {
  const { metric, platforms, countries, topics, sources, vintage } = loaded.view;
  const view = { ...asked, metric, platforms, countries, topics, sources, vintage };
  const extent = extentOf(loaded.series) ?? extentOfFigures(loaded, view);
  const range = resolveRange(view.range, extent) ?? (resolveRange(defaultView().range, null) as Extent);
  const absolute = { ...view, range: { from: dayOf(range.from), to: dayOf(range.to) } };
  const table = seriesTable(absolute, loaded.series, loaded.catalog);
  const daily = view.interval === "day" ? table : seriesTable({ ...absolute, interval: "day" }, loaded.series, loaded.catalog);
  return { view, range, extent, table, daily };
}

function extentOfFigures({ figures }: Loaded, view: View): Extent | null {
  const own = figures.filter((figure) => figure.metric_id === view.metric);
  if (own.length === 0) return null;
  return {
    from: Math.min(...own.map((figure) => numberOf(figure.date_from))),
    to: Math.max(...own.map((figure) => numberOf(figure.date_to))),
  };
}
