import type { DayNumber } from "../model/day.ts";
import { type SeriesKey, seriesId } from "../model/series.ts";
import type { SeriesDiff } from "./diff.ts";

/** What happened to the values of one series, by the days that it happened to, each list ascending. */
export interface SeriesChange extends SeriesKey {
  inserted: DayNumber[];
  revised: DayNumber[];
  retracted: DayNumber[];
}

/** How a value may change, in the order in which it is told. */
export const CHANGES = ["inserted", "revised", "retracted"] as const;
export type ChangeKind = (typeof CHANGES)[number];

/**
 * The changes of some series, day by day sorted into what was inserted, revised and retracted. Parts of one series that
 * come apart are put together, so that each series is told once.
 *
 * @param diffs days of a series ascending; its later parts after its earlier ones
 * @example
 * // 6 on day 2 became 7, day 3 is new:
 * seriesChanges([{ ...key, days: [2, 3], old: [6, null], new: [7, 8] }]) // [{ ...key, inserted: [3], revised: [2], retracted: [] }]
 */
export function seriesChanges(diffs: Iterable<SeriesDiff>): SeriesChange[] {
  const changes = new Map<string, SeriesChange>();
  for (const { days, old, new: now, ...key } of diffs) {
    const name = `${key.metric}/${seriesId(key)}`;
    const change = changes.get(name) ?? { ...key, inserted: [], revised: [], retracted: [] };
    changes.set(name, change);
    for (const [at, day] of days.entries()) change[kindOf(old[at] ?? null, now[at] ?? null)].push(day);
  }
  return [...changes.values()];
}

/**
 * Days as runs without a hole, as long as each can be said in a few words.
 *
 * @param days ascending
 * @example runsOf([3, 4, 5, 9]) // [[3, 5], [9, 9]]
 */
export function runsOf(days: readonly DayNumber[]): [from: DayNumber, to: DayNumber][] {
  const runs: [DayNumber, DayNumber][] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && last[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
}

function kindOf(old: number | null, now: number | null): ChangeKind {
  if (old === null) return "inserted";
  return now === null ? "retracted" : "revised";
}
