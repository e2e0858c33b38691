import { bucketStart, type DayNumber, type Interval, nextBucket } from "../model/day.ts";
import type { Extent } from "./table.ts";

/** A second period beside a range. */
export interface SecondPeriod extends Extent {
  /** The first day that was asked for, where another stands in for it. */
  moved: DayNumber | null;
}

/**
 * The second period that a range is compared with: as long as the range, and weekday upon weekday. A first day of another
 * weekday is moved to the nearest that fits; by month, to the same day of its month, since months are compared with
 * months. `null` where that is the range itself.
 *
 * @example
 * // Wednesday 1 January to Friday 31 January, compared from Sunday 1 December:
 * secondPeriod({ from: 20089, to: 20119 }, 20058, "day") // from Wednesday 4 December to Friday 3 January, moved: 20058
 */
export function secondPeriod(range: Extent, asked: DayNumber, interval: Interval): SecondPeriod | null {
  const second = interval === "month" ? monthsFrom(range, asked) : weeksFrom(range, asked);
  if (second.from === range.from) return null;
  return { ...second, moved: second.from === asked ? null : asked };
}

function weeksFrom(range: Extent, asked: DayNumber): Extent {
  const shift = Math.round((asked - range.from) / 7) * 7;
  return { from: range.from + shift, to: range.to + shift };
}

function monthsFrom(range: Extent, asked: DayNumber): Extent {
  const [mine, other] = [bucketStart(range.from, "month"), bucketStart(asked, "month")];
  let months = 0;
  for (let start = mine; start < bucketStart(range.to, "month"); start = nextBucket(start, "month")) months++;
  let last = other;
  for (let month = 0; month < months; month++) last = nextBucket(last, "month");
  const within = (start: DayNumber, day: DayNumber) => Math.min(start + day, nextBucket(start, "month") - 1);
  const lastOfMine = bucketStart(range.to, "month");
  const isEnd = nextBucket(lastOfMine, "month") - 1 === range.to;
  return { from: within(other, range.from - mine), to: isEnd ? nextBucket(last, "month") - 1 : within(last, range.to - lastOfMine) };
}
