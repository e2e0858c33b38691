import type { Zero } from "../analysis/align.ts";
import type { Extent } from "../analysis/table.ts";
import { type DayNumber, dayOf, daysBetween } from "../model/day.ts";
import type { SeriesTable } from "../model/series.ts";
import type { Line } from "./lines.ts";
import { withPoints } from "./measured-lines.ts";

/** Lines on an axis of days from day 0. */
export interface AlignedLines {
  lines: Line[];
  /** Dates of the picture: the day numbers of its labels count from day 0. */
  table: SeriesTable;
  range: Extent;
  /** Calendar day of day 0, by id of the line. */
  zeros: Map<string, DayNumber>;
  /** Lines without a day 0. */
  without: { line: Line; rank: boolean }[];
}

/**
 * Moves lines so that day 0 of each stands upon that of the others. Points keep their calendar day in `date`.
 *
 * @param table by day, of the same lines on calendar days
 */
export function alignedLines(lines: readonly Line[], zeros: ReadonlyMap<string, Zero>, table: SeriesTable): AlignedLines {
  const without: AlignedLines["without"] = [];
  const days = new Map<string, DayNumber>();
  const moved = lines.flatMap((line): Line[] => {
    const zero = zeros.get(line.id);
    if (!zero || "missing" in zero) {
      without.push({ line, rank: zero?.missing === "rank" });
      return [];
    }
    days.set(line.id, zero.day);
    return [{ ...line, points: line.points.map((point) => ({ ...point, day: point.day - zero.day, date: point.day })) }];
  });
  const all = moved.flatMap((line) => line.points.map((point) => point.day));
  const range = all.length > 0 ? { from: minimum(all), to: -minimum(all.map((day) => -day)) } : { from: 0, to: 0 };
  const dates = daysBetween(range.from, range.to);
  const at = new Map(dates.map((_, index) => [range.from + index, index]));
  return {
    lines: moved.map((line) => withPoints({ ...line, countriesReported: reported(line, table, range, days) }, line.points, at)),
    table: { ...table, interval: "day", dates, series: [] },
    range,
    zeros: days,
    without,
  };
}

/** How many countries of a sum reported, on the moved dates. */
function reported(line: Line, table: SeriesTable, range: Extent, zeros: ReadonlyMap<string, DayNumber>): number[] | undefined {
  const { countriesReported } = line;
  if (!countriesReported) return undefined;
  const byDate = new Map(table.dates.map((date, index) => [date, countriesReported[index] ?? 0]));
  const zero = zeros.get(line.id) ?? 0;
  return Array.from({ length: range.to - range.from + 1 }, (_, index) => byDate.get(dayOf(range.from + index + zero)) ?? 0);
}

function minimum(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value));
}
