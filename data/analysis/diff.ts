import { type Day, type DayNumber, dayOf } from "../model/day.ts";
import { type DailySeries, type SeriesKey, seriesId } from "../model/series.ts";

/** The days of one series whose value differs between two vintages, ascending. */
export interface SeriesDiff extends SeriesKey {
  days: DayNumber[];
  /** As long as `days`, in the metric's unit; `null` where the earlier vintage has none. */
  old: (number | null)[];
  /** As long as `days`; `null` where the later vintage has none. Never both. */
  new: (number | null)[];
}

/** How many values are new, changed, and gone. */
export interface DiffCounts {
  added: number;
  revised: number;
  retracted: number;
}

/** Some of a diff, for an answer that has an end. */
export interface DiffColumns extends SeriesKey {
  dates: Day[];
  old: (number | null)[];
  new: (number | null)[];
}

/**
 * What changed between two vintages: day by day what is only in one of them, or has another value.
 *
 * Series of the later vintage come first, in its order; then those that the earlier one alone has. A series without any
 * change is left out.
 *
 * @param before series at the earlier vintage, each at most once, days ascending
 * @param after the same at the later one
 * @example
 * // 5 on day 1 and 6 on day 2; later 5 on day 1, 7 on day 2 and 8 on day 3:
 * diffSeries([before], [after])[0] // { ..., days: [2, 3], old: [6, null], new: [7, 8] }
 */
export function diffSeries(before: readonly DailySeries[], after: readonly DailySeries[]): SeriesDiff[] {
  const left = new Map(before.map((series) => [nameOf(series), series]));
  const diffs = after.map((series) => {
    const name = nameOf(series);
    const old = left.get(name);
    left.delete(name);
    return compared(series, old, series);
  });
  for (const series of left.values()) diffs.push(compared(series, series, undefined));
  return diffs.filter(({ days }) => days.length > 0);
}

/** @example countChanges(diffSeries([], [series])) // { added: 2, revised: 0, retracted: 0 } */
export function countChanges(diffs: readonly SeriesDiff[]): DiffCounts {
  const counts = { added: 0, revised: 0, retracted: 0 };
  for (const diff of diffs)
    for (const [at, old] of diff.old.entries()) counts[old === null ? "added" : diff.new[at] === null ? "retracted" : "revised"]++;
  return counts;
}

/**
 * The first changes of a diff with their days as labels; series that have none of them are left out.
 *
 * @param most how many changes at most
 */
export function firstChanges(diffs: readonly SeriesDiff[], most: number): DiffColumns[] {
  const columns: DiffColumns[] = [];
  let room = most;
  for (const { days, old, new: now, ...key } of diffs) {
    if (room <= 0) break;
    columns.push({ ...key, dates: days.slice(0, room).map(dayOf), old: old.slice(0, room), new: now.slice(0, room) });
    room -= days.length;
  }
  return columns;
}

function compared(
  { platform, country, metric, topic, source }: SeriesKey,
  before: DailySeries | undefined,
  after: DailySeries | undefined,
): SeriesDiff {
  const diff: SeriesDiff = { platform, country, metric, topic, source, days: [], old: [], new: [] };
  const [left, right] = [before?.days ?? [], after?.days ?? []];
  let [at, next] = [0, 0];
  while (at < left.length || next < right.length) {
    const day = Math.min(left[at] ?? Number.POSITIVE_INFINITY, right[next] ?? Number.POSITIVE_INFINITY);
    const old = left[at] === day ? (before?.values[at++] ?? null) : null;
    const now = right[next] === day ? (after?.values[next++] ?? null) : null;
    if (old === now) continue;
    diff.days.push(day);
    diff.old.push(old);
    diff.new.push(now);
  }
  return diff;
}

function nameOf(series: SeriesKey): string {
  return `${series.metric}/${seriesId(series)}`;
}
