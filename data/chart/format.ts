import { type DayNumber, isoWeekday, partsOf } from "../model/day.ts";
import type { Qualifier } from "../model/figure.ts";

// English whatever the reader's own language: the words of a picture are part of it.
// Written out: to ask Intl for them took a fiftieth of a second of each start.
const LONG_MONTHS = "January February March April May June July August September October November December".split(" ");
const MONTHS = LONG_MONTHS.map((name) => name.slice(0, 3));
const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const GROUPED = new Intl.NumberFormat("en-US", { maximumFractionDigits: 3 });

/** All digits, grouped. @example fullNumber(3400000) // "3,400,000" */
export function fullNumber(value: number): string {
  return GROUPED.format(value);
}

/**
 * Short, with all the digits that the value has of its own, up to three decimals.
 *
 * @example compact(32500000) // "32.5M"
 * @example compact(300000) // "300k"
 */
export function compact(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e9) return `${trimmed(value / 1e9)}B`;
  if (size >= 1e6) return `${trimmed(value / 1e6)}M`;
  if (size >= 1e4 || (size >= 1e3 && value % 100 === 0)) return `${trimmed(value / 1e3)}k`;
  return GROUPED.format(value);
}

/** Two digits: what a modelled value is good for. @example twoDigits(918235) // "920k" */
export function twoDigits(value: number): string {
  return compact(rounded(value, 2));
}

/** Three digits, for values that are neither published nor modelled. @example threeDigits(1234567) // "1.23M" */
export function threeDigits(value: number): string {
  return compact(rounded(value, 3));
}

/** For sentences. @example spoken(3400000) // "3.4 million"; spoken(300000) // "300,000" */
export function spoken(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e9) return `${trimmed(value / 1e9)} billion`;
  if (size >= 1e6) return `${trimmed(value / 1e6)} million`;
  return GROUPED.format(value);
}

/** @example times(9.56) // "×9.6"; times(11.3) // "×11" */
export function times(ratio: number): string {
  return `×${ratio >= 10 ? GROUPED.format(Math.round(ratio)) : ratio.toFixed(1)}`;
}

/** A figure as it was worded. @example worded(700000, "under") // "under 700k" */
export function worded(value: number, qualifier: Qualifier): string {
  return qualifier === "" ? compact(value) : `${qualifier} ${compact(value)}`;
}

/** A value rounded to some significant digits. @example rounded(918235, 2) // 920000 */
export function rounded(value: number, digits: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(digits));
}

/** @example shortDay(numberOf("2025-01-13")) // "13 Jan" */
export function shortDay(number: DayNumber): string {
  const { month, day } = partsOf(number);
  return `${day} ${MONTHS[month - 1]}`;
}

/** @example dayWithYear(numberOf("2025-01-13")) // "13 Jan 2025" */
export function dayWithYear(number: DayNumber): string {
  return `${shortDay(number)} ${partsOf(number).year}`;
}

/** @example longDay(numberOf("2025-01-27")) // "27 January 2025" */
export function longDay(number: DayNumber): string {
  const { year, month, day } = partsOf(number);
  return `${day} ${LONG_MONTHS[month - 1]} ${year}`;
}

/** @example dayWithWeekday(numberOf("2025-01-13")) // "Monday 13 January 2025" */
export function dayWithWeekday(number: DayNumber): string {
  return `${WEEKDAYS[isoWeekday(number) - 1]} ${longDay(number)}`;
}

/** @example monthName(numberOf("2025-01-13")) // "Jan 2025" */
export function monthName(number: DayNumber): string {
  const { year, month } = partsOf(number);
  return `${MONTHS[month - 1]} ${year}`;
}

/** @example rangeText(numberOf("2025-01-01"), numberOf("2025-02-15")) // "1 Jan to 15 Feb 2025" */
export function rangeText(from: DayNumber, to: DayNumber): string {
  if (from === to) return dayWithYear(from);
  return `${partsOf(from).year === partsOf(to).year ? shortDay(from) : dayWithYear(from)} to ${dayWithYear(to)}`;
}

/** A month without its year, on an axis. @example shortMonth(numberOf("2025-01-13")) // "Jan" */
export function shortMonth(number: DayNumber): string {
  return MONTHS[partsOf(number).month - 1] as string;
}

/** @example yearName(numberOf("2025-01-13")) // "2025" */
export function yearName(number: DayNumber): string {
  return String(partsOf(number).year);
}

/** The days of a figure or event, as short as they can be said. @example shortRange(6 Jan, 11 Jan) // "6–11 Jan" */
export function shortRange(from: DayNumber, to: DayNumber): string {
  if (from === to) return shortDay(from);
  const [a, b] = [partsOf(from), partsOf(to)];
  if (a.year !== b.year) return `${dayWithYear(from)}–${dayWithYear(to)}`;
  return a.month === b.month ? `${a.day}–${shortDay(to)}` : `${shortDay(from)}–${shortDay(to)}`;
}

/** How numbers and days are written in a language. The functions of this module are English. */
export interface Format {
  fullNumber: typeof fullNumber;
  compact: typeof compact;
  twoDigits: typeof twoDigits;
  threeDigits: typeof threeDigits;
  spoken: typeof spoken;
  times: typeof times;
  worded: typeof worded;
  shortDay: typeof shortDay;
  dayWithYear: typeof dayWithYear;
  longDay: typeof longDay;
  dayWithWeekday: typeof dayWithWeekday;
  monthName: typeof monthName;
  shortMonth: typeof shortMonth;
  yearName: typeof yearName;
  rangeText: typeof rangeText;
  shortRange: typeof shortRange;
}

export const ENGLISH_FORMAT: Format = {
  fullNumber,
  compact,
  twoDigits,
  threeDigits,
  spoken,
  times,
  worded,
  shortDay,
  dayWithYear,
  longDay,
  dayWithWeekday,
  monthName,
  shortMonth,
  yearName,
  rangeText,
  shortRange,
};

function trimmed(value: number): string {
  return String(Number(value.toFixed(3)));
}
