import { type DayNumber, dayNumber } from "../../data/model/day.ts";

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const FIRST = 1970;
const LAST = 2199;

/**
 * A day as people type it: `2025-01-13`, `13 Jan 2025`, `Jan 13, 2025`, `13/1/2025` (the day comes first),
 * `2025年1月13日`. Without a year it is in `year`.
 *
 * @returns `undefined` where it is no day, or one before 1970 or after 2199
 */
export function typedDay(text: string, year: number): DayNumber | undefined {
  const [, given, chineseMonth, chineseDay] = /^\s*(?:(\d{4})\s*年)?\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?\s*$/.exec(text) ?? [];
  if (chineseMonth !== undefined) return dayIn(Number(given ?? year), Number(chineseMonth), Number(chineseDay));
  const parts = text
    .trim()
    .toLowerCase()
    .split(/[\s,./-]+/)
    .filter((part) => part !== "");
  const month = parts.findIndex((part) => /^[a-z]{3,}$/.test(part));
  const numbers = parts.map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : Number.NaN));
  if (month >= 0) {
    const named = MONTHS.findIndex((name) => name.startsWith(parts[month] ?? "") || (parts[month] === "sept" && name === "september"));
    const [a, b] = numbers.filter((_, index) => index !== month);
    if (named < 0 || a === undefined || parts.length > 3) return undefined;
    return a > 31 ? dayIn(a, named + 1, b ?? Number.NaN) : dayIn(b ?? year, named + 1, a);
  }
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = numbers;
  if (parts.length === 2) return dayIn(year, b, a);
  if (parts.length !== 3) return undefined;
  return a > 31 ? dayIn(a, b, c) : dayIn(c, b, a);
}

function dayIn(year: number, month: number, day: number): DayNumber | undefined {
  if (!(year >= FIRST && year <= LAST)) return undefined;
  return dayNumber(`${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
}
