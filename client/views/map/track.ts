import type { Format } from "../../../data/chart/format.ts";
import type { MapModel } from "../../../data/chart/map-model.ts";
import { bucketStart, type DayNumber, nextBucket, numberOf, partsOf } from "../../../data/model/day.ts";
import type { SurgeEvent } from "../../../data/model/figure.ts";

/** Runs of days with the same count of countries, so that a track is a few rectangles. */
export interface Run {
  from: DayNumber;
  to: DayNumber;
  known: number;
}

/** The counts of a model as runs. */
export function runsOf({ known, range }: Pick<MapModel, "known" | "range">): Run[] {
  const runs: Run[] = [];
  known.forEach((count, row) => {
    const last = runs.at(-1);
    if (last && last.known === count) last.to = range.from + row;
    else runs.push({ from: range.from + row, to: range.from + row, known: count });
  });
  return runs;
}

/** Pixels that a tick needs. */
const TICK = 76;

/** Ticks under a track of some pixels, in the language of the page: the first day, then Mondays or firsts of months. */
export function ticksOf({ from, to }: MapModel["range"], width: number, format: Format): { day: DayNumber; text: string }[] {
  const days = Math.max(1, to - from);
  const interval = days > 120 ? "month" : "week";
  const starts: DayNumber[] = [];
  for (let day = nextBucket(bucketStart(from, interval), interval); day <= to; day = nextBucket(day, interval)) starts.push(day);
  const ticks: DayNumber[] = [from];
  const room = (TICK / Math.max(1, width)) * days;
  for (const day of starts) {
    // The first names its year, and stands to the right of its place.
    const least = ticks.length === 1 ? 1.4 * room : room;
    if (day - (ticks.at(-1) as DayNumber) >= least && to - day >= room / 2) ticks.push(day);
  }
  let year = 0;
  return ticks.map((day, index) => {
    const named = partsOf(day).year === year;
    year = partsOf(day).year;
    if (index === 0) return { day, text: format.dayWithYear(day) };
    if (interval === "week") return { day, text: named ? format.shortDay(day) : format.dayWithYear(day) };
    return { day, text: named ? format.shortMonth(day) : format.monthName(day) };
  });
}

/** Events of a platform inside a range, first the important ones. */
export function eventsOn(events: readonly SurgeEvent[], platform: string, { from, to }: MapModel["range"]): SurgeEvent[] {
  return events
    .filter((event) => event.platforms.includes(platform) && numberOf(event.until ?? event.date) >= from && numberOf(event.date) <= to)
    .toSorted((a, b) => a.rank - b.rank);
}
