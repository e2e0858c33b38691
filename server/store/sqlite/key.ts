import { type DayNumber, dayNumber } from "../../../data/model/day.ts";

/** Days that fit beside a series in one key: 1970-01-01 to 2149-06-06. */
const DAYS = 65_536;

/** The rowid of a value: all days of a series stand beside each other, ascending. */
export function keyOf(series: number, day: DayNumber): number {
  return series * DAYS + day;
}

/** The keys of some days of a series, both included; without bounds all of them. */
export function keysOf(series: number, from = 0, to = DAYS - 1): [low: number, high: number] {
  return [keyOf(series, Math.max(0, from)), keyOf(series, Math.min(DAYS - 1, to))];
}

export function dayOfKey(key: number): DayNumber {
  return key % DAYS;
}

/**
 * Labels to day numbers, each worked out once: files name few days many times.
 * Throws a RangeError for a text that is no day, or a day before 1970 or after 2149-06-06.
 */
export class DayNumbers {
  readonly #known = new Map<string, DayNumber>();

  of(date: string): DayNumber {
    const known = this.#known.get(date);
    if (known !== undefined) return known;
    const day = dayNumber(date);
    if (day === undefined) throw new RangeError(`\`${date}\` is not a day.`);
    if (day < 0 || day >= DAYS) throw new RangeError(`${date} is outside of 1970-01-01 to 2149-06-06.`);
    this.#known.set(date, day);
    return day;
  }
}
