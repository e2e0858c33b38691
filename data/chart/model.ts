import type { Extent } from "../analysis/table.ts";
import type { Catalog } from "../model/catalog.ts";
import { numberOf } from "../model/day.ts";
import type { Figure, SurgeEvent } from "../model/figure.ts";
import type { Metric } from "../model/metric.ts";
import { type DailySeries, type SeriesTable, seriesId } from "../model/series.ts";
import { ALL_TOPICS } from "../model/slug.ts";
import type { View } from "../model/view.ts";
import { linearAxis, logAxis, type ValueAxis } from "./axis.ts";
import { CHART, type ChartWords } from "./chart-words.ts";
import { ENGLISH_FORMAT, type Format } from "./format.ts";
import { type Line, lineOfColumn, type Speech } from "./lines.ts";
import {
  type Bracket,
  emptyFields,
  type Field,
  type FigureMark,
  farthestReadings,
  figureMarks,
  figureSpans,
  type Growth,
  type KnownDays,
  steepestRise,
} from "./marks.ts";
import { nameOf } from "./names.ts";
import { lineOf, platformColors, type Stroke, strokes } from "./palette.ts";
import { pointedText } from "./pointed.ts";
import { headline, type Span } from "./sentence.ts";

/** All that a picture is made of. */
export interface ChartInput {
  view: View;
  /** The days of the view, both included, with its relative range resolved. */
  range: Extent;
  /** In the view's interval, over `range`. */
  table: SeriesTable;
  /** The same by day: what sentences quote. Equal to `table` where the interval is a day. */
  daily: SeriesTable;
  /** All days of the series of the view, also beyond the range: what is not known is worded with them. */
  series: readonly DailySeries[];
  /** Of any metric and day; those that belong are picked. */
  figures: readonly Figure[];
  events: readonly SurgeEvent[];
  catalog: Catalog;
  /** Values that the picture must have room for besides those of its lines, by {@link seriesId}. */
  beside?: ReadonlyMap<string, readonly number[]>;
  /** The language of the picture; English where none is given. */
  words?: ChartWords;
  format?: Format;
}

/** One field with a value axis of its own: a platform, or all of them laid over each other. */
export interface Panel {
  id: string;
  /** `null` in an overlay. */
  platform: string | null;
  title: string;
  subtitle: string;
  /** The same for a narrow picture: country codes, and the metric in the first panel only. */
  brief: string;
  axis: ValueAxis;
  lines: Line[];
  figures: FigureMark[];
  fields: Field[];
  bracket: Bracket | null;
  growth: Growth | null;
}

/** An event of the period, on the time axis. */
export interface EventMark {
  event: SurgeEvent;
  from: number;
  to: number;
  /** `13 Jan`, `18–19 Jan`. */
  dateText: string;
}

/** What to draw, in the units of the data and without pixels. Every rendering is made from this. */
export interface ChartModel {
  view: View;
  metric: Metric;
  range: Extent;
  vintage: number;
  panels: Panel[];
  events: EventMark[];
  strokes: Map<string, Stroke>;
  headline: Span[];
  /** Metric, topic and countries. */
  what: string;
  /** What is drawn: metric, countries, interval, scale. */
  description: string;
  /** Where nothing can be drawn: why, in one sentence. */
  empty: string | null;
  speech: Speech;
}

/** The input with its language. */
type Input = ChartInput & { speech: Speech };

/**
 * A view and its data as a picture without pixels: panels with axes, lines with dashes, figures, empty fields, events,
 * and the sentence that says it in words. Pure: the same input gives the same picture everywhere.
 *
 * @throws RangeError where the catalog lacks the view's metric
 */
