import { type DayNumber, isoWeekday } from "../model/day.ts";
import { mean, median, tamed } from "./robust.ts";

/** What a series was before its surge, on the logarithmic scale: there a rise from 1 to 2 counts as one from 10 to 20. */
export interface Baseline {
  /** Logarithm of the level of an ordinary week. */
  level: number;
  /** Standard deviation of a day around it, as a difference of logarithms; at least {@link LEAST_SPREAD}. */
  spread: number;
  /** How much each weekday differs, Monday first, as a difference of logarithms; all 0 where too few days tell. */
  weekdays: readonly number[];
  /** How many days it is made of. */
  days: number;
  /** Their mean: where the level stands. */
  middle: DayNumber;
  /** Change of the level in a day, as a difference of logarithms. */
  slope: number;
  /** Standard error of the slope, wider for days that are like the day before. */
  slopeError: number;
  /** Whether the slope is more than chance. */
  trending: boolean;
  /** How much a day is like the day before: correlation of neighbours, 0 to 0.9. */
  likeness: number;
}

/** A baseline never counts as steadier than 3 percent: series that are drawn or rounded would else alarm at nothing. */
const LEAST_SPREAD = 0.03;
/** Days from which weekdays are told apart: two of each. */
export const DAYS_FOR_WEEKDAYS = 14;

const PASSES = 4;
/** A difference of logarithms that no figure shows. */
const SETTLED = 1e-9;
/** How many standard errors a slope must be from 0. */
const SURE = 3;

/**
 * The level, rhythm and spread of some days. Wild days are drawn in to three deviations, so a holiday does not move the
 * level. A slope counts where it is three standard errors from 0 (widened for days that are like the day before) and
 * moves the level by more than the spread.
 *
 * @param days ascending
 * @param logs natural logarithms of the values of those days
 */
export function baselineOf(days: readonly DayNumber[], logs: readonly number[]): Baseline {
  const told = days.length >= DAYS_FOR_WEEKDAYS;
  const weekdays = told ? weekdaysOf(days, logs) : NO_WEEKDAYS;
  const adjusted = logs.map((log, index) => log - rhythm(weekdays, days[index] as number));
  const kept = tamed(adjusted);
  const level = mean(kept);
  const free = Math.max(1, days.length - 1 - (told ? 6 : 0));
  const spread = Math.sqrt(kept.reduce((sum, log) => sum + (log - level) ** 2, 0) / free);
  const middle = mean(days);
  const reach = days.reduce((sum, day) => sum + (day - middle) ** 2, 0);
  const slope = reach > 0 ? days.reduce((sum, day, index) => sum + (day - middle) * ((kept[index] as number) - level), 0) / reach : 0;
  const left = kept.map((log, index) => log - level - slope * ((days[index] as number) - middle));
  const likeness = likenessOf(left);
  const squares = left.reduce((sum, one) => sum + one * one, 0);
  const error = Math.sqrt((squares / Math.max(1, days.length - 2) / Math.max(reach, 1e-9)) * ((1 + likeness) / (1 - likeness)));
  const moved = Math.abs(slope) * days.length;
  return {
    level,
    spread: Math.max(LEAST_SPREAD, spread),
    weekdays,
    days: days.length,
    middle,
    slope,
    slopeError: error,
    trending: told && Math.abs(slope) > SURE * error && moved > Math.max(LEAST_SPREAD, spread),
    likeness,
  };
}

/** How much the weekday of a day differs, as a difference of logarithms. */
export function rhythm(weekdays: readonly number[], day: DayNumber): number {
  return weekdays[isoWeekday(day) - 1] as number;
}

export const NO_WEEKDAYS: readonly number[] = [0, 0, 0, 0, 0, 0, 0];

/** The mean of each weekday of some logarithms that have one level, less the mean of all. */
function weekdaysOf(days: readonly DayNumber[], logs: readonly number[]): number[] {
  const level = median(logs);
  let weekdays: number[] = [...NO_WEEKDAYS];
  for (let pass = 0; pass < PASSES; pass++) {
    const left = logs.map((log, index) => log - level - rhythm(weekdays, days[index] as number));
    const drawn = tamed(left).map((one, index) => one + rhythm(weekdays, days[index] as number));
    const next = byWeekday(days, drawn, pass === 0 ? median : mean);
    const moved = Math.max(...next.map((one, index) => Math.abs(one - (weekdays[index] as number))));
    weekdays = next;
    if (pass > 0 && moved < SETTLED) break;
  }
  return weekdays;
}

/** One number for each weekday, Monday first, with a mean of 0; 0 for a weekday that has no day. */
export function byWeekday(
  days: readonly DayNumber[],
  numbers: readonly number[],
  middle: (numbers: readonly number[]) => number,
): number[] {
  const own = Array.from({ length: 7 }, (): number[] => []);
  for (let at = 0; at < days.length; at++) own[isoWeekday(days[at] as number) - 1]?.push(numbers[at] as number);
  const middles = own.map((some) => (some.length > 0 ? middle(some) : 0));
  const all = mean(middles);
  return middles.map((one) => one - all);
}

function likenessOf(numbers: readonly number[]): number {
  let [squares, products] = [0, 0];
  numbers.forEach((one, index) => {
    squares += one * one;
    if (index > 0) products += one * (numbers[index - 1] as number);
  });
  return squares > 0 ? Math.max(0, Math.min(0.9, products / squares)) : 0;
}
