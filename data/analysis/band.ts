import type { DayNumber } from "../model/day.ts";
import { type Baseline, DAYS_FOR_WEEKDAYS, rhythm } from "./baseline.ts";

/** What a day would probably have been without the surge, in the metric's unit. */
export interface Expected {
  low: number;
  middle: number;
  high: number;
}

/** A baseline that changes by more than this in a day (as a difference of logarithms) says nothing of the days after it. */
const STEEPEST = 0.01;

/** Why a baseline gives no band; `undefined` where it does. */
export function bandRefused({ days, trending, slope }: Baseline): "few_days" | "steep_trend" | undefined {
  if (days < DAYS_FOR_WEEKDAYS) return "few_days";
  return trending && Math.abs(slope) > STEEPEST ? "steep_trend" : undefined;
}

/**
 * The baseline continued to a day, with the range in which 95 of 100 single days would lie: Student's t of its spread,
 * wider for the days that the level and the weekdays were learnt from, and, where the baseline has a trend, by as much
 * as the trend could have moved the level since.
 *
 * Assumes that nothing but the surge would have changed the series. Holds for days that are independent, and for days
 * like the day before (tested up to a correlation of 0.7); not for holidays or for a change of the source's method.
 */
export function expectedOn(baseline: Baseline, day: DayNumber): Expected {
  const { level, spread, weekdays, days, middle, slope, trending, likeness } = baseline;
  const learnt = ((1 + likeness) / (1 - likeness) + 6) / days;
  const drift = trending ? Math.abs(slope) * Math.abs(day - middle) : 0;
  const half = student(days - 7) * spread * Math.sqrt(1 + learnt) + drift;
  const log = level + rhythm(weekdays, day);
  return { low: Math.exp(log - half), middle: Math.exp(log), high: Math.exp(log + half) };
}

/**
 * What some days would probably have been together, with the range in which 95 of 100 such sums would lie. Days that are
 * off by chance level out in a sum, so it is narrower than the sum of their bands; what the level itself may be off does
 * not. Nor does a slope, so that it counts even where it may be chance, with its error: as far as it could have moved the
 * level since.
 * Assumes what {@link expectedOn} does.
 *
 * @param days any that the sum is of
 * @example expectedSum(baseline, days) // { low: 9_700_000, middle: 10_000_000, high: 10_300_000 } of 100,000 a day on 100 days
 */
export function expectedSum(baseline: Baseline, days: readonly DayNumber[]): Expected {
  const { level, spread, weekdays, middle: learntAt, slope, slopeError, likeness } = baseline;
  let [sum, squares, away] = [0, 0, 0];
  for (const day of days) {
    const expected = Math.exp(level + rhythm(weekdays, day));
    sum += expected;
    squares += expected * expected;
    away += expected * Math.abs(day - learntAt);
  }
  const alike = (1 + likeness) / (1 - likeness);
  const chance = spread * spread * alike * (squares + (sum * sum) / baseline.days) + (slopeError * away) ** 2;
  const half = student(baseline.days - 7) * Math.sqrt(chance) + Math.abs(slope) * away;
  return { low: Math.max(0, sum - half), middle: sum, high: sum + half };
}

/** Student's t at 97.5 percent, to two digits from 5 degrees of freedom up. @example student(10) // 2.2 (2.23) */
function student(free: number): number {
  return 1.96 + 2.4 / Math.max(1, free);
}
