import { type DayNumber, dayOf, numberOf } from "../model/day.ts";
import { type DailySeries, seriesId } from "../model/series.ts";
import { ALL_TOPICS } from "../model/slug.ts";
import type { Anchor } from "./anchor.ts";
import { weekdayFactor } from "./rhythm.ts";

/**
 * How much of the weekly rhythm a metric has between two anchors. Half for daily users: the figures are rounded more
 * coarsely than a full rhythm would move them. None for a metric that is not here: nothing published says how installs
 * are spread over a week of news.
 */
const RHYTHM_STRENGTH: Readonly<Record<string, number>> = { daily_active_users: 0.5 };

/**
 * The modelled daily series that the anchors fix.
 *
 * Method: each series passes exactly through its anchors. Between two of them the level, which is the value without the
 * weekly rhythm, grows or falls by the same factor each day (a straight line on a logarithmic scale); the rhythm is put
 * back on and the value rounded to whole numbers. Up to an anchor that is `held` there is no rhythm. A series begins
 * with its first anchor and ends with its last: nothing is extrapolated.
 *
 * @param anchors those of one series in ascending order of days; series may be mixed
 * @returns series in the order of their first anchors, whole numbers in the metric's unit, no gaps
 * @throws RangeError where a value is not above zero, is no whole number, or the days of a series do not ascend
 * @example
 * // downloads of 100 on 1 January and 400 on 3 January:
 * modelledSeries(anchors)[0].values // [100, 200, 400]
 */
export function modelledSeries(anchors: readonly Anchor[]): DailySeries[] {
  const groups = new Map<string, Anchor[]>();
  for (const anchor of anchors) {
    if (!(anchor.value > 0) || !Number.isInteger(anchor.value))
      throw new RangeError(`${nameOf(anchor)}: the value must be whole and above zero`);
    const id = `${anchor.metric}/${seriesId({ ...anchor, topic: ALL_TOPICS })}`;
    const group = groups.get(id);
    if (group) group.push(anchor);
    else groups.set(id, [anchor]);
  }
  return [...groups.values()].map(through);
}

function through(anchors: readonly Anchor[]): DailySeries {
  const [first] = anchors as [Anchor, ...Anchor[]];
  const { platform, country, metric, source } = first;
  const strength = RHYTHM_STRENGTH[metric] ?? 0;
  const series: DailySeries = { platform, country, metric, topic: ALL_TOPICS, source, days: [numberOf(first.day)], values: [first.value] };
  anchors.slice(1).forEach((to, index) => {
    const from = anchors[index] as Anchor;
    const [start, end] = [numberOf(from.day), numberOf(to.day)];
    if (end <= start) throw new RangeError(`${nameOf(to)}: comes after ${from.day} in the list, so it must be a later day`);
    const valueOn = between(from, to, to.rule === "held" ? 0 : strength);
    for (let day = start + 1; day <= end; day++) {
      series.days.push(day);
      series.values.push(day === end ? to.value : Math.round(valueOn(day)));
    }
  });
  return series;
}

function between(from: Anchor, to: Anchor, strength: number): (day: DayNumber) => number {
  const [start, end] = [numberOf(from.day), numberOf(to.day)];
  const begin = Math.log(from.value / weekdayFactor(start, strength));
  const rise = Math.log(to.value / weekdayFactor(end, strength)) - begin;
  return (day) => Math.exp(begin + (rise * (day - start)) / (end - start)) * weekdayFactor(day, strength);
}

function nameOf(anchor: Anchor): string {
  return `anchor ${anchor.source}/${anchor.platform}/${anchor.country}/${anchor.metric} on ${anchor.day}`;
}

/**
 * The value beside a spike that rule `neighbour` gives: the figure's value, its rhythm taken off and the day's put on.
 *
 * @param value on `day`, in the metric's unit
 * @example neighbourValue("daily_active_users", 82_200_000, numberOf("2025-01-13"), numberOf("2025-01-20")) // 82200000
 */
export function neighbourValue(metric: string, value: number, day: DayNumber, neighbour: DayNumber): number {
  const strength = RHYTHM_STRENGTH[metric] ?? 0;
  return Math.round((value / weekdayFactor(day, strength)) * weekdayFactor(neighbour, strength));
}

/** The text of `modelled.csv`: long, one line a day. Ends with a line break. */
export function modelledFile(series: readonly DailySeries[]): string {
  const lines = ["date,platform,country,metric,value,source"];
  for (const one of series)
    one.days.forEach((day, index) => {
      lines.push(`${dayOf(day)},${one.platform},${one.country},${one.metric},${one.values[index]},${one.source}`);
    });
  return `${lines.join("\n")}\n`;
}
