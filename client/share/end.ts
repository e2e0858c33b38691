import { type Day, dayOfInstant, MS_PER_DAY, numberOf } from "../../data/model/day.ts";
import { LONGEST_MS } from "../../data/model/share.ts";
import { dayWithYear } from "../app/format.ts";

/** When a short link is to end: never, after a while, or after a day that is named. */
export const END_CHOICES = ["never", "7d", "30d", "365d", "day"] as const;
export type EndChoice = (typeof END_CHOICES)[number];

export interface End {
  choice: EndChoice;
  /** The last day, in UTC, where that is the choice. */
  day: Day | "";
}

export const NEVER: End = { choice: "never", day: "" };

/**
 * The same as the server takes it.
 *
 * @example sentEnd({ choice: "30d", day: "" }) // { expires_in: "30d" }
 * @example sentEnd({ choice: "day", day: "2025-06-30" }) // { expires_on: "2025-06-30" }
 */
export function sentEnd({ choice, day }: End): { expires_in: string | null } | { expires_on: Day } {
  if (choice === "day" && day !== "") return { expires_on: day };
  return { expires_in: choice === "never" || choice === "day" ? null : choice };
}

/** The first and the last day that may be named. @param now milliseconds since 1970 */
export function endDays(now: number): { min: Day; max: Day } {
  return { min: dayOfInstant(now), max: dayOfInstant(now + LONGEST_MS - MS_PER_DAY) };
}

/** The last day on which something works that ends at a time. @example lastDay("2025-07-01T00:00:00.000Z") // "2025-06-30" */
export function lastDay(expires_at: string): Day {
  return dayOfInstant(Date.parse(expires_at) - 1);
}

/** The UTC day of a time, in words. @example dayText("2025-07-01T00:00:00.000Z") // "1 Jul 2025" */
export function dayText(time: string): string {
  return dayWithYear(numberOf(dayOfInstant(Date.parse(time))));
}

/** What {@link lastDay} gives, in words. @example lastDayText("2025-07-01T00:00:00.000Z") // "30 Jun 2025" */
export function lastDayText(expires_at: string): string {
  return dayWithYear(numberOf(lastDay(expires_at)));
}
