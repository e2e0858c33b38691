import type { Metric } from "../model/metric.ts";
import { ALL_TOPICS } from "../model/slug.ts";
import type { View } from "../model/view.ts";
import type { ChartWords } from "./chart-words.ts";
import type { Speech } from "./lines.ts";
import { nameOf } from "./names.ts";
import type { Panel, SpokenInput } from "./picture.ts";
import type { Reshaped } from "./reshaped.ts";
import type { Span } from "./sentence.ts";

/** What is drawn: metric, countries, interval, scale; and what of it is missing. */
export function describe(input: SpokenInput, metric: Metric, panels: readonly Panel[], reshaped?: Reshaped): string {
  const { view, speech } = input;
  const { words } = speech;
  const lines = panels.some((panel) => panel.lines.some((line) => line.points.length > 1));
  const isRank = metric.over_time === "min" && reshaped?.unit !== "places";
  return sentences(speech, [
    words.described(parts(words, whatOf(input, metric, reshaped)), view.interval),
    isRank && panels.length > 0 ? words.bestAtTop : !isRank && view.scale === "log" && lines ? words.equalSlopes : "",
    ...sumText(input, metric, panels),
    missingText(input, metric, panels, reshaped),
  ]);
}

/** The parts of the name of a picture: metric, topic and countries. */
export function whatOf(input: SpokenInput, metric: Metric, reshaped?: Reshaped): string[] {
  return [reshaped?.title ?? metric.name, topicsText(input), countriesText(input, metric)];
}

/** More codes than these stand in no name: they are said in a sentence. */
const MOST_CODES = 4;

/** Which countries a sum is of, and on how many of its dates some of them were missing. */
function sumText({ view, speech: { words } }: SpokenInput, metric: Metric, panels: readonly Panel[]): string[] {
  if (!isSum(view, metric) || panels.length === 0) return [];
  const lines = panels.flatMap((panel) => panel.lines);
  const dates = lines.flatMap((line) => line.values.map((value, at) => (value === null ? null : (line.countriesReported?.[at] ?? null))));
  const reported = dates.filter((count) => count !== null);
  const some = reported.filter((count) => count < (lines[0]?.country.split("+").length ?? 0)).length;
  const codes = lines[0]?.country.split("+") ?? [];
  return [
    codes.length > MOST_CODES ? words.addedUp(codes.join(words.comma)) : "",
    some > 0 ? words.someMissing(some, reported.length, view.interval) : "",
  ];
}

/** Names the chosen platforms and countries of which the picture has nothing. */
function missingText(input: SpokenInput, metric: Metric, panels: readonly Panel[], reshaped?: Reshaped): string {
  const { view, table, catalog, speech } = input;
  const { words } = speech;
  if (panels.length === 0) return "";
  const shown: { platform: string; country: string }[] = panels.flatMap((panel) => [
    ...panel.lines.filter((line) => line.points.length > 0),
    ...panel.figures.map((mark) => mark.figure),
  ]);
  // What a measure leaves out is named with its reason.
  if (reshaped) shown.push(...table.series);
  const platforms = view.platforms.filter((platform) => !shown.some((one) => one.platform === platform));
  const countries = isSum(view, metric) ? [] : view.countries.filter((country) => !shown.some((one) => one.country === country));
  const names = [
    ...platforms.map((platform) => nameOf(catalog.platforms, platform)),
    ...(countries.length > 3
      ? [words.placesOf(countries.length, view.countries.length)]
      : countries.map((country) => words.spokenPlace(country, catalog.countries))),
  ];
  return names.length === 0 ? "" : words.noDataFor(words.or(names));
}

/** Says how many values a logarithmic scale refused. */
export function refusedText({ view, table, speech }: SpokenInput): string {
  if (view.scale !== "log") return "";
  const refused = table.series.reduce((sum, column) => sum + column.values.filter((value) => value !== null && value <= 0).length, 0);
  return refused === 0 ? "" : speech.words.refused(refused);
}

/** Whether a view shows one line of its countries together. */
export function isSum(view: View, metric: Metric): boolean {
  return view.sum && metric.over_countries === "sum" && view.countries.length > 1;
}

/** The countries of a picture in its subtitle. */
export function countriesText(input: SpokenInput, metric: Metric): string {
  const { view, catalog, speech } = input;
  if (isSum(view, metric)) return speech.words.sumOf(codesText({ ...input, view: { ...view, sum: false } }, metric));
  const names = view.countries.map((country) => speech.words.place(country, catalog.countries));
  return names.length <= 3 ? names.join(speech.words.comma) : speech.words.places(names.length);
}

/** Its topics, where they are not all. */
export function topicsText({ view, catalog, speech }: SpokenInput): string {
  const [only, ...others] = view.topics;
  if (only === undefined || (others.length === 0 && only === ALL_TOPICS)) return "";
  return others.length === 0 ? nameOf(catalog.topics, only) : speech.words.topics(view.topics.length);
}

/** Its countries by their codes. */
export function codesText({ view, speech }: SpokenInput, metric: Metric): string {
  if (view.countries.length > MOST_CODES) return speech.words.places(view.countries.length);
  return view.countries.join(isSum(view, metric) ? " + " : ", ");
}

/** Why nothing can be drawn. */
export function emptyText(input: SpokenInput, metric: Metric): string {
  const { view, range, table, catalog, speech } = input;
  const { words, format } = speech;
  if (view.platforms.length === 0) return words.noPlatform;
  if (view.countries.length === 0) return words.noCountry;
  const platforms = words.or(view.platforms.map((platform) => nameOf(catalog.platforms, platform)));
  const places = view.countries.map((country) => words.spokenPlace(country, catalog.countries));
  const days = format.rangeText(range.from, range.to);
  if (table.series.some((column) => column.values.some((value) => value !== null))) return words.zeros(metric.name, platforms);
  if (isSum(view, metric)) return words.noSum(words.inside(metric.name), platforms, places, days);
  return words.noSource(words.inside(metric.name), platforms, topicsText(input), places, days);
}

/** What there is where no series is: figures, or claims that nobody can trace. */
export function figuresText(panels: readonly Panel[], metric: Metric, { catalog, range, speech: { words, format } }: SpokenInput): Span[] {
  const all = panels.flatMap((panel) => panel.figures);
  const published = all.filter((mark) => mark.state !== "untraceable");
  const marks = published.length > 0 ? published : all;
  const platforms = [...new Set(marks.map((mark) => mark.figure.platform))];
  const places = [...new Set(marks.map((mark) => mark.figure.country))].map((country) => words.spokenPlace(country, catalog.countries));
  const [before, after] = words.figuresOnly(
    marks.length,
    published.length > 0,
    words.inside(metric.name),
    places.length > 3 ? words.places(places.length) : words.and(places),
    format.rangeText(range.from, range.to),
  );
  return [
    { text: before },
    ...platforms.flatMap((platform, index): Span[] => [
      { text: words.before(index, platforms.length) },
      { text: nameOf(catalog.platforms, platform), platform },
    ]),
    { text: after },
  ].filter((span) => span.text !== "");
}

/** What there is of some sentences, one after the other. */
export function sentences({ words }: Speech, all: readonly string[]): string {
  return all.filter((one) => one !== "").join(words.gap);
}

/** What there is of the parts of a name. */
export function parts({ comma }: ChartWords, all: readonly string[]): string {
  return all.filter((one) => one !== "").join(comma);
}
