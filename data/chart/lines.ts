import { bucketLength } from "../analysis/buckets.ts";
import { type DayNumber, type Interval, numberOf } from "../model/day.ts";
import type { Figure } from "../model/figure.ts";
import { type SeriesColumn, type SeriesTable, seriesId } from "../model/series.ts";
import type { SourceKind } from "../model/source.ts";
import { compact, threeDigits, twoDigits } from "./format.ts";
import type { Stroke } from "./palette.ts";

/** One value of a line. */
export interface Point {
  /** Where it stands: the day, or the first day of its bucket inside the range. */
  day: DayNumber;
  /** In the metric's unit. */
  value: number;
  /** Days of the bucket that were reported, of those that it has; 1 of 1 by day. */
  reported: number;
  of: number;
  /** Whether a published figure gives exactly this value for this day. */
  published: boolean;
}

/** One series as it is drawn. */
export interface Line {
  id: string;
  platform: string;
  country: string;
  topic: string;
  source: string;
  kind: SourceKind;
  /** What tells it from the others of its panel. */
  label: string;
  stroke: Stroke;
  /** Ascending; a day without a value is a gap between two points. */
  points: Point[];
  /** One value per date of the table: `null` is a gap. */
  values: (number | null)[];
  /** Sums only: countries that reported, a date each. */
  countriesReported?: number[];
}

/** Whether a figure is about the same platform and country as a line, and fixes its source. */
export function fixesLine(figure: Figure, line: Pick<Line, "platform" | "country" | "source">): boolean {
  return figure.platform === line.platform && figure.country === line.country && figure.fixes.includes(line.source);
}

/** A column of the table as a line. `from` is the first day of the range: a bucket that begins before it stands there. */
export function lineOfColumn(
  column: SeriesColumn,
  table: SeriesTable,
  from: DayNumber,
  label: string,
  stroke: Stroke,
  figures: readonly Figure[],
): Line {
  const line = { id: seriesId(column), platform: column.platform, country: column.country, topic: column.topic, source: column.source };
  const fixing = figures.filter((figure) => figure.metric_id === table.metric && fixesLine(figure, line));
  const points: Point[] = [];
  column.values.forEach((value, index) => {
    if (value === null) return;
    const start = numberOf(table.dates[index] as string);
    const day = Math.max(from, start);
    points.push({
      day,
      value,
      reported: column.days?.[index] ?? 1,
      of: bucketLength(start, table.interval),
      published:
        table.interval === "day" &&
        fixing.some(
          (figure) => figure.value === value && figure.date_from <= dateAt(table, index) && dateAt(table, index) <= figure.date_to,
        ),
    });
  });
  return { ...line, kind: column.kind, label, stroke, points, values: column.values, countriesReported: column.reported };
}

/** Whether all days of a point's bucket were reported. */
export function isWhole(point: Point): boolean {
  return point.reported >= point.of;
}

/**
 * A value as its kind allows: published ones with all their digits, modelled ones with two, others with three.
 *
 * @example pointText({ value: 918235, published: false }, "modelled") // "about 920k"
 */
export function pointText(point: Pick<Point, "value" | "published">, kind: SourceKind): string {
  if (point.published) return compact(point.value);
  return kind === "modelled" ? `about ${twoDigits(point.value)}` : threeDigits(point.value);
}

/** @example bucketNoun("week", 2) // "weeks" */
export function bucketNoun(interval: Interval, count: number): string {
  return count === 1 ? interval : `${interval}s`;
}

function dateAt(table: SeriesTable, index: number): string {
  return table.dates[index] as string;
}
