import { type DayNumber, MS_PER_DAY, partsOf } from "../model/day.ts";
import type { Qualifier } from "../model/figure.ts";
import { type Format, rounded, times } from "./format.ts";

const GROUPED = new Intl.NumberFormat("zh-Hans", { maximumFractionDigits: 3 });
const COMPACT = new Intl.NumberFormat("zh-Hans", { notation: "compact", maximumFractionDigits: 4 });
const DAY = daysBy({ month: "long", day: "numeric" });
const DAY_OF_YEAR = daysBy({ year: "numeric", month: "long", day: "numeric" });
const DAY_OF_WEEK = daysBy({ year: "numeric", month: "long", day: "numeric", weekday: "long" });
const MONTH = daysBy({ month: "numeric" });
const MONTH_OF_YEAR = daysBy({ year: "numeric", month: "long" });
const YEAR = daysBy({ year: "numeric" });
const QUALIFIERS: Record<Qualifier, string> = { "": "", about: "约", under: "不到", over: "超过" };

/**
 * Numbers and days in Simplified Chinese: myriads, not thousands.
 *
 * @example CHINESE_FORMAT.compact(32500000) // "3250万"
 * @example CHINESE_FORMAT.rangeText(numberOf("2025-01-01"), numberOf("2025-02-15")) // "2025年1月1日至2月15日"
 */
export const CHINESE_FORMAT: Format = {
  fullNumber: (value) => GROUPED.format(value),
  compact,
  twoDigits: (value) => compact(rounded(value, 2)),
  threeDigits: (value) => compact(rounded(value, 3)),
  spoken: compact,
  times,
  worded: (value, qualifier) => `${QUALIFIERS[qualifier]}${compact(value)}`,
  shortDay: DAY,
  dayWithYear: DAY_OF_YEAR,
  longDay: DAY_OF_YEAR,
  dayWithWeekday: DAY_OF_WEEK,
  monthName: MONTH_OF_YEAR,
  shortMonth: MONTH,
  yearName: YEAR,
  rangeText: (from, to) => {
    if (from === to) return DAY_OF_YEAR(from);
    return `${DAY_OF_YEAR(from)}至${sameYear(from, to) ? DAY(to) : DAY_OF_YEAR(to)}`;
  },
  shortRange: (from, to) => {
    if (from === to) return DAY(from);
    if (!sameYear(from, to)) return `${DAY_OF_YEAR(from)}至${DAY_OF_YEAR(to)}`;
    return partsOf(from).month === partsOf(to).month ? `${DAY(from)}至${partsOf(to).day}日` : `${DAY(from)}至${DAY(to)}`;
  },
};

/** Up to a myriad all digits; then in 万 and 亿. @example compact(3400) // "3,400"; compact(918000) // "91.8万" */
function compact(value: number): string {
  return Math.abs(value) < 1e4 ? GROUPED.format(value) : COMPACT.format(value);
}

function sameYear(a: DayNumber, b: DayNumber): boolean {
  return partsOf(a).year === partsOf(b).year;
}

function daysBy(options: Intl.DateTimeFormatOptions): (day: DayNumber) => string {
  // Made when it is asked for: a server and each of its threads load this, and few of them write Chinese.
  let format: Intl.DateTimeFormat | undefined;
  return (day) => {
    format ??= new Intl.DateTimeFormat("zh-Hans", { ...options, timeZone: "UTC" });
    return format.format(day * MS_PER_DAY);
  };
}
