import { type DayNumber, isoWeekday } from "../model/day.ts";

/** How a week deviates from its mean, Monday first: a little more use at the weekend. Ours, from no figure; the sum is 0. */
const WEEKDAYS = [-0.01, -0.015, -0.015, -0.01, 0, 0.02, 0.03] as const;

/**
 * The weekly rhythm as a factor of the week's mean, which is 1 for every strength.
 *
 * @param strength 0 is no rhythm, 1 the full one
 * @example weekdayFactor(numberOf("2025-01-13"), 0.5) // 0.995, a Monday
 */
export function weekdayFactor(day: DayNumber, strength: number): number {
  return 1 + strength * (WEEKDAYS[isoWeekday(day) - 1] as number);
}
