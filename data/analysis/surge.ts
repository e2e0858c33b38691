import type { DayNumber } from "../model/day.ts";
import type { Metric } from "../model/metric.ts";
import type { DailySeries } from "../model/series.ts";
import { bandRefused, expectedOn } from "./band.ts";
import { type Baseline, baselineOf, byWeekday, DAYS_FOR_WEEKDAYS, NO_WEEKDAYS, rhythm } from "./baseline.ts";
import { type Decay, decayOf } from "./decay.ts";
import { drawnIn, mean, median } from "./robust.ts";

/** What a surge of one series is, in the metric's unit where nothing else is said. */
export interface Surge {
  found: true;
  baseline: Baseline;
  /** The level before, on an ordinary day. */
  level: number;
  /** First day of the rise. */
  onset: DayNumber;
  /** Day of the highest weekday-adjusted value, that value, and the value as it was reported. */
  peak: { day: DayNumber; value: number; reported: number };
  /** Peak divided by level. */
  multiple: number;
  /** From the onset to the peak; 0 where the first day is the highest. */
  daysToPeak: number;
  /** Days reported after the peak, to the last one. */
  daysAfter: number;
  /** Absent where it is too early, or where the days after the peak have another shape. */
  decay?: Decay;
  /** Why there is no decay. */
  decayMissing?: "too_early" | "other_shape";
  /**
   * Of what the peak had above the level, the share that the week around the 7th, 14th and 28th day after it still had.
   * Not the retention of a cohort, which sums of many people cannot tell. `null` where a day of that week is missing.
   */
  retained: Readonly<Record<(typeof RETAINED_AFTER)[number], number | null>>;
  /**
   * Sum of what days from the onset on had above the expected value, on those above the band; absent without a band.
   * `unreported` are days between the onset and the last of those, of which nobody knows what they had: it lacks them.
   */
  excess?: { value: number; low: number; high: number; unreported: number };
}

/** That there is none is an answer, too. */
export interface NoSurge {
  found: false;
  reason: NoSurgeReason;
  /** The largest multiple of the level that lasted, where one was looked for. */
  multiple?: number;
}

/**
 * - `rank`: places, of which 1 is the highest, are no amount that could rise;
 * - `few_days`: fewer than {@link FEWEST_DAYS} days above zero;
 * - `high_from_the_start`: the highest days are among the first {@link FEWEST_BEFORE}, so nothing tells what was before;
 * - `no_rise`: no day rises above the level for good;
 * - `spike`: what rises does not last {@link PERSISTENCE} days;
 * - `too_small`: what lasts stays below {@link LEAST_MULTIPLE} times the level.
 */
export type NoSurgeReason = "rank" | "few_days" | "high_from_the_start" | "no_rise" | "spike" | "too_small";

export type SurgeAnswer = Surge | NoSurge;

/** A surge is at least this many times the level. */
const LEAST_MULTIPLE = 1.5;
/** Days in a row that must stand above the level for a rise to be more than a spike. */
export const PERSISTENCE = 3;
/** Days after the peak below which half-life and retained share are too early to tell. */
export const DAYS_AFTER_PEAK = 21;
const FEWEST_DAYS = 8;
/** Days before the onset without which there is no level. */
const FEWEST_BEFORE = 5;
export const RETAINED_AFTER = [7, 14, 28] as const;

const PASSES = 6;
/** What a day adds to the cumulative sum, in spreads: what it is above the level, less this, at most {@link MOST}. */
const SLACK = 1;
const MOST = 4;
/** A day stands above the level where it is two spreads and a tenth above. */
const ABOVE = { spreads: 2, share: Math.log(1.1) };

/**
 * The largest surge of a series.
 *
 * Method, on logarithms of the values: a change of level before the highest days (least squares) gives a first baseline;
 * then a cumulative sum (CUSUM, Page 1954) of days above it, drawn in so that one wild day does not count as many, is
 * followed back from the highest days to where it last was 0: the onset. Baseline and onset are found in turn until they
 * agree. The peak is the highest day after weekdays are taken out, in the stretch that stays above the level. The decay
 * is fitted above the plateau that it settles on.
 *
 * Assumes one surge, a level and a rhythm of weekdays before it, and changes that multiply. Values of zero have no
 * logarithm and are left out. A value that was drawn by a model gives back the model.
 *
 * @param series days ascending, values in the metric's unit
 * @param metric what is counted: ranks, whose days count as their best (`min`), have no surge
 * @example
 * // 300,000 a day, from day 43 up to 3,400,000 on day 49, then half of it gone every 6 days:
 * surgeOf(series, users) // { found: true, onset: 43, peak: { day: 49, ... }, multiple: 11.3, decay: { halfLife: { days: 6, ... } } }
 */
