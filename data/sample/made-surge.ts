import { NO_WEEKDAYS } from "../analysis/baseline.ts";
import { RETAINED_AFTER, type Surge } from "../analysis/surge.ts";
import { numberOf } from "../model/day.ts";
import type { DailySeries } from "../model/series.ts";
import { illustrativeParameters } from "./illustrative.ts";
import { excess } from "./shape.ts";

/**
 * The surge that a made-up series was made with: what the analysis should give back, but for weekdays, noise and, where
 * one is listed, the interruption.
 *
 * @returns `undefined` for a series that was not made up here, or with a dip or nothing in place of a surge
 * @example madeSurge(rednoteInTheUs)?.decay?.halfLife.days // 6
 */
export function madeSurge(series: DailySeries): Surge | undefined {
  const shape = illustrativeParameters().find(
    (made) =>
      made.platform === series.platform &&
      made.country === series.country &&
      made.metric === series.metric &&
      made.topic === series.topic &&
      made.source === series.source,
  );
  if (!shape || shape.peak <= 0) return undefined;
  const onset = numberOf(shape.onset);
  const peak = onset + shape.rise - 1;
  const last = series.days.at(-1) ?? peak;
  const days = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  const above = (from: number, to: number) => days(from, to).reduce((sum, day) => sum + excess(shape, day), 0);
  const retained = RETAINED_AFTER.map((after) => [after, above(peak + after - 3, peak + after + 3) / 7 / shape.peak]);
  const value = shape.base + shape.peak;
  const all = above(onset, last);
  return {
    found: true,
    baseline: {
      level: Math.log(shape.base),
      spread: shape.noise,
      weekdays: NO_WEEKDAYS,
      days: onset - (series.days[0] ?? onset),
      middle: onset,
      slope: 0,
      slopeError: 0,
      trending: false,
      likeness: 0,
    },
    level: shape.base,
    onset,
    peak: { day: peak, value, reported: value },
    multiple: value / shape.base,
    daysToPeak: peak - onset,
    daysAfter: last - peak,
    decay: { halfLife: { days: shape.half_life, low: shape.half_life, high: shape.half_life }, plateau: shape.base + shape.plateau },
    retained: Object.fromEntries(retained) as Surge["retained"],
    excess: { value: all, low: all, high: all, unreported: 0 },
  };
}
