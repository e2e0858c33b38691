import type { Catalog } from "../model/catalog.ts";
import type { Figure } from "../model/figure.ts";
import type { Metric } from "../model/metric.ts";
import { longDay, rounded, spoken } from "./format.ts";
import { fixesLine, type Line, type Point } from "./lines.ts";
import { counted, nameOf, spokenPlace } from "./names.ts";

/** A run of words; with a platform where they name one, so that a page can colour them. */
export interface Span {
  text: string;
  platform?: string;
}

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const MOST_PLATFORMS = 3;

/**
 * What a chart says, in words, from published values where a line is modelled: a sentence quotes no statistic of a
 * model. At most three platforms; each by the country that reaches farthest.
 *
 * @param lines by day, whatever the interval of the picture
 * @example spanText(headline([press, blog], [rf001], metric, catalog))
 * // "RedNote in the US rose from about 300,000 daily users to 3.4 million in two days. A second estimate peaks at 32.5 million."
 */
export function headline(
  lines: readonly Line[],
  figures: readonly Figure[],
  metric: Metric,
  catalog: Pick<Catalog, "platforms" | "countries">,
): Span[] {
  const spans: Span[] = [];
  const platforms = [...new Set(lines.map((line) => line.platform))];
  for (const platform of platforms.slice(0, MOST_PLATFORMS)) {
    const group = leadingCountry(told(lines.filter((line) => line.platform === platform)));
    const readings = group.map((line) => ({ line, points: quotable(line) })).filter(({ points }) => points.length > 0);
    const main = readings.toSorted((a, b) => b.line.points.length - a.line.points.length)[0];
    const place = spokenPlace(group[0]?.country ?? "", catalog.countries);
    const name = { text: nameOf(catalog.platforms, platform), platform };
    if (spans.length > 0) spans.push({ text: " " });
    if (group.some((line) => line.kind === "illustrative")) spans.push({ text: "Made up: " });
    spans.push(name);
    const many = new Set(lines.map((line) => line.country)).size > 1;
    const where = spans.filter((one) => one.platform).length === 1 || many ? ` in ${place}` : "";
    if (!main) {
      spans.push({ text: `${where} has no published figure in these days; the line between them is modelled.` });
      continue;
    }
    const phrase = course(main.points, (point) => quote(point, main.line, figures, metric), metric);
    spans.push({ text: `${where} ${phrase}${secondReading(main, readings, metric)}` });
  }
  if (platforms.length > MOST_PLATFORMS) spans.push({ text: ` ${capital(count(platforms.length - MOST_PLATFORMS))} more below.` });
  return spans;
}

/** The words of some spans. */
export function spanText(spans: readonly Span[]): string {
  return spans.map((one) => one.text).join("");
}

/** How a line went: rose, fell, stayed, or stood once. */
function course(points: readonly Point[], say: (point: Point) => string, metric: Metric): string {
  const [first, last] = [points[0] as Point, points.at(-1) as Point];
  const peak = points.reduce((best, point) => (point.value > best.value ? point : best));
  const low = points.reduce((best, point) => (point.value < best.value ? point : best));
  if (points.length === 1) return `had ${say(first)} ${counted(metric)} on ${longDay(first.day)}.`;
  if (peak.value < low.value * 1.6) return `stayed between ${between(low.value, peak.value)}.`;
  const before = points.filter((point) => point.day < peak.day);
  const base = before.length > 0 ? Math.min(...before.map((point) => point.value)) : Number.POSITIVE_INFINITY;
  if (peak.value >= base * 1.5) {
    const start = before.findLast((point) => point.value <= base * 1.1) as Point;
    return `rose from ${say(start)} ${counted(metric)} to ${say(peak)} in ${duration(peak.day - start.day)}.`;
  }
  return `fell from ${say(peak)} ${counted(metric)} to ${say(last)} in ${duration(last.day - peak.day)}.`;
}

function secondReading(
  main: { line: Line; points: readonly Point[] },
  readings: { line: Line; points: readonly Point[] }[],
  metric: Metric,
): string {
  const peakOf = (points: readonly Point[]) => Math.max(...points.map((point) => point.value));
  const other = readings.filter(({ line }) => line !== main.line).toSorted((a, b) => peakOf(b.points) - peakOf(a.points))[0];
  if (!other || metric.over_time === "min") return "";
  const ratio = peakOf(other.points) / peakOf(main.points);
  if (ratio < 1.3 && ratio > 1 / 1.3) return "";
  const noun = other.line.kind === "observed" ? "source" : "estimate";
  const peak = other.points.reduce((best, point) => (point.value > best.value ? point : best));
  return ` A second ${noun} peaks at ${spoken(other.line.kind === "modelled" ? peak.value : rounded(peak.value, 3))}.`;
}

/** Made-up lines are told only where there are no others. */
function told(lines: readonly Line[]): readonly Line[] {
  const real = lines.filter((line) => line.kind !== "illustrative");
  return real.length > 0 ? real : lines;
}

/** Points that may be quoted: published ones of a modelled line, all of another. */
function quotable(line: Line): Point[] {
  return line.kind === "modelled" ? line.points.filter((point) => point.published) : line.points;
}

function quote(point: Point, line: Line, figures: readonly Figure[], metric: Metric): string {
  if (line.kind !== "modelled") return spoken(rounded(point.value, 3));
  const said = figures.find((figure) => figure.metric_id === metric.id && figure.value === point.value && fixesLine(figure, line));
  return `${said?.qualifier ? `${said.qualifier} ` : ""}${spoken(point.value)}`;
}

function leadingCountry(lines: readonly Line[]): Line[] {
  const peak = (line: Line) => Math.max(...line.points.map((point) => point.value));
  const leader = lines.toSorted((a, b) => peak(b) - peak(a))[0];
  return lines.filter((line) => line.country === leader?.country && line.topic === leader?.topic);
}

function between(low: number, high: number): string {
  if (low >= 1e7) return `${Math.round(low / 1e6)} and ${Math.round(high / 1e6)} million`;
  return `${spoken(rounded(low, 2))} and ${spoken(rounded(high, 2))}`;
}

function duration(days: number): string {
  return days === 1 ? "one day" : `${count(days)} days`;
}

function count(number: number): string {
  return NUMBERS[number] ?? String(number);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
