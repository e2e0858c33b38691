import { bucketStart, type DayNumber, nextBucket, partsOf } from "../model/day.ts";
import { compact, ENGLISH_FORMAT, type Format } from "./format.ts";

/** A value axis: what it spans, where its ticks are, and which way it runs. */
export interface ValueAxis {
  scale: "log" | "linear";
  /** The value at the bottom and at the top, in the metric's unit; the top is the smaller where ranks run downwards. */
  bottom: number;
  top: number;
  ticks: { value: number; text: string }[];
}

export interface TimeTick {
  day: DayNumber;
  text: string;
  /** A text as wide as this one is in the language that needs most for it: the same days are named in each. */
  room: string;
}

const PAD = 1.8;

/**
 * A logarithmic axis around some values, with room above and below for labels. Values of zero or less have no place
 * on it and are left out.
 *
 * @example logAxis([3e5, 3.4e6, 3.25e7], false).ticks.map((tick) => tick.text) // ["300k", "1M", "3M", "10M", "30M"]
 */
export function logAxis(values: readonly number[], downwards: boolean, tick = compact): ValueAxis | null {
  const positive = values.filter((value) => value > 0);
  if (positive.length === 0) return null;
  const low = Math.min(...positive) / PAD;
  const high = Math.max(...positive) * PAD;
  const decades = Math.log10(high / low);
  const steps = decades > 4.5 ? [1] : decades < 1 ? [1, 2, 5] : [1, 3];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++)
    for (const step of steps) {
      const value = Number((step * 10 ** power).toPrecision(6));
      if (value >= low && value <= high) ticks.push(value);
    }
  return axis("log", low, high, ticks, downwards, tick);
}

/**
 * A linear axis from zero (or from a round number below the smallest value, where one is negative).
 *
 * @example linearAxis([3e5, 3.4e6], false).ticks.map((tick) => tick.text) // ["0", "1M", "2M", "3M", "4M"]
 */
export function linearAxis(values: readonly number[], downwards: boolean, tick = compact): ValueAxis | null {
  if (values.length === 0) return null;
  const least = Math.min(0, ...values);
  const most = Math.max(...values, least === 0 ? 1 : 0);
  // Values as good as equal still need an axis of some height.
  const step = roundStep(Math.max(most - least, 1e-6) / 4);
  const low = Math.floor(least / step) * step;
  const high = Math.max(Math.ceil((most * 1.08) / step) * step, low + step);
  const ticks: number[] = [];
  for (let value = low; value <= high + step / 2; value += step) ticks.push(Number(value.toPrecision(12)));
  return axis("linear", low, high, ticks, downwards, tick);
}

/** Height of an axis as a share of ×10; linear axes have none. */
export function decadesOf(axis: ValueAxis): number {
  return axis.scale === "log" ? Math.abs(Math.log10(axis.top / axis.bottom)) : 0;
}

/** Where a value stands between the bottom (0) and the top (1) of an axis. Zero and less have no place on a log axis. */
export function place(axis: ValueAxis, value: number): number {
  if (axis.scale === "linear") return (value - axis.bottom) / (axis.top - axis.bottom);
  return Math.log(value / axis.bottom) / Math.log(axis.top / axis.bottom);
}

/**
 * Ticks of a time axis, at most about `most`: the first day, then Mondays or firsts of months, and the last day.
 *
 * @example timeTicks(numberOf("2025-01-01"), numberOf("2025-02-15"), 9).map((tick) => tick.text)
 * // ["1 Jan 2025", "6 Jan", "13 Jan", "20 Jan", "27 Jan", "3 Feb", "10 Feb", "15 Feb"]
 */
export function timeTicks(from: DayNumber, to: DayNumber, most: number, format: Format = ENGLISH_FORMAT): TimeTick[] {
  const days = to - from + 1;
  if (days <= Math.min(most, 15))
    return labelled(
      range(from, to, (day) => day + 1),
      format,
    );
  const weeks = [1, 2, 4].find((step) => days / (7 * step) <= most - 1);
  if (weeks !== undefined && days <= 200)
    return labelled([from, ...range(nextBucket(bucketStart(from, "week"), "week"), to - 1, (day) => day + 7 * weeks), to], format);
  const months = [1, 2, 3, 6, 12, 24, 60, 120].find((step) => days / (30.4 * step) <= most - 1) ?? 240;
  const firsts = range(bucketStart(from, "month"), to, (day) => nextBucket(day, "month")).filter((day) => {
    const { year, month } = partsOf(day);
    return day >= from && (year * 12 + month - 1) % months === 0;
  });
  let year = 0;
  return firsts.map((day) => {
    const own = partsOf(day);
    const isNew = own.year !== year;
    year = own.year;
    if (months >= 12) return { day, text: format.yearName(day), room: roomOf(year) };
    return isNew
      ? { day, text: format.monthName(day), room: roomOf(year, own.month) }
      : { day, text: format.shortMonth(day), room: roomOf(WIDE_MONTH) };
  });
}

/** The first and the last day, where there is room for no more. */
export function endTicks(from: DayNumber, to: DayNumber, format: Format): TimeTick[] {
  return labelled([from, to], format);
}

function labelled(days: DayNumber[], { shortDay, dayWithYear }: Format): TimeTick[] {
  let year = 0;
  return [...new Set(days)].map((day) => {
    const own = partsOf(day);
    const isNew = own.year !== year;
    year = own.year;
    return isNew
      ? { day, text: dayWithYear(day), room: roomOf(year, own.month, own.day) }
      : { day, text: shortDay(day), room: roomOf(own.month, own.day) };
  });
}

/** Chinese writes days in the most room: a sign after each number. A month alone is as wide in English: "May", "10月". */
const WIDE_MONTH = 10;

function roomOf(...numbers: number[]): string {
  return numbers.map((number) => `${number}月`).join("");
}

function range(from: DayNumber, to: DayNumber, next: (day: DayNumber) => DayNumber): DayNumber[] {
  const days: DayNumber[] = [];
  for (let day = from; day <= to; day = next(day)) days.push(day);
  return days;
}

function axis(
  scale: ValueAxis["scale"],
  low: number,
  high: number,
  ticks: number[],
  downwards: boolean,
  tick: (value: number) => string,
): ValueAxis {
  return {
    scale,
    bottom: downwards ? high : low,
    top: downwards ? low : high,
    ticks: ticks.map((value) => ({ value, text: tick(value) })),
  };
}

/** 1, 2, 2.5 or 5 times a power of ten, at least `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 2.5, 5, 10].find((step) => step * power >= least * 0.999) ?? 10) * power;
}
