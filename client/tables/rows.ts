import { isWhole } from "../../data/analysis/dated.ts";
import type { Extent } from "../../data/analysis/table.ts";
import { CHART } from "../../data/chart/chart-words.ts";
import { lineOfColumn, type Point } from "../../data/chart/lines.ts";
import { nameOf } from "../../data/chart/names.ts";
import type { Stroke } from "../../data/chart/palette.ts";
import type { Reshaped } from "../../data/chart/reshaped.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import { type DayNumber, type Interval, numberOf, partsOf } from "../../data/model/day.ts";
import type { Figure } from "../../data/model/figure.ts";
import type { Metric } from "../../data/model/metric.ts";
import { type SeriesTable, seriesId } from "../../data/model/series.ts";
import { ALL_TOPICS } from "../../data/model/slug.ts";
import type { SourceKind } from "../../data/model/source.ts";
import { compact, dayWithYear, fullNumber, monthName, rangeText, shortDay, threeDigits, times, twoDigits } from "../app/format.ts";
import { wordsOf } from "../app/language.ts";
import { TABLES } from "./words.ts";

/** One value of a row. */
export interface CellValue {
  value: number;
  /** As its kind allows: a published value with all of its digits, others shortened. */
  text: string;
  /** Modelled on that day: `≈` stands before it. */
  about: boolean;
  /** All digits, where `text` has fewer and the value is not modelled. */
  full: string | undefined;
  /** The day, or the bucket and how many of its days were reported where some were not: `13 Jan, 5 of 7 days`. */
  when: string;
}

/** One series in numbers. */
export interface SeriesRow {
  id: string;
  platform: string;
  platformId: string;
  /** Country, and topic where it is not all of them. */
  place: string;
  source: string;
  kind: SourceKind;
  stroke: Stroke;
  /** One a date of the table. */
  values: (number | null)[];
  first: CellValue;
  /** The largest; the smallest of a rank. */
  peak: CellValue;
  last: CellValue;
  /** Peak ÷ first; places gained of a rank; `undefined` where the first value is the peak, or nothing. */
  growth: number | undefined;
  growthText: string;
  /** Dates with a value. */
  count: number;
  /** What a filter searches. */
  words: string;
}

/** What a table needs of a picture that shows something else than values on calendar days. */
export type Measured = Pick<Reshaped, "numbers" | "unit" | "level" | "wording">;

/** The rows and what stands over their columns. */
export interface SeriesRows {
  rows: SeriesRow[];
  /** Whether the smallest value is the best. */
  ranked: boolean;
  heads: { period: string; first: string; growth: string; last: string; count: string };
}

/**
 * A series table in numbers: one row a series that has any value.
 *
 * @param days the days of the range: the first bucket may begin before them
 * @param measured lines of another measure, from day 0 or of a second period, in place of the values of the table
 */
export function seriesRows(
  table: SeriesTable,
  days: Extent,
  figures: readonly Figure[],
  catalog: Pick<Catalog, "platforms" | "countries" | "topics" | "sources">,
  strokes: ReadonlyMap<string, Stroke>,
  metric: Pick<Metric, "over_time">,
  measured?: Measured,
): SeriesRows {
  const ranked = metric.over_time === "min" && measured?.unit !== "places";
  const { place: placed, comma } = wordsOf(CHART);
  const years = partsOf(days.from).year !== partsOf(days.to).year;
  const context = {
    from: days.from,
    starts: table.dates.map(numberOf),
    figures: figures.filter((figure) => figure.metric_id === table.metric),
    log: false,
  };
  const lines =
    measured?.numbers ??
    table.series.flatMap((column) => {
      const stroke = strokes.get(seriesId(column));
      return stroke ? [lineOfColumn(column, table, "", stroke, context)] : [];
    });
  const rows = lines.flatMap((line): SeriesRow[] => {
    const { id, points, stroke, kind, values } = line;
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !last) return [];
    const peak = points.reduce((best, point) => ((ranked ? point.value < best.value : point.value > best.value) ? point : best));
    const platform = nameOf(catalog.platforms, line.platform);
    const topic = line.topic === ALL_TOPICS ? [] : [nameOf(catalog.topics, line.topic)];
    const period = stroke.second ? [line.label] : [];
    const place = [placed(line.country, catalog.countries), ...topic, ...period].join(comma);
    const source = nameOf(catalog.sources, line.source);
    const cell = (point: Point) =>
      measured ? measuredCell(point, kind, table, years, measured) : cellOf(point, kind, table.interval, years);
    const growth = measured?.level === 0 ? lowestOf(points, cell) : growthOf(first, peak, ranked);
    return [
      {
        ...{ id, platform, platformId: line.platform, place, source, kind, stroke, values },
        ...{ first: cell(first), peak: cell(peak), last: cell(last), count: points.length },
        ...growth,
        words: `${platform} ${place} ${source} ${kind}`,
      },
    ];
  });
  const heads = headsOf(table, days, ranked);
  return { rows, ranked, heads: measured?.level === 0 ? { ...heads, growth: wordsOf(TABLES).series.lowest } : heads };
}

