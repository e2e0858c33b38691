import { bucketDates, bucketsOf } from "../analysis/buckets.ts";
import type { MeasureUnit } from "../analysis/measure.ts";
import { type SecondPeriod, secondPeriod } from "../analysis/period.ts";
import { type DayNumber, numberOf } from "../model/day.ts";
import type { Line } from "./lines.ts";
import { measuredLines, withPoints } from "./measured-lines.ts";
import type { SpokenInput } from "./picture.ts";
import type { ComparedLine } from "./reshaped.ts";

/** A second period behind the first. */
export interface Compared {
  period: SecondPeriod;
  lines: ComparedLine[];
}

/**
 * The lines of the second period of a view, moved upon the first, date on date; an index is 100 on the day that stands
 * upon the base of the first. `null` where the second period is the first.
 *
 * @param label of each line: the days of the period
 */
export function comparedLines(
  input: SpokenInput,
  unit: MeasureUnit,
  base: DayNumber | null,
  lines: readonly Line[],
  label: (period: SecondPeriod) => string,
): Compared | null {
  const { view, range, table } = input;
  const period = secondPeriod(range, numberOf(view.compare), view.interval);
  if (!period) return null;
  const moved = base === null || unit !== "index" ? null : base + period.from - range.from;
  const second = measuredLines(input, period, unit, moved);
  const starts = bucketDates(bucketsOf(period.from, period.to, view.interval)).map((date) => Math.max(period.from, numberOf(date)));
  const index = new Map(starts.map((day, at) => [day, at]));
  const days = table.dates.map((date) => Math.max(range.from, numberOf(date)));
  const at = new Map(days.map((day, place) => [day, place]));
  return {
    period,
    lines: second.lines.flatMap((line): ComparedLine[] => {
      const points = line.points.flatMap((point) => {
        const day = days[index.get(point.day) ?? -1];
        return day === undefined ? [] : [{ ...point, day, date: point.day }];
      });
      // Behind what is drawn: without the first line there is nothing to compare.
      if (points.length === 0 || !lines.some((one) => one.id === line.id)) return [];
      const stroke = { ...line.stroke, width: line.stroke.cap === "round" ? 2 : 1.25, hatched: false, second: true as const };
      return [{ ...withPoints(line, points, at), id: `${line.id} second`, of: line.id, label: label(period), stroke }];
    }),
  };
}
