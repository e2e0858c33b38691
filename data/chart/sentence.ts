import type { Catalog } from "../model/catalog.ts";
import { numberOf } from "../model/day.ts";
import type { Figure } from "../model/figure.ts";
import type { Metric } from "../model/metric.ts";
import { ALL_TOPICS } from "../model/slug.ts";
import type { Told } from "./chart-words.ts";
import { rounded } from "./format.ts";
import { fixesLine, type Line, type Point, type Speech } from "./lines.ts";
import { farthestReadings } from "./marks.ts";
import { nameOf } from "./names.ts";

/** A run of words; with a platform where they name one, so that a page can colour them. */
export interface Span {
  text: string;
  platform?: string;
}

const MOST_PLATFORMS = 3;
/** A line that never reaches this multiple of its lowest value stayed where it was. */
const STEADY = 1.6;

/**
 * What a chart says, in words, from published values where a line is modelled: a sentence quotes no statistic of a
 * model. At most three platforms; each by the country that reaches farthest.
 *
 * @param lines by day, whatever the interval of the picture
 * @example spanText(headline([press, blog], [rf001], metric, catalog, speech))
 * // "RedNote in the US rose from about 300,000 daily users to 3.4 million in two days. A second estimate peaks at 32.5 million."
 */
export function headline(
  lines: readonly Line[],
  figures: readonly Figure[],
  metric: Metric,
  catalog: Pick<Catalog, "platforms" | "countries" | "topics">,
  speech: Speech,
): Span[] {
  const { words } = speech;
  const spans: Span[] = [];
  let said = "";
  const platforms = [...new Set(lines.map((line) => line.platform))];
  for (const platform of platforms.slice(0, MOST_PLATFORMS)) {
    const group = leadingCountry(told(lines.filter((line) => line.platform === platform)));
    const readings = group.map((line) => ({ line, points: quotable(line) })).filter(({ points }) => points.length > 0);
    const main = readings.toSorted((a, b) => b.line.points.length - a.line.points.length)[0];
    const place = words.spokenPlace(group[0]?.country ?? "", catalog.countries);
    const name = { text: nameOf(catalog.platforms, platform), platform };
    if (spans.length > 0 && words.gap !== "") spans.push({ text: words.gap });
    if (group.some((line) => line.kind === "illustrative")) spans.push({ text: words.madeUp });
    spans.push(name);
    const many = new Set(lines.map((line) => line.country)).size > 1;
    const where = spans.filter((one) => one.platform).length === 1 || many ? place : "";
    if (!main) {
      spans.push({ text: words.noFigure({ place: where, unit: "" }) });
      continue;
    }
    const { topic } = main.line;
    const unit = topic === ALL_TOPICS ? words.counted(metric) : words.onTopic(words.counted(metric), nameOf(catalog.topics, topic));
    const subject = { place: where, unit: unit === said ? "" : unit };
    const phrase =
      metric.over_time === "min"
        ? places(main.points, subject, speech)
        : course(
            main.points,
            (point) => quote(point, main.line, figures, metric, speech),
            subject,
            bounds(main.line, figures, metric),
            speech,
          );
    said = unit;
    const other = secondReading(main, readings, metric, speech) || disagreement(group, speech);
    spans.push({ text: other === "" ? phrase : `${phrase}${words.gap}${other}` });
  }
  if (platforms.length > MOST_PLATFORMS) spans.push({ text: `${words.gap}${words.more(platforms.length - MOST_PLATFORMS)}` });
  return spans;
}

/** The words of some spans. */
export function spanText(spans: readonly Span[]): string {
  return spans.map((one) => one.text).join("");
}

/**
 * How a line went: rose, fell, dipped, stayed, or stood once.
 *
 * @param beyond published values beyond the picture between which the line runs
 */
