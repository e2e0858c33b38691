import type { DayNumber } from "../model/day.ts";
import type { Metric } from "../model/metric.ts";
import type { DailySeries } from "../model/series.ts";
import { bandRefused, type Expected, expectedOn, expectedSum } from "./band.ts";
import { type Baseline, baselineOf, DAYS_FOR_WEEKDAYS } from "./baseline.ts";
import { type NoSurge, PERSISTENCE, type SurgeAnswer, surgeOf } from "./surge.ts";

/** A number with the range in which 95 of 100 such numbers would have the true one. */
export interface Ranged {
  value: number;
  low: number;
  high: number;
}

/** What two series did in the same days: one above, one below what was expected of it. */
export interface Substitution {
  found: true;
  /** First and last day compared: from the onset of the surge to four weeks after its peak, or to where a series ends. */
  from: DayNumber;
  to: DayNumber;
  /** Days of them that both series reported. */
  days: number;
  /** What the gaining series had above what was expected, summed over those days, in the metric's unit. */
  excess: Ranged;
  /** What the losing series lacked, in the same unit and days. */
  shortfall: Ranged;
  /** Excess divided by shortfall. */
  ratio: Ranged;
  /** The day on which the gaining series stood highest above its expected value, and the losing one lowest below. */
  highest: DayNumber;
  lowest: DayNumber;
  /** Days from the highest to the lowest; below 0 where the low came first. Its range counts days as high and as low, by chance. */
  lag: Ranged;
}

/** That nothing can be compared is an answer, too. */
export type NoSubstitution = { found: false } & SubstitutionMissing;

/**
 * - `no_amount`: ranks, and means of a user, are no amounts of which one could make up for another;
 * - `no_surge`: the gaining series has none, for this reason;
 * - `no_band`: too few days before the onset, or a steep trend: nothing says what would have been;
 * - `few_days`: the two series share fewer than {@link PERSISTENCE} days of the surge;
 * - `no_excess`, `no_shortfall`: the sum of a series lies within the range that it would have had anyway.
 */
export type SubstitutionMissing =
  | { reason: "no_amount" | "few_days" | "no_excess" | "no_shortfall" }
  | { reason: "no_surge"; surge: NoSurge["reason"] }
  | { reason: "no_band"; of: "gaining" | "losing"; why: "few_days" | "steep_trend" };

export type SubstitutionAnswer = Substitution | NoSubstitution;

/** Days after the peak that are compared, at most. */
const COMPARED_AFTER_PEAK = 28;
/** Days that differ by less than these spreads from the highest or the lowest may be it by chance. */
const BY_CHANCE = 2;

type Days = Pick<DailySeries, "days" | "values">;

/**
 * The excess of one series beside the shortfall of another, in the same days, each against what its own baseline says
 * would have been. An association: two sums that moved at the same time. It does not tell whether the same people did.
 *
 * Method: the surge of the gaining series gives the days. The baseline of the losing one is learnt from its days before
 * that onset. Over the days that both reported, each sum is set against the expected sum and its range ({@link expectedSum});
 * the ratio's range sets the smallest of one against the largest of the other, so it is wide rather than narrow.
 * Lead and lag are the days between the two extremes, because anybody can check them on the chart. The cross-correlation
 * was left out: two series that each move once agree at some lag, whatever moved them (Yule 1926, *Why do we sometimes
 * get nonsense-correlations between time-series?*).
 *
 * Assumes what the band assumes of both series. Counts all days compared, where the excess of a surge counts those above
 * its band: so that small shortfalls on many days are not lost on one side only.
 *
 * @param losing the series that may have a shortfall, days ascending
 * @param gaining of the same metric, country, topic and source
 * @example
 * // 60 million user-days lacking here, 24 million more there, the low two days after the peak:
 * substitutionOf(tiktok, rednote, users) // { found: true, ratio: { value: 0.4, low: 0.3, high: 0.6 }, lag: { value: 2, ... }, ... }
 */