export function surgeOf(
  { days: allDays, values }: Pick<DailySeries, "days" | "values">,
  { over_time }: Pick<Metric, "over_time">,
): SurgeAnswer {
  if (over_time === "min") return { found: false, reason: "rank" };
  const [days, logs, kept]: [DayNumber[], number[], number[]] = [[], [], []];
  for (let at = 0; at < allDays.length; at++) {
    const value = values[at] as number;
    if (!(value > 0)) continue;
    days.push(allDays[at] as number);
    logs.push(Math.log(value));
    kept.push(value);
  }
  if (days.length < FEWEST_DAYS) return { found: false, reason: "few_days" };
  const first = weekdaysAtFirst(days, logs);
  const usual = adjusted(days, logs, first);
  const top = highest(usual);
  if (top < FEWEST_BEFORE) {
    const stands = (usual[top] as number) - median(usual) >= Math.log(LEAST_MULTIPLE);
    return { found: false, reason: stands ? "high_from_the_start" : "no_rise" };
  }
  let onset = changeBefore(usual, top);
  let baseline!: Baseline;
  let levelled: number[] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    // The days just before a rise may be part of it, until a sum says where it begins.
    const until = Math.max(FEWEST_BEFORE, pass === 0 ? onset - 2 : onset);
    baseline = baselineOf(days.slice(0, until), logs.slice(0, until));
    levelled = adjusted(days, logs, baseline.days >= DAYS_FOR_WEEKDAYS ? baseline.weekdays : first);
    const start = startOfRise(levelled, top, baseline);
    if (start === undefined) return { found: false, reason: "no_rise" };
    if (start === onset) break;
    onset = Math.max(FEWEST_BEFORE, start);
  }
  while (onset < top && (levelled[onset] as number) <= baseline.level + ABOVE.spreads * baseline.spread) onset++;
  const stretch = stretchOf(levelled, onset, top, baseline);
  let peak = highestOf(levelled, onset, stretch.end);
  const multiple = Math.exp((levelled[peak] as number) - baseline.level);
  if (stretch.lasting < PERSISTENCE) return { found: false, reason: "spike", multiple };
  if (multiple < LEAST_MULTIPLE) return { found: false, reason: "too_small", multiple };
  const lastDay = days.at(-1) as number;
  const early = () => lastDay - (days[peak] as number) < DAYS_AFTER_PEAK;
  let decay = early() ? undefined : decayFrom(days, levelled, peak);
  if (decay && baseline.days >= DAYS_FOR_WEEKDAYS) {
    // The days after the peak tell the weekdays, too: twice as many, so that the peak is found more exactly.
    levelled = adjusted(days, logs, weekdaysBeside(days, logs, baseline, onset, peak, decay));
    peak = highestOf(levelled, onset, stretch.end);
    decay = early() ? undefined : (decayFrom(days, levelled, peak) ?? decay);
  }
  const level = Math.exp(baseline.level);
  const value = Math.exp(levelled[peak] as number);
  return {
    found: true,
    baseline,
    level,
    onset: days[onset] as number,
    peak: { day: days[peak] as number, value, reported: kept[peak] as number },
    multiple: value / level,
    daysToPeak: (days[peak] as number) - (days[onset] as number),
    daysAfter: lastDay - (days[peak] as number),
    ...(decay ? { decay } : { decayMissing: early() ? "too_early" : "other_shape" }),
    retained: retainedOf(days, levelled, peak, level, early()),
    ...(bandRefused(baseline) ? {} : { excess: excessOf(allDays, values, days[onset] as number, baseline) }),
  };
}

function adjusted(days: readonly DayNumber[], logs: readonly number[], weekdays: readonly number[]): number[] {
  return logs.map((log, index) => log - rhythm(weekdays, days[index] as number));
}

/** The rhythm before anything is known of a surge: how days differ from the week around them. */
function weekdaysAtFirst(days: readonly DayNumber[], logs: readonly number[]): readonly number[] {
  const [own, left]: [DayNumber[], number[]] = [[], []];
  for (let at = 3; at < days.length - 3; at++) {
    if ((days[at + 3] as number) - (days[at - 3] as number) !== 6) continue;
    let week = 0;
    for (let near = at - 3; near <= at + 3; near++) week += logs[near] as number;
    own.push(days[at] as number);
    left.push((logs[at] as number) - week / 7);
  }
  return own.length < 2 * DAYS_FOR_WEEKDAYS ? NO_WEEKDAYS : byWeekday(own, left, median);
}