export function chartModel(asked: ChartInput): ChartModel {
  const speech = { words: asked.words ?? CHART.english, format: asked.format ?? ENGLISH_FORMAT };
  const input: Input = { ...asked, speech };
  const { view, range, table, catalog } = input;
  const metric = catalog.metrics.find((known) => known.id === view.metric);
  if (!metric) throw new RangeError(`the catalog has no metric ${view.metric}`);
  const figures = input.figures.filter(
    (figure) => figure.metric_id === metric.id && view.platforms.includes(figure.platform) && view.countries.includes(figure.country),
  );
  const styles = strokes(view, table.series, catalog.sources);
  const lines = linesOf(input, table, figures, styles);
  const daily = input.daily === table ? lines : linesOf(input, input.daily, figures, styles);
  const panels = panelsOf(input, metric, figures, lines);
  const empty = panels.length > 0 ? null : emptyText(input, metric);
  return {
    view,
    metric,
    range,
    vintage: table.vintage,
    panels,
    events: eventsOf(input),
    strokes: styles,
    headline:
      daily.length > 0
        ? headline(daily, figures, metric, catalog, speech)
        : empty === null
          ? figuresText(panels, metric, input)
          : [{ text: empty }],
    what: parts(speech.words, whatOf(input, metric)),
    description: sentences(speech, [
      describe(input, metric, panels),
      refusedText(input),
      pointedText(
        view,
        panels.flatMap((panel) => panel.figures),
        speech,
      ),
    ]),
    empty,
    speech,
  };
}

function panelsOf(input: Input, metric: Metric, figures: readonly Figure[], lines: readonly Line[]): Panel[] {
  const { view, range, catalog, speech } = input;
  const { words, format } = speech;
  const platforms = platformColors(view.platforms);
  const colors = new Map(lines.map((line) => [lineOf({ ...line, topic: "" }), line.stroke.color]));
  const colorOf = (figure: Figure) => colors.get(lineOf({ ...figure, topic: "" })) ?? platforms.get(figure.platform) ?? "text-3";
  // A figure of one country says nothing of a sum, and one of everything nothing of a topic.
  const comparable = !isSum(view, metric) && view.topics.includes(ALL_TOPICS);
  const shown = view.figures && view.interval === "day" && comparable ? figures : [];
  const overlay = view.layout === "overlay";
  const panels: Panel[] = [];
  for (const platform of overlay ? [null] : view.platforms) {
    const own = lines.filter((line) => platform === null || line.platform === platform);
    const marks = figureMarks(
      shown.filter((figure) => platform === null || figure.platform === platform),
      metric.id,
      own,
      range,
      colorOf,
      format,
    );
    const spans = [
      ...input.series
        .filter((one) => one.platform === platform && one.days.length > 0)
        .map((one): KnownDays => [firstDrawn(one, own), one.days.at(-1) as number]),
      ...(view.figures ? figureSpans(figures.filter((figure) => figure.platform === platform)) : []),
    ];
    const modelled = own.every((line) => line.kind === "modelled");
    const values = [
      ...own.flatMap((line) => [...line.points.map((point) => point.value), ...(input.beside?.get(line.id) ?? [])]),
      ...marks.map((mark) => mark.value),
    ];
    const downwards = metric.over_time === "min";
    const axis = view.scale === "log" ? logAxis(values, downwards, format.compact) : linearAxis(values, downwards, format.compact);
    if (!axis) continue;
    panels.push({
      id: platform ?? "all",
      platform,
      title: platform === null ? metric.name : nameOf(catalog.platforms, platform),
      subtitle: parts(words, [countriesText(input, metric), topicsText(input), platform === null ? "" : words.inside(metric.name)]),
      brief: parts(words, [codesText(input, metric), panels.length === 0 && platform !== null ? words.inside(metric.name) : ""]),
      axis,
      lines: own,
      figures: marks,
      fields: overlay ? [] : emptyFields(spans, range, modelled, speech),
      bracket: view.interval === "day" ? farthestReadings(own) : null,
      growth: view.interval === "day" && view.scale === "log" ? steepestRise(own) : null,
    });
  }
  return panels;
}

function linesOf(
  { view, range, catalog, speech: { words } }: Input,
  table: SeriesTable,
  figures: readonly Figure[],
  styles: Map<string, Stroke>,
): Line[] {
  const varies = (pick: (column: SeriesTable["series"][number]) => string) => new Set(table.series.map(pick)).size > 1;
  const several = {
    country: varies((column) => column.country),
    topic: varies((column) => column.topic),
    source: varies((column) => column.source),
  };
  const starts = table.dates.map(numberOf);
  const context = { from: range.from, starts, figures, log: view.scale === "log" };
  return table.series.flatMap((column) => {
    const stroke = styles.get(seriesId(column));
    if (!stroke) return [];
    const label = parts(words, [
      view.layout === "overlay" && view.platforms.length > 1 ? nameOf(catalog.platforms, column.platform) : "",
      several.country ? words.place(column.country, catalog.countries) : "",
      several.topic ? nameOf(catalog.topics, column.topic) : "",
      several.source ? nameOf(catalog.sources, column.source) : "",
    ]);
    return [lineOfColumn(column, table, label || nameOf(catalog.sources, column.source), stroke, context)];
  });
}