export function substitutionOf(
  losing: Days,
  gaining: Days,
  metric: Pick<Metric, "over_time" | "over_countries">,
  surge: SurgeAnswer = surgeOf(gaining, metric),
): SubstitutionAnswer {
  if (metric.over_time === "min" || metric.over_countries === "none") return { found: false, reason: "no_amount" };
  if (!surge.found) return { found: false, reason: "no_surge", surge: surge.reason };
  const refused = bandRefused(surge.baseline);
  if (refused) return { found: false, reason: "no_band", of: "gaining", why: refused };
  const usual = baselineBefore(losing, surge.onset);
  if (typeof usual === "string") return { found: false, reason: "no_band", of: "losing", why: usual };
  const both = togetherFrom(losing, gaining, surge.onset, surge.peak.day + COMPARED_AFTER_PEAK);
  if (both.days.length < PERSISTENCE) return { found: false, reason: "few_days" };
  const excess = above(both.gained, expectedSum(surge.baseline, both.days));
  if (excess.low <= 0) return { found: false, reason: "no_excess" };
  const { value, low, high } = above(both.lost, expectedSum(usual, both.days));
  const shortfall = { value: -value, low: -high, high: -low };
  if (shortfall.low <= 0) return { found: false, reason: "no_shortfall" };
  const highest = extremeOf(both.days, both.gained, surge.baseline, 1);
  const lowest = extremeOf(both.days, both.lost, usual, -1);
  return {
    found: true,
    ...{ from: both.days[0] as number, to: both.days.at(-1) as number, days: both.days.length },
    ...{ excess, shortfall },
    ratio: { value: excess.value / shortfall.value, low: excess.low / shortfall.high, high: excess.high / shortfall.low },
    ...{ highest: highest.day, lowest: lowest.day },
    lag: { value: lowest.day - highest.day, low: lowest.first - highest.last, high: lowest.last - highest.first },
  };
}

/** The baseline of the days before one, or why it says nothing of the days after. */
function baselineBefore({ days, values }: Days, onset: DayNumber): Baseline | "few_days" | "steep_trend" {
  const before = days.flatMap((day, index) => (day < onset && (values[index] as number) > 0 ? [index] : []));
  if (before.length < DAYS_FOR_WEEKDAYS) return "few_days";
  const baseline = baselineOf(
    before.map((index) => days[index] as number),
    before.map((index) => Math.log(values[index] as number)),
  );
  return bandRefused(baseline) ?? baseline;
}

/** Days that both series report, with their values. */
function togetherFrom(losing: Days, gaining: Days, from: DayNumber, to: DayNumber) {
  const lostOn = new Map(losing.days.map((day, index) => [day, losing.values[index] as number]));
  const both = { days: [] as DayNumber[], lost: [] as number[], gained: [] as number[] };
  gaining.days.forEach((day, index) => {
    const lost = lostOn.get(day);
    if (day < from || day > to || lost === undefined) return;
    both.days.push(day);
    both.lost.push(lost);
    both.gained.push(gaining.values[index] as number);
  });
  return both;
}

function above(values: readonly number[], { low, middle, high }: Expected): Ranged {
  const sum = values.reduce((total, value) => total + value, 0);
  return { value: sum - middle, low: sum - high, high: sum - low };
}

/** The day that stands farthest above (1) or below (-1) its expected value, and the days that may be it by chance. */
function extremeOf(days: readonly DayNumber[], values: readonly number[], baseline: Baseline, sign: 1 | -1) {
  const shares = days.map((day, index) => (values[index] as number) / expectedOn(baseline, day).middle);
  const most = sign * Math.max(...shares.map((share) => sign * share));
  const bound = most * Math.exp(-sign * BY_CHANCE * baseline.spread);
  const near = days.filter((_, index) => sign * (shares[index] as number) >= sign * bound);
  return { day: days[shares.indexOf(most)] as number, first: near[0] as number, last: near.at(-1) as number };
}
