import { type Extent, extentOf, seriesTable, shownDays } from "../analysis/table.ts";
import type { Catalog } from "../model/catalog.ts";
import { dayOf, numberOf } from "../model/day.ts";
import type { Figure } from "../model/figure.ts";
import type { DailySeries, SeriesTable } from "../model/series.ts";
import type { View } from "../model/view.ts";

/** All days of what a view asks for, read at one vintage. */
export interface CutInput {
  view: View;
  catalog: Catalog;
  series: DailySeries[];
  figures: Figure[];
}

/** A view with its data, cut to its range: made anew on each change, from what is already here. */
export interface Cut {
  /** What the picture shows: while newer data come, still the platforms and countries of the last. */
  view: View;
  range: Extent;
  extent: Extent | null;
  table: SeriesTable;
  daily: SeriesTable;
}

/**
 * The days of a view: its range resolved beside the data, its series as columns in its interval and by day.
 *
 * @param asked the view; metric, platforms, countries, topics, sources and vintage are those of the data
 * @throws RangeError where the catalog lacks the metric of the data
 * @example cutOf({ ...defaultView(), range: { last: 7 } }, loaded).table.dates.length // 7
 */
export function cutOf(asked: View, loaded: CutInput): Cut {
  const { metric, platforms, countries, topics, sources, vintage } = loaded.view;
  const view = { ...asked, metric, platforms, countries, topics, sources, vintage };
  const extent = extentOf(loaded.series) ?? extentOfFigures(loaded, view);
  const range = shownDays(view.range, extent);
  const absolute = { ...view, range: { from: dayOf(range.from), to: dayOf(range.to) } };
  const table = seriesTable(absolute, loaded.series, loaded.catalog);
  const daily = view.interval === "day" ? table : seriesTable({ ...absolute, interval: "day" }, loaded.series, loaded.catalog);
  return { view, range, extent, table, daily };
}

function extentOfFigures({ figures }: CutInput, view: View): Extent | null {
  const own = figures.filter((figure) => figure.metric_id === view.metric);
  if (own.length === 0) return null;
  return {
    from: Math.min(...own.map((figure) => numberOf(figure.date_from))),
    to: Math.max(...own.map((figure) => numberOf(figure.date_to))),
  };
}