/** Events of the platforms and countries of a view, inside its range; those that touch everybody always. */
function eventsOf({ view, range, events, speech }: Input): EventMark[] {
  return events
    .map((event) => ({ event, from: numberOf(event.date), to: numberOf(event.until ?? event.date) }))
    .filter(({ event, from, to }) => {
      const here = event.countries.some(
        (country) => country === "WORLD" || view.countries.includes(country) || view.countries.includes("WORLD"),
      );
      return here && to >= range.from && from <= range.to && event.platforms.some((platform) => view.platforms.includes(platform));
    })
    .sort((a, b) => a.from - b.from || a.event.rank - b.event.rank)
    .map((mark) => ({ ...mark, dateText: speech.format.shortRange(mark.from, mark.to) }));
}

function describe(input: Input, metric: Metric, panels: readonly Panel[]): string {
  const { view, speech } = input;
  const { words } = speech;
  const lines = panels.some((panel) => panel.lines.some((line) => line.points.length > 1));
  const isRank = metric.over_time === "min";
  return sentences(speech, [
    words.described(parts(words, whatOf(input, metric)), view.interval),
    isRank && panels.length > 0 ? words.bestAtTop : !isRank && view.scale === "log" && lines ? words.equalSlopes : "",
    missingText(input, metric, panels),
  ]);
}

function whatOf(input: Input, metric: Metric): string[] {
  return [metric.name, topicsText(input), countriesText(input, metric)];
}

/** Names the chosen platforms and countries of which the picture has nothing. */
function missingText({ view, catalog, speech: { words } }: Input, metric: Metric, panels: readonly Panel[]): string {
  if (panels.length === 0) return "";
  const shown = panels.flatMap((panel) => [
    ...panel.lines.filter((line) => line.points.length > 0),
    ...panel.figures.map((mark) => mark.figure),
  ]);
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
function refusedText({ view, table, speech }: Input): string {
  if (view.scale !== "log") return "";
  const refused = table.series.reduce((sum, column) => sum + column.values.filter((value) => value !== null && value <= 0).length, 0);
  return refused === 0 ? "" : speech.words.refused(refused);
}

/** Whether a view shows one line of its countries together. */
function isSum(view: View, metric: Metric): boolean {
  return view.sum && metric.over_countries === "sum" && view.countries.length > 1;
}

/** Where a line begins: a week or month stands before the first of its days that was reported. */
function firstDrawn(series: DailySeries, lines: readonly Line[]): number {
  const own = lines.filter((line) => line.source === series.source && line.country.split("+").includes(series.country));
  return Math.min(series.days[0] as number, ...own.flatMap((line) => (line.points[0] ? [line.points[0].day] : [])));
}

function countriesText(input: Input, metric: Metric): string {
  const { view, catalog, speech } = input;
  if (isSum(view, metric)) return speech.words.sumOf(codesText({ ...input, view: { ...view, sum: false } }, metric));
  const names = view.countries.map((country) => speech.words.place(country, catalog.countries));
  return names.length <= 3 ? names.join(speech.words.comma) : speech.words.places(names.length);
}

function topicsText({ view, catalog, speech }: Input): string {
  const [only, ...others] = view.topics;
  if (only === undefined || (others.length === 0 && only === ALL_TOPICS)) return "";
  return others.length === 0 ? nameOf(catalog.topics, only) : speech.words.topics(view.topics.length);
}

function codesText({ view, speech }: Input, metric: Metric): string {
  if (view.countries.length > 4) return speech.words.places(view.countries.length);
  return view.countries.join(isSum(view, metric) ? " + " : ", ");
}

function emptyText(input: Input, metric: Metric): string {
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
function figuresText(panels: readonly Panel[], metric: Metric, { catalog, range, speech: { words, format } }: Input): Span[] {
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
function sentences({ words }: Speech, all: readonly string[]): string {
  return all.filter((one) => one !== "").join(words.gap);
}

/** What there is of the parts of a name. */
function parts({ comma }: ChartWords, all: readonly string[]): string {
  return all.filter((one) => one !== "").join(comma);
}
