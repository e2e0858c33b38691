import { isWhole } from "../analysis/dated.ts";
import type { MeasureUnit } from "../analysis/measure.ts";
import type { Catalog } from "../model/catalog.ts";
import type { Metric } from "../model/metric.ts";
import type { Line, Point, Speech } from "./lines.ts";
import type { MeasureWords } from "./measure-words.ts";
import { nameOf } from "./names.ts";
import type { ComparedLine } from "./reshaped.ts";
import type { Span } from "./sentence.ts";

const MOST_PLATFORMS = 3;

/** What a sentence about measured lines needs besides them. */
export interface MeasuredSaid {
  unit: MeasureUnit;
  metric: Metric;
  catalog: Pick<Catalog, "platforms" | "countries">;
  words: MeasureWords;
  speech: Speech;
  value: (point: Point, line: Line) => string;
  day: (day: number) => string;
}

/**
 * What measured lines say, in words: the highest and the last value, or the largest changes either way. Of a modelled line
 * only what rests on published figures is quoted, and where nothing does the sentence says so.
 *
 * @param lines in the unit of the measure; days may count from day 0, then `date` is quoted
 */
export function measuredHeadline(lines: readonly Line[], about: MeasuredSaid): Span[] {
  const { words, catalog } = about;
  const platforms = [...new Set(lines.map((line) => line.platform))];
  const many = new Set(lines.map((line) => line.country)).size > 1;
  const spans = platforms.slice(0, MOST_PLATFORMS).flatMap((platform, index): Span[] => {
    const own = lines.filter((line) => line.platform === platform && line.points.length > 0);
    const real = own.filter((line) => line.kind !== "illustrative");
    const line = leading(real.length > 0 ? real : own, about.unit);
    if (!line) return [];
    const place = index === 0 || many ? words.said.in(about.speech.words.spokenPlace(line.country, catalog.countries)) : "";
    return [
      { text: `${index === 0 ? "" : " "}${line.kind === "illustrative" ? words.said.madeUp : ""}` },
      { text: nameOf(catalog.platforms, platform), platform },
      { text: place + course(line, about) },
    ];
  });
  if (platforms.length > MOST_PLATFORMS) spans.push({ text: words.said.more(platforms.length - MOST_PLATFORMS) });
  return spans.filter((span) => span.text !== "");
}

/** How high the second period of each platform was, where that may be quoted. */
export function secondSaid(lines: readonly ComparedLine[], about: MeasuredSaid): Span[] {
  const { second } = about.words.said;
  const platforms = [...new Set(lines.map((line) => line.platform))];
  const spans = platforms.slice(0, MOST_PLATFORMS).flatMap((platform, index): Span[] => {
    const line = leading(
      lines.filter((one) => one.platform === platform),
      about.unit,
    );
    // A week that the period cuts off, or a month without all its days, is drawn but not quoted.
    const points = line ? quotable(line).filter(isWhole) : [];
    if (!line || points.length === 0) return [];
    const most = highest(points, about);
    const was = second.was(about.value(most, line), about.day(dateOf(most)), index === 0);
    return [{ text: second.between }, { text: nameOf(about.catalog.platforms, platform), platform }, { text: was }];
  });
  return spans.length === 0 ? [] : [{ text: second.begin }, ...spans.slice(1), { text: second.end }];
}

function course(line: Line, about: MeasuredSaid): string {
  const { unit, words, value, day } = about;
  const points = quotable(line);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return words.said.nothing(unit === "index");
  const most = highest(points, about);
  if (unit === "percent" || unit === "places") {
    const least = points.reduce((one, point) => (point.value < one.value ? point : one));
    if (most !== least) return words.said.change(value(most, line), day(dateOf(most)), value(least, line), day(dateOf(least)));
  }
  if (points.length === 1 || most === last) {
    const kind = unit === "index" || unit === "per100k" ? unit : "change";
    return words.said.one[kind](value(most, line), day(dateOf(most)), about.speech.words.counted(about.metric));
  }
  const texts = [value(most, line), day(dateOf(most)), value(last, line), day(dateOf(last))] as const;
  return unit === "per100k" ? words.said.per100k(about.speech.words.counted(about.metric), ...texts) : words.said.index(...texts);
}

/** The line that a sentence is about: the one that reaches farthest, or most often changes. */
function leading<Shown extends Line>(lines: readonly Shown[], unit: MeasureUnit): Shown | undefined {
  const quotes = (line: Line) => quotable(line).length;
  const most = (line: Line) => line.points.reduce((high, point) => Math.max(high, point.value), Number.NEGATIVE_INFINITY);
  const isChange = unit === "percent" || unit === "places";
  return lines.toSorted((a, b) => (isChange ? quotes(b) - quotes(a) : Math.sign(quotes(b)) - Math.sign(quotes(a))) || most(b) - most(a))[0];
}

function quotable(line: Line): Point[] {
  return line.kind === "modelled" ? line.points.filter((point) => point.published) : line.points;
}

function highest(points: readonly Point[], { metric, unit }: MeasuredSaid): Point {
  const downwards = metric.over_time === "min" && unit === "value";
  return points.reduce((best, point) => ((downwards ? point.value < best.value : point.value > best.value) ? point : best));
}

function dateOf(point: Point): number {
  return point.date ?? point.day;
}