function course(
  points: readonly Point[],
  say: (point: Point) => string,
  told: Told,
  beyond: readonly number[],
  { words, format }: Speech,
): string {
  const [first, last] = [points[0] as Point, points.at(-1) as Point];
  const peak = points.reduce((best, point) => (point.value > best.value ? point : best));
  const low = points.reduce((best, point) => (point.value < best.value ? point : best));
  if (points.length === 1) return words.had(told, say(first), format.longDay(first.day));
  if (peak.value < low.value * STEADY) {
    const [least, most] = [Math.min(low.value, ...beyond), Math.max(peak.value, ...beyond)];
    const range = most < least * STEADY ? words.range(least, most) : words.range(low.value, peak.value);
    return words.stayed(told, range);
  }
  const before = points.filter((point) => point.day < peak.day);
  const base = before.length > 0 ? Math.min(...before.map((point) => point.value)) : Number.POSITIVE_INFINITY;
  if (peak.value >= base * 1.5) {
    const start = before.findLast((point) => point.value <= base * 1.1) as Point;
    return words.rose(told, say(start), say(peak), peak.day - start.day);
  }
  if (last.value * 1.3 > peak.value) {
    const top = Math.max(...points.filter((point) => point.day < low.day).map((point) => point.value));
    const start = points.findLast((point) => point.day < low.day && point.value >= top * 0.9) as Point;
    return words.dipped(told, say(start), say(low), low.day - start.day, say(last), format.longDay(last.day));
  }
  return words.fell(told, say(peak), say(last), last.day - peak.day);
}

/** How a rank went: the smallest is the best. */
function places(points: readonly Point[], told: Told, { words: { rank }, format }: Speech): string {
  const [first, last] = [points[0] as Point, points.at(-1) as Point];
  const best = points.reduce((one, point) => (point.value < one.value ? point : one));
  const worst = points.reduce((one, point) => (point.value > one.value ? point : one));
  if (points.length === 1) return rank.had(told, first.value, format.longDay(first.day));
  if (best.value === worst.value) return rank.stayed(told, best.value);
  if (best.value < first.value) return rank.rose(told, first.value, best.value, best.day - first.day);
  if (last.value > first.value) return rank.fell(told, first.value, last.value, last.day - first.day);
  return rank.between(told, best.value, worst.value);
}

/** Where a modelled line enters or leaves the picture between published figures: the next of them beyond it. */
function bounds(line: Line, figures: readonly Figure[], metric: Metric): number[] {
  if (line.kind !== "modelled") return [];
  const [first, last] = [line.points[0] as Point, line.points.at(-1) as Point];
  const fixing = figures
    .filter((figure) => figure.metric_id === metric.id && fixesLine(figure, line))
    .toSorted((a, b) => a.date_from.localeCompare(b.date_from));
  const earlier = first.published ? undefined : fixing.findLast((figure) => numberOf(figure.date_to) < first.day);
  const later = last.published ? undefined : fixing.find((figure) => numberOf(figure.date_from) > last.day);
  return [earlier, later].flatMap((figure) => (figure ? [figure.value] : []));
}

/** Two readings of one day, where no sentence quotes the second. */
function disagreement(lines: readonly Line[], { words }: Speech): string {
  const apart = farthestReadings(lines);
  return apart ? words.apart(apart.text) : "";
}

function secondReading(
  main: { line: Line; points: readonly Point[] },
  readings: { line: Line; points: readonly Point[] }[],
  metric: Metric,
  { words, format }: Speech,
): string {
  const peakOf = (points: readonly Point[]) => Math.max(...points.map((point) => point.value));
  const other = readings.filter(({ line }) => line !== main.line).toSorted((a, b) => peakOf(b.points) - peakOf(a.points))[0];
  if (!other || metric.over_time === "min") return "";
  const ratio = peakOf(other.points) / peakOf(main.points);
  if (ratio < 1.3 && ratio > 1 / 1.3) return "";
  const peak = other.points.reduce((best, point) => (point.value > best.value ? point : best));
  return words.second(other.line.kind === "observed", format.spoken(other.line.kind === "modelled" ? peak.value : rounded(peak.value, 3)));
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

function quote(point: Point, line: Line, figures: readonly Figure[], metric: Metric, { words, format }: Speech): string {
  if (line.kind !== "modelled") return format.spoken(rounded(point.value, 3));
  const said = figures.find((figure) => figure.metric_id === metric.id && figure.value === point.value && fixesLine(figure, line));
  return words.quoted(point.value, said?.qualifier ?? "");
}

function leadingCountry(lines: readonly Line[]): Line[] {
  const peak = (line: Line) => Math.max(...line.points.map((point) => point.value));
  const leader = lines.toSorted((a, b) => peak(b) - peak(a))[0];
  return lines.filter((line) => line.country === leader?.country && line.topic === leader?.topic);
}
