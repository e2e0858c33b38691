import type { Dated } from "../analysis/dated.ts";
import { type BaseRefusal, baseOf, changes, indexed, type MeasureUnit, perPeople } from "../analysis/measure.ts";
import { type Extent, seriesTable } from "../analysis/table.ts";
import { bucketStart, type DayNumber, dayOf, type Interval, nextBucket, numberOf } from "../model/day.ts";
import type { Figure } from "../model/figure.ts";
import type { SeriesTable } from "../model/series.ts";
import type { View } from "../model/view.ts";
import { fixesLine, type Line, type Point } from "./lines.ts";
import { figuresOf, linesOf } from "./model.ts";
import type { SpokenInput } from "./picture.ts";

/** A line that a measure says nothing of, and why. */
interface Refused {
  line: Line;
  why: BaseRefusal | "countries" | "population";
}

/** The lines of a picture in a measure. */
export interface MeasuredLines {
  lines: Line[];
  refused: Refused[];
  /** The base of each index, by id of its line. */
  bases: Map<string, Dated>;
  /** Changes that could not be told since the value before was zero. */
  fromZero: number;
  /** Whether days of a sum were left out since a country was missing. */
  partial: boolean;
}

/**
 * The series of a view in a measure, over some days. A sum is measured on the days that all of its countries report:
 * one country more or less is no change.
 *
 * @param input with the view as it can be drawn
 * @param range the picture's own, or that of a second period
 * @param base the day on which an index is 100; `null` takes the first value of each line
 */
export function measuredLines(input: SpokenInput, range: Extent, unit: MeasureUnit, base: DayNumber | null): MeasuredLines {
  const { view } = input;
  const result: MeasuredLines = { lines: [], refused: [], bases: new Map(), fromZero: 0, partial: false };
  const before = beforeOf(view.measure === "weekchange" ? 7 : 1, view.interval);
  const isChange = unit === "percent" || unit === "places";
  const days = isChange ? { from: before(bucketStart(range.from, view.interval)), to: range.to } : range;
  const raw = rawLines(input, days, unit === "value");
  const bases = unit === "index" && base !== null ? rawLines(input, bucketOf(base, view.interval), false) : null;
  const at = new Map(datesOf(raw.table, range).map((day, index) => [day, index]));
  for (const line of raw.lines) {
    const complete = unit === "value" ? line.points : withAllCountries(line, raw);
    result.partial ||= complete.length < line.points.length;
    const points = pointsOf(complete, line);
    if (!points) continue;
    const shown = points.filter((point) => point.day >= range.from);
    result.lines.push(withPoints(line, shown, at));
  }
  return result;

  function pointsOf(points: readonly Point[], line: Line): readonly Point[] | null {
    if (unit === "index") {
      const there = bases ? bases.lines.find((one) => one.id === line.id) : line;
      // A base without some of the countries would make every day that has all of them look large.
      const own = !bases ? points : there ? withAllCountries(there, bases) : [];
      const found = baseOf(own, bases && base !== null ? bucketStart(base, view.interval) : null);
      if ("refused" in found) return refuse(line, own.length === 0 && there?.points.length ? "countries" : found.refused);
      result.bases.set(line.id, found.base);
      return indexed(points, found.base);
    }
    if (unit === "per100k") {
      const population = populationOf(line.country, input);
      return population === null ? refuse(line, "population") : perPeople(points, population);
    }
    if (unit === "value") return points;
    const changed = changes(points, before, unit);
    result.fromZero += changed.fromZero;
    return changed.values;
  }

  function refuse(line: Line, why: Refused["why"]): null {
    result.refused.push({ line, why });
    return null;
  }
}

/** People of a country, or of all countries of a sum; `null` where the reference lacks one of them. */
export function populationOf(country: string, { catalog }: Pick<SpokenInput, "catalog">): number | null {
  let people = 0;
  for (const code of country.split("+")) {
    const population = catalog.countries.find((known) => known.id === code)?.population;
    if (!population) return null;
    people += population;
  }
  return people;
}

/** A line with other points: its values stand on the dates of the picture. */
export function withPoints(line: Line, points: Point[], at: ReadonlyMap<DayNumber, number>): Line {
  const values: (number | null)[] = new Array(at.size).fill(null);
  for (const point of points) {
    const index = at.get(point.day);
    if (index !== undefined) values[index] = point.value;
  }
  return { ...line, points, values };
}

/** A line as a scale has it: a logarithmic one has no place for zero and less. */
export function onScale<Drawn extends Line>(line: Drawn, scale: View["scale"]): Drawn {
  if (scale === "linear" || line.points.every((point) => point.value > 0)) return line;
  return {
    ...line,
    points: line.points.filter((point) => point.value > 0),
    values: line.values.map((value) => (value !== null && value > 0 ? value : null)),
  };
}

/** Where the dates of a table stand on the picture of a range; those before it fall away. */
function datesOf(table: SeriesTable, range: Extent): DayNumber[] {
  return table.dates
    .map(numberOf)
    .filter((start) => nextBucket(start, table.interval) > range.from)
    .map((start) => Math.max(range.from, start));
}

interface RawLines {
  table: SeriesTable;
  lines: Line[];
}

/** The values themselves, zero among them. */
function rawLines(input: SpokenInput, range: Extent, isPlain: boolean): RawLines {
  const { view, series, catalog } = input;
  const own = range.from === input.range.from && range.to === input.range.to;
  const days = { from: dayOf(range.from), to: dayOf(range.to) };
  const table = own ? input.table : seriesTable({ ...view, range: days }, series, catalog);
  const lines = linesOf({ ...input, view: { ...view, scale: "linear" } }, table, range.from);
  return { table, lines: isPlain ? lines : lines.map((line) => withQualifiers(line, input)) };
}

/** What was given as under or over so much is no number to calculate with; what was given as about so much is a rough one. */
function withQualifiers(line: Line, input: SpokenInput): Line {
  if (!line.points.some((point) => point.published)) return line;
  const qualified = figuresOf(input).filter((figure) => figure.qualifier !== "" && fixesLine(figure, line));
  const points = line.points.map((point): Point => {
    const figure = point.published ? qualified.find((one) => one.value === point.value && covers(one, point.day)) : undefined;
    if (!figure) return point;
    return figure.qualifier === "about" ? { ...point, rough: true } : { ...point, published: false };
  });
  return { ...line, points };
}

function covers(figure: Figure, day: DayNumber): boolean {
  return numberOf(figure.date_from) <= day && numberOf(figure.date_to) >= day;
}

function withAllCountries(line: Line, { table }: RawLines): Point[] {
  const { countriesReported } = line;
  if (!countriesReported) return line.points;
  const all = line.country.split("+").length;
  const complete = new Set(table.dates.filter((_, index) => countriesReported[index] === all).map(numberOf));
  return line.points.filter((point) => complete.has(bucketStart(point.day, table.interval)));
}

function beforeOf(days: number, interval: Interval): (day: DayNumber) => DayNumber {
  return interval === "day" ? (day) => day - days : (day) => bucketStart(day - 1, interval);
}

function bucketOf(day: DayNumber, interval: Interval): Extent {
  const from = bucketStart(day, interval);
  return { from, to: nextBucket(from, interval) - 1 };
}
