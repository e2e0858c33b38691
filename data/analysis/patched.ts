import { type DailySeries, seriesId } from "../model/series.ts";
import type { SeriesDiff } from "./diff.ts";

/**
 * The series of a later vintage, made of those of an earlier one and of what changed: what `diffSeries` takes apart.
 * Series that did not change are the same objects.
 *
 * @param before series at the earlier vintage, days ascending
 * @param diffs of the same metric; each series at most once
 * @example
 * // 5 on day 1 and 6 on day 2; day 2 is 7 now, and day 1 is gone:
 * patched([before], [{ ...key, days: [1, 2], old: [5, 6], new: [null, 7] }])[0] // { ..., days: [2], values: [7] }
 */
export function patched(before: readonly DailySeries[], diffs: readonly SeriesDiff[]): DailySeries[] {
  const left = new Map(diffs.map((diff) => [`${diff.metric}/${seriesId(diff)}`, diff]));
  const kept = before.map((series) => {
    const name = `${series.metric}/${seriesId(series)}`;
    const diff = left.get(name);
    left.delete(name);
    return diff ? applied(series, diff) : series;
  });
  const added = [...left.values()].map((diff) => {
    const { platform, country, metric, topic, source } = diff;
    return applied({ platform, country, metric, topic, source, days: [], values: [] }, diff);
  });
  return [...kept, ...added].filter(({ days }) => days.length > 0);
}

function applied(series: DailySeries, diff: SeriesDiff): DailySeries {
  const values = new Map<number, number | null>(series.days.map((day, at) => [day, series.values[at] as number]));
  for (const [at, day] of diff.days.entries()) values.set(day, diff.new[at] ?? null);
  const points = [...values].filter((point): point is [number, number] => point[1] !== null).sort(([a], [b]) => a - b);
  return { ...series, days: points.map(([day]) => day), values: points.map(([, value]) => value) };
}
