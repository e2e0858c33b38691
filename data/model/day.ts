import { UTCDateMini as UTCDate } from "@date-fns/utc/date/mini";
import { addDays, addMonths, startOfISOWeek, startOfMonth } from "date-fns";

/**
 * A calendar day as its source labels it, `YYYY-MM-DD`. It has no zone and is never converted between zones.
 * This module is the only one that touches dates: everything else counts day numbers.
 */
export type Day = string;

/** Whole days since 1970-01-01; may be negative. The arithmetic form of a {@link Day}. */
export type DayNumber = number;

/** The width of a bucket of time. Weeks are ISO weeks, named by their Monday; months by their first day. */
export type Interval = "day" | "week" | "month";

export const INTERVALS = ["day", "week", "month"] as const satisfies readonly Interval[];

export const MS_PER_DAY = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Reads a day. Answers `undefined` for another shape and for a day that no calendar has.
 *
 * @example dayNumber("1970-01-02") // 1
 * @example dayNumber("2025-02-30") // undefined
 */
export function dayNumber(text: string): DayNumber | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1000) return undefined; // Date.UTC reads 0 to 99 as 1900 to 1999
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return time / MS_PER_DAY;
}

/**
 * A day known to be one. Throws a RangeError that names the text otherwise.
 *
 * @example numberOf("2025-01-13") // 20101
 */
export function numberOf(day: Day): DayNumber {
  const number = dayNumber(day);
  if (number === undefined) throw new RangeError(`not a day: ${day}`);
  return number;
}

/** Labels of the days that are asked for all the time: to make each anew took a tenth of an answer. */
const LABELS = new Map<DayNumber, Day>();
/** As many as there are from 1970 to 2149. */
const MOST_LABELS = 65_536;

/** @example dayOf(20101) // "2025-01-13" */
export function dayOf(number: DayNumber): Day {
  const known = LABELS.get(number);
  if (known !== undefined) return known;
  const label = new UTCDate(number * MS_PER_DAY).toISOString().slice(0, 10);
  if (LABELS.size < MOST_LABELS) LABELS.set(number, label);
  return label;
}

/** The UTC day of an instant in milliseconds since 1970. @example dayOfInstant(1736726400000) // "2025-01-13" */
export function dayOfInstant(ms: number): Day {
  return dayOf(Math.floor(ms / MS_PER_DAY));
}

/** Monday is 1, Sunday is 7. Counted, not asked of a date: analyses ask it of every day. @example isoWeekday(20101) // 1, a Monday */
export function isoWeekday(number: DayNumber): number {
  // The first day of 1970 was a Thursday; a remainder may be negative.
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/**
 * The first day of the bucket that holds a day.
 *
 * @example bucketStart(numberOf("2025-01-15"), "week") // the number of 2025-01-13
 */
export function bucketStart(number: DayNumber, interval: Interval): DayNumber {
  if (interval === "day") return number;
  const date = utc(number);
  return numberOfDate(interval === "week" ? startOfISOWeek(date) : startOfMonth(date));
}

/** The first day of the bucket after the one that starts at `start`. @example nextBucket(20101, "week") // 20108 */
export function nextBucket(start: DayNumber, interval: Interval): DayNumber {
  if (interval === "day") return start + 1;
  const date = utc(start);
  return numberOfDate(interval === "week" ? addDays(date, 7) : addMonths(date, 1));
}

/**
 * Days from `from` to `to`, both included, as labels.
 *
 * @example daysBetween(0, 1) // ["1970-01-01", "1970-01-02"]
 */
export function daysBetween(from: DayNumber, to: DayNumber): Day[] {
  const days: Day[] = [];
  for (let number = from; number <= to; number++) days.push(dayOf(number));
  return days;
}

/** Year, month (1 to 12) and day of the month of a day. @example partsOf(20101) // { year: 2025, month: 1, day: 13 } */
export function partsOf(number: DayNumber): { year: number; month: number; day: number } {
  const date = utc(number);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function utc(number: DayNumber): Date {
  return new UTCDate(number * MS_PER_DAY);
}

function numberOfDate(date: Date): DayNumber {
  return Math.round(date.getTime() / MS_PER_DAY);
}
