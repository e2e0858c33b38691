import { bucketStart, type DayNumber, dayOf, daysBetween, type Interval, nextBucket } from "../model/day.ts";
import { type Metric, overTime } from "../model/metric.ts";
import type { DailySeries, SeriesColumn } from "../model/series.ts";
import type { SourceKind } from "../model/source.ts";

/** The buckets of a range. `starts` are the names (Monday, first of the month); each is clipped to the range. */
export interface Buckets {
  interval: Interval;
  from: DayNumber;
  to: DayNumber;
  starts: DayNumber[];
}

/**
 * The buckets that a range touches, ascending and without holes. The first may begin before `from`.
 *
 * @example bucketsOf(numberOf("2025-01-15"), numberOf("2025-01-20"), "week").starts // 13 and 20 January
 */
export function bucketsOf(from: DayNumber, to: DayNumber, interval: Interval): Buckets {
  const starts: DayNumber[] = [];
  for (let start = bucketStart(from, interval); start <= to; start = nextBucket(start, interval)) starts.push(start);
  return { interval, from, to, starts };
}

/**
 * The names of the buckets, as days.
 *
 * @example bucketDates(bucketsOf(numberOf("2025-01-15"), numberOf("2025-01-20"), "week")) // ["2025-01-13", "2025-01-20"]
 */
export function bucketDates(buckets: Buckets): string[] {
  return buckets.interval === "day" ? daysBetween(buckets.from, buckets.to) : buckets.starts.map(dayOf);
}

/**
 * How many days of the calendar a bucket has: 1, 7, or 28 to 31. The clipping does not change it.
 *
 * @example bucketLength(numberOf("2025-02-01"), "month") // 28
 */
export function bucketLength(start: DayNumber, interval: Interval): number {
  return nextBucket(start, interval) - start;
}

/**
 * One daily series as a column over buckets: each bucket by the metric's rule, from the days inside the range only;
 * `null` where no day was reported. Weeks and months also say how many days were.
 *
 * @param series days ascending, values in the metric's unit
 * @example bucketed(signups, "observed", { over_time: "sum" }, bucketsOf(from, to, "week"))
 * // { ..., values: [30, null], days: [2, 0] } of 10 and 20 on two days of the first week
 */
export function bucketed(series: DailySeries, kind: SourceKind, metric: Pick<Metric, "over_time">, buckets: Buckets): SeriesColumn {
  const { starts, interval, from, to } = buckets;
  const values: (number | null)[] = new Array(starts.length).fill(null);
  const column: SeriesColumn = {
    platform: series.platform,
    country: series.country,
    topic: series.topic,
    source: series.source,
    kind,
    values,
  };
  let at = firstAtOrAfter(series.days, from);
  if (interval === "day") {
    for (; at < series.days.length && (series.days[at] as number) <= to; at++)
      values[(series.days[at] as number) - from] = series.values[at] as number;
    return column;
  }
  column.days = new Array(starts.length).fill(0);
  for (let bucket = 0; bucket < starts.length; bucket++) {
    const end = Math.min(to, nextBucket(starts[bucket] as number, interval) - 1);
    const begin = at;
    while (at < series.days.length && (series.days[at] as number) <= end) at++;
    values[bucket] = overTime(metric.over_time, series.values.slice(begin, at));
    column.days[bucket] = at - begin;
  }
  return column;
}

function firstAtOrAfter(days: readonly DayNumber[], day: DayNumber): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as number) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
