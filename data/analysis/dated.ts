import type { DayNumber } from "../model/day.ts";

/** One value of a series on a day, or of the bucket that begins on it. */
export interface Dated {
  /** Where it stands: the day, or the first day of its bucket inside the range. */
  day: DayNumber;
  /** In the metric's unit; in that of a measure, once it has been measured. */
  value: number;
  /** Days of the bucket that were reported, of those that it has; 1 of 1 by day. */
  reported: number;
  of: number;
  /** Whether it rests on published figures alone: one gives exactly this value for this day, or for the one day that a bucket has. */
  published: boolean;
  /** Whether a figure that it rests on was given as about so much. */
  rough?: boolean;
  /** Measured values only: what was reported, in the metric's unit. */
  was?: number;
}

/** Whether all days of a value's bucket were reported. */
export function isWhole(value: Pick<Dated, "reported" | "of">): boolean {
  return value.reported >= value.of;
}
