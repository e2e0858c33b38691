import { bucketLength } from "../analysis/buckets.ts";
import type { Dated } from "../analysis/dated.ts";
import { type DayNumber, nextBucket, numberOf } from "../model/day.ts";
import type { Figure } from "../model/figure.ts";
import { type SeriesColumn, type SeriesTable, seriesId } from "../model/series.ts";
import type { SourceKind } from "../model/source.ts";
import type { ChartWords } from "./chart-words.ts";
import type { Format } from "./format.ts";
import type { Stroke } from "./palette.ts";
import type { Wording } from "./wording.ts";

/** One value of a line. */
export interface Point extends Dated {
  /** The calendar day, where `day` is another: counted from day 0, or that of the first period. */
  date?: DayNumber;
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
  /** The label in the language of the data, where it is another: the plot leaves it the same room in each. */
  room?: string;
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

/** What a line is told besides its column. */
export interface LineContext {
  /** First day of the range: a bucket that begins before it stands there. */
  from: DayNumber;
  /** First day of each bucket of the table. */
  starts: readonly DayNumber[];
  /** Figures of the metric. */
  figures: readonly Figure[];
  /** A logarithmic scale has no place for zero and less: they become gaps. */
  log: boolean;
}

/** A column of the table as a line. */
export function lineOfColumn(column: SeriesColumn, table: SeriesTable, label: string, stroke: Stroke, context: LineContext): Line {
  const { from, starts, log } = context;
  const { platform, country, topic, source, kind, days, reported } = column;
  const fixing = context.figures.filter((figure) => fixesLine(figure, column));
  const values = log ? column.values.map((value) => (value !== null && value <= 0 ? null : value)) : column.values;
  const points: Point[] = [];
  values.forEach((value, index) => {
    if (value === null) return;
    const start = starts[index] as DayNumber;
    const count = days?.[index] ?? 1;
    const published = count === 1 && fixing.some((figure) => figure.value === value && covers(figure, start, table));
    points.push({ day: Math.max(from, start), value, reported: count, of: bucketLength(start, table.interval), published });
  });
  return { id: seriesId(column), platform, country, topic, source, kind, label, stroke, points, values, countriesReported: reported };
}

/** The language of a picture. */
export interface Speech {
  words: ChartWords;
  format: Format;
  /** Absent where values are the metric's own, on calendar days. */
  wording?: Wording;
}

/**
 * A value as its kind allows: published ones with all their digits, modelled ones with two, others with three.
 *
 * @example pointText({ value: 918235, published: false }, "modelled", speech) // "about 920k"
 */
export function pointText(point: Pick<Point, "value" | "published">, kind: SourceKind, speech: Speech): string {
  const { words, format, wording } = speech;
  if (wording) return wording.value(point, kind, "label");
  if (point.published) return format.compact(point.value);
  return kind === "modelled" ? words.about(format.twoDigits(point.value)) : format.threeDigits(point.value);
}

/** Whether a figure is about a day of the bucket that begins at `start`. */
function covers(figure: Figure, start: DayNumber, { interval }: SeriesTable): boolean {
  return numberOf(figure.date_from) < nextBucket(start, interval) && numberOf(figure.date_to) >= start;
}
