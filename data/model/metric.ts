/** How the days of a bucket become one value. */
export type OverTime = "sum" | "mean" | "last" | "min";

/** How countries become one value: by adding, or not at all (ranks, minutes per user). */
export type OverCountries = "sum" | "none";

/** What a number counts, and how it adds up. Comes from `data/reference/metrics.csv`. */
export interface Metric {
  id: string;
  name: string;
  /** Plural noun for one value: `users`, `downloads`, `minutes per user and day`, `rank`. */
  unit: string;
  over_time: OverTime;
  over_countries: OverCountries;
  /** Whether a fraction is a fault (half a user). */
  whole: boolean;
  /** Smallest and largest value that a snapshot may carry, in `unit`. */
  least: number;
  most: number;
}

/**
 * The days of one bucket as one value, by the metric's rule; missing days are left out, never zero.
 * `null` where no day was reported.
 *
 * @param values one value a day, in the metric's unit, `null` where none was reported
 * @example overTime("mean", [10, null, 20]) // 15
 * @example overTime("sum", [null]) // null
 */
export function overTime(rule: OverTime, values: readonly (number | null)[]): number | null {
  let reported = 0;
  let sum = 0;
  let last: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const value of values) {
    if (value === null) continue;
    reported++;
    sum += value;
    last = value;
    if (value < least) least = value;
  }
  if (reported === 0) return null;
  if (rule === "sum") return sum;
  if (rule === "mean") return sum / reported;
  return rule === "last" ? last : least;
}