/** Where the middle of three neighbours is highest: one wild day is none. */
function highest(logs: readonly number[]): number {
  let best = 1;
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 1; at < logs.length - 1; at++) {
    const before = logs[at - 1] as number;
    const own = logs[at] as number;
    const middle = Math.max(Math.min(before, own), Math.min(Math.max(before, own), logs[at + 1] as number));
    if (middle > most + 1e-12) {
      best = at;
      most = middle;
    }
  }
  return best;
}

/** The one change of level up to an index that leaves the least squares. */
function changeBefore(logs: readonly number[], top: number): number {
  const [sums, squares] = [[0], [0]];
  for (let at = 0; at <= top; at++) {
    const log = logs[at] as number;
    sums.push((sums[at] as number) + log);
    squares.push((squares[at] as number) + log * log);
  }
  const cost = (from: number, to: number) => {
    const sum = (sums[to] as number) - (sums[from] as number);
    return (squares[to] as number) - (squares[from] as number) - (sum * sum) / (to - from);
  };
  let best = FEWEST_BEFORE;
  let least = Number.POSITIVE_INFINITY;
  for (let at = FEWEST_BEFORE; at <= top; at++) {
    const left = cost(0, at) + cost(at, top + 1);
    if (left < least) {
      best = at;
      least = left;
    }
  }
  return best;
}

/** Where the cumulative sum that stands at the highest day last left 0. */
function startOfRise(logs: readonly number[], top: number, { level, spread }: Baseline): number | undefined {
  let [sum, start] = [0, 0];
  for (let at = 0; at <= top; at++) {
    if (sum === 0) start = at;
    sum = Math.max(0, sum + Math.max(-MOST, Math.min(MOST, ((logs[at] as number) - level) / spread - SLACK)));
  }
  return sum === 0 ? undefined : start;
}

/** The last index that stands above the level from the highest days on, single days apart, and the longest row of such. */
function stretchOf(logs: readonly number[], onset: number, top: number, { level, spread }: Baseline) {
  const bound = level + Math.max(ABOVE.spreads * spread, ABOVE.share);
  const above = (at: number) => at < logs.length && (logs[at] as number) > bound;
  let end = top;
  while (end + 1 < logs.length && (above(end + 1) || above(end + 2))) end++;
  let [row, lasting] = [0, 0];
  for (let at = onset; at <= end; at++) {
    row = above(at) ? row + 1 : 0;
    lasting = Math.max(lasting, row);
  }
  return { end, lasting };
}

function highestOf(logs: readonly number[], from: number, to: number): number {
  let best = from;
  for (let at = from; at <= to; at++) if ((logs[at] as number) > (logs[best] as number) + 1e-9) best = at;
  return best;
}

function decayFrom(days: readonly DayNumber[], logs: readonly number[], peak: number): Decay | undefined {
  const from = days[peak] as number;
  return decayOf(
    days.slice(peak).map((day) => day - from),
    logs.slice(peak),
  );
}

function weekdaysBeside(
  days: readonly DayNumber[],
  logs: readonly number[],
  { level, spread }: Baseline,
  onset: number,
  peak: number,
  { plateau, halfLife }: Decay,
): number[] {
  const top = Math.exp(logs[peak] as number);
  const [own, left]: [DayNumber[], number[]] = [[], []];
  for (let at = 0; at < days.length; at++) {
    // The highest days are not those that a fit knows best.
    if (at >= onset && at <= peak + 1) continue;
    const day = days[at] as number;
    const gone = 2 ** (-(day - (days[peak] as number)) / halfLife.days);
    own.push(day);
    left.push((logs[at] as number) - (at < onset ? level : Math.log(plateau + Math.max(0, top - plateau) * gone)));
  }
  return byWeekday(own, left, (some) => mean(drawnIn(some, median(some), 3 * spread)));
}

function retainedOf(days: readonly DayNumber[], logs: readonly number[], peak: number, level: number, early: boolean): Surge["retained"] {
  const above = Math.exp(logs[peak] as number) - level;
  const share = (after: number): number | null => {
    if (early) return null;
    const week = logs.filter((_, index) => Math.abs((days[index] as number) - (days[peak] as number) - after) <= 3);
    return week.length < 7 ? null : (mean(week.map(Math.exp)) - level) / above;
  };
  return { 7: share(7), 14: share(14), 28: share(28) };
}

function excessOf(days: readonly DayNumber[], values: readonly number[], onset: DayNumber, baseline: Baseline) {
  const excess = { value: 0, low: 0, high: 0, unreported: 0 };
  let reported = 0;
  days.forEach((day, index) => {
    const value = values[index] as number;
    if (day < onset) return;
    reported++;
    const expected = expectedOn(baseline, day);
    if (value <= expected.high) return;
    excess.unreported = day - onset + 1 - reported;
    excess.value += value - expected.middle;
    excess.low += value - expected.high;
    excess.high += value - expected.low;
  });
  return excess;
}