/** A value in another measure, or on another day than the one where it stands: what it was made of is at hand. */
function measuredCell(point: Point, kind: SourceKind, table: SeriesTable, years: boolean, { wording }: Measured): CellValue {
  const text = wording.value(point, kind, "full");
  const about = text.startsWith("≈ ");
  const { when } = cellOf(point, kind, table.interval, years);
  const date = point.date === undefined ? when : dayWithYear(point.date);
  return {
    value: point.value,
    text: about ? text.slice(2) : text,
    about,
    full: point.was === undefined ? undefined : wording.remarks({ ...point, date: undefined }, kind).join(wordsOf(CHART).comma),
    when: wording.days ? [wording.days.on(point.day), date].join(wordsOf(CHART).comma) : date,
  };
}

function lowestOf(points: readonly Point[], cell: (point: Point) => CellValue): Pick<SeriesRow, "growth" | "growthText"> {
  const lowest = points.reduce((least, point) => (point.value < least.value ? point : least));
  const { about, text } = cell(lowest);
  return { growth: lowest.value, growthText: about ? `≈ ${text}` : text };
}

function cellOf(point: Point, kind: SourceKind, interval: Interval, years: boolean): CellValue {
  const about = kind === "modelled" && !point.published;
  const text = point.published ? compact(point.value) : about ? twoDigits(point.value) : threeDigits(point.value);
  const all = fullNumber(point.value);
  return { value: point.value, text, about, full: about || all === text ? undefined : all, when: whenOf(point, interval, years) };
}

function whenOf(point: Point, interval: Interval, years: boolean): string {
  const start = interval === "month" ? monthName(point.day) : years ? dayWithYear(point.day) : shortDay(point.day);
  const { comma, daysOf } = wordsOf(CHART);
  return interval === "day" || isWhole(point) ? start : [start, daysOf(point.reported, point.of)].join(comma);
}

function growthOf(first: Point, peak: Point, ranked: boolean): Pick<SeriesRow, "growth" | "growthText"> {
  if (ranked) return { growth: first.value - peak.value, growthText: fullNumber(first.value - peak.value) };
  if (peak === first || first.value <= 0) return { growth: undefined, growthText: wordsOf(TABLES).series.noBaseline };
  return { growth: peak.value / first.value, growthText: times(peak.value / first.value) };
}

function headsOf(table: SeriesTable, days: Extent, ranked: boolean): SeriesRows["heads"] {
  const { head, places, growth, count } = wordsOf(TABLES).series;
  return {
    period: rangeText(days.from, days.to),
    first: head.first[table.interval],
    growth: ranked ? places : growth,
    last: head.last[table.interval],
    count: count(table.interval, fullNumber(table.dates.length)),
  };
}

/** The days of a table whose range is not at hand: from the first date to the last. `null` where it has none. */
export function daysOf(table: SeriesTable): { from: DayNumber; to: DayNumber } | null {
  const [first, last] = [table.dates[0], table.dates.at(-1)];
  return first === undefined || last === undefined ? null : { from: numberOf(first), to: numberOf(last) };
}
