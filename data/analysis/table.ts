import type { Catalog } from "../model/catalog.ts";
import { type DayNumber, numberOf } from "../model/day.ts";
import type { DailySeries, SeriesColumn, SeriesKey, SeriesTable } from "../model/series.ts";
import { kindsOf } from "../model/source.ts";
import { defaultView, type Range, type View } from "../model/view.ts";
import { bucketDates, bucketed, bucketsOf } from "./buckets.ts";
import { sumCountries } from "./sum.ts";

/** First and last day, both included. */
export interface Extent {
  from: DayNumber;
  to: DayNumber;
}

/**
 * First and last reported day of some series; `null` where none has any.
 *
 * @example extentOf([{ ..., days: [20102, 20105], values: [5, 20] }]) // { from: 20102, to: 20105 }
 */
export function extentOf(series: readonly DailySeries[]): Extent | null {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { days } of series) {
    if (days.length === 0) continue;
    from = Math.min(from, days[0] as number);
    to = Math.max(to, days[days.length - 1] as number);
  }
  return from <= to ? { from, to } : null;
}

/**
 * The days that a range means beside some data. Absolute days need none; relative ones answer `null` without.
 *
 * @example resolveRange({ last: 28 }, { from: 0, to: 100 }) // { from: 73, to: 100 }
 */
export function resolveRange(range: Range, extent: Extent | null): Extent | null {
  if (range !== "all" && "from" in range) return { from: numberOf(range.from), to: numberOf(range.to) };
  if (extent === null || range === "all") return extent;
  return { from: extent.to - range.last + 1, to: extent.to };
}

/**
 * The days that a page shows: those that a range means beside some data, or the usual ones where nothing says which.
 *
 * @example shownDays({ last: 28 }, null) // { from: 20089, to: 20134 }, 1 Jan to 15 Feb 2025
 */
export function shownDays(range: Range, extent: Extent | null): Extent {
  return resolveRange(range, extent) ?? (resolveRange(defaultView().range, null) as Extent);
}

/**
 * The series of a view as columns: range resolved, countries added where the view says so, days put into buckets.
 * The server answers with it and the page draws from it, so both say the same.
 *
 * @param series all days of the view's metric, platforms, countries, topics and sources
 * @param catalog needs the view's metric and the sources of the series
 * @throws RangeError where the catalog lacks the view's metric
 */
export function seriesTable(
  view: View,
  series: readonly DailySeries[],
  catalog: Pick<Catalog, "vintage" | "metrics" | "sources">,
): SeriesTable {
  const metric = catalog.metrics.find((known) => known.id === view.metric);
  if (metric === undefined) throw new RangeError(`the catalog has no metric ${view.metric}`);
  const extent = resolveRange(view.range, extentOf(series));
  const base = { vintage: catalog.vintage, metric: metric.id, unit: metric.unit, interval: view.interval };
  if (extent === null) return { ...base, dates: [], series: [] };
  const buckets = bucketsOf(extent.from, extent.to, view.interval);
  const kinds = kindsOf(catalog.sources);
  const kindOf = (one: DailySeries) => kinds(one.source);
  const columns: SeriesColumn[] =
    view.sum && metric.over_countries === "sum"
      ? sumCountries(series, view.countries, view.partial).map((one) => {
          const column = bucketed(one, kindOf(one), metric, buckets);
          const reported = bucketed({ ...one, values: one.reported }, kindOf(one), { over_time: "min" }, buckets);
          return { ...column, reported: reported.values.map((value) => value ?? 0) };
        })
      : series.map((one) => bucketed(one, kindOf(one), metric, buckets));
  return {
    ...base,
    dates: bucketDates(buckets),
    series: inViewOrder(view, columns).filter((column) => column.values.some((value) => value !== null)),
  };
}

/** Series in the order of a view: by its platforms, countries, topics, and its sources where it names them. */
export function inViewOrder<One extends Omit<SeriesKey, "metric">>(view: View, series: readonly One[]): One[] {
  const rank = (list: readonly string[], id: string) => (list.indexOf(id) + list.length + 1) % (list.length + 1);
  return [...series].sort(
    (a, b) =>
      rank(view.platforms, a.platform) - rank(view.platforms, b.platform) ||
      rank(view.countries, a.country) - rank(view.countries, b.country) ||
      rank(view.topics, a.topic) - rank(view.topics, b.topic) ||
      (view.sources.length > 0 ? rank(view.sources, a.source) - rank(view.sources, b.source) : 0),
  );
}
