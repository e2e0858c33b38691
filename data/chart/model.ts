import type { Extent } from "../analysis/table.ts";
import type { Catalog } from "../model/catalog.ts";
import { numberOf } from "../model/day.ts";
import type { Figure, SurgeEvent } from "../model/figure.ts";
import type { Metric } from "../model/metric.ts";
import { type DailySeries, type SeriesTable, seriesId } from "../model/series.ts";
import { ALL_TOPICS, WORLD } from "../model/slug.ts";
import type { View } from "../model/view.ts";
import { linearAxis, logAxis } from "./axis.ts";
import { CHART, type ChartWords } from "./chart-words.ts";
import {
  codesText,
  countriesText,
  describe,
  emptyText,
  figuresText,
  isSum,
  parts,
  refusedText,
  sentences,
  topicsText,
  whatOf,
} from "./description.ts";
import { ENGLISH_FORMAT } from "./format.ts";
import { type Line, lineOfColumn } from "./lines.ts";
import { emptyFields, type FigureMark, farthestReadings, figureMarks, figureSpans, type KnownDays, steepestRise } from "./marks.ts";
import { nameOf } from "./names.ts";
import { lineOf, platformColors, strokes } from "./palette.ts";
import type { ChartInput, ChartModel, EventMark, Panel, SpokenInput } from "./picture.ts";
import { pointedText } from "./pointed.ts";
import type { Reshaped } from "./reshaped.ts";
import { headline, type Span } from "./sentence.ts";

/**
 * A view and its data as a picture without pixels: panels with axes, lines with dashes, figures, empty fields, events,
 * and the sentence that says it in words. Pure: the same input gives the same picture everywhere.
 *
 * @param reshaped another measure, lines that begin at day 0, or a second period: see `measuredModel`
 * @throws RangeError where the catalog lacks the view's metric
 */
export function chartModel(asked: ChartInput, reshaped?: Reshaped): ChartModel {
  const input = withSpeech(asked);
  const { view, range, table, catalog, speech } = input;
  const metric = metricOf(input);
  const figures = figuresOf(input);
  const lines = reshaped?.lines ?? linesOf(input, table);
  const daily = reshaped?.headline ? [] : input.daily === table && !reshaped ? lines : linesOf(input, input.daily);
  const panels = panelsOf(input, metric, figures, lines, reshaped);
  const empty = panels.length > 0 ? null : (reshaped?.empty ?? emptyText(input, metric));
  const events = eventsOf(input);
  const said = (): Span[] => {
    if (empty !== null && (daily.length === 0 || reshaped)) return [{ text: empty }];
    return daily.length > 0 ? headline(daily, figures, metric, catalog, speech) : figuresText(panels, metric, input);
  };
  return {
    view,
    metric,
    range: reshaped?.range ?? range,
    vintage: table.vintage,
    panels,
    listed: events.map((mark) => mark.event),
    events: reshaped ? shifted(events, reshaped.shift) : events,
    strokes: strokes(view, table.series, catalog.sources),
    headline: [...(reshaped?.headline?.length ? reshaped.headline : said()), ...(reshaped?.more ?? [])],
    what: parts(speech.words, whatOf(input, metric, reshaped)),
    description: sentences(speech, [
      describe(input, metric, panels, reshaped),
      refusedText(input),
      pointedText(
        view,
        panels.flatMap((panel) => panel.figures),
        speech,
      ),
      ...(reshaped?.remarks ?? []),
    ]),
    empty,
    speech: reshaped ? { ...speech, wording: reshaped.wording } : speech,
    ...(reshaped && { reshaped }),
  };
}

/** The input with its language: English where it names none. */
export function withSpeech(input: ChartInput): SpokenInput {
  return { ...input, speech: { words: input.words ?? CHART.english, format: input.format ?? ENGLISH_FORMAT } };
}

/** The metric of a view. Throws a RangeError where the catalog lacks it. */
export function metricOf({ view, catalog }: Pick<ChartInput, "view" | "catalog">): Metric {
  const metric = catalog.metrics.find((known) => known.id === view.metric);
  if (!metric) throw new RangeError(`the catalog has no metric ${view.metric}`);
  return metric;
}

/** Figures of the view's metric, platforms and countries. */
export function figuresOf({ view, figures }: Pick<ChartInput, "view" | "figures">): Figure[] {
  return figures.filter(
    (figure) => figure.metric_id === view.metric && view.platforms.includes(figure.platform) && view.countries.includes(figure.country),
  );
}

/** The figures that a picture of some lines has a place for. */
export function marksOf(input: SpokenInput, lines: readonly Line[]): FigureMark[] {
  const { view, range, speech } = input;
  const platforms = platformColors(view.platforms);
  const colors = new Map(lines.map((line) => [lineOf({ ...line, topic: "" }), line.stroke.color]));
  const colorOf = (figure: Figure) => colors.get(lineOf({ ...figure, topic: "" })) ?? platforms.get(figure.platform) ?? "text-3";
  // A figure of one country says nothing of a sum, and one of everything nothing of a topic.
  const comparable = !isSum(view, metricOf(input)) && view.topics.includes(ALL_TOPICS);
  const shown = view.figures && view.interval === "day" && comparable ? figuresOf(input) : [];
  return figureMarks(shown, view.metric, lines, range, colorOf, speech.format);
}

/** Events on an axis that counts from day 0; where each line has a day 0 of its own they have no place. */
function shifted(events: readonly EventMark[], by: number | null): EventMark[] {
  return by === null ? [] : events.map((mark) => ({ ...mark, from: mark.from - by, to: mark.to - by }));
}

function panelsOf(
  input: SpokenInput,
  metric: Metric,
  figures: readonly Figure[],
  lines: readonly Line[],
  reshaped: Reshaped | undefined,
): Panel[] {
  const { view, range, catalog, speech } = input;
  const { words, format } = speech;
  const all = reshaped?.marks ?? marksOf(input, lines);
  const name = reshaped?.title ?? metric.name;
  const overlay = view.layout === "overlay";
  const panels: Panel[] = [];
  for (const platform of overlay ? [null] : view.platforms) {
    const own = lines.filter((line) => platform === null || line.platform === platform);
    const marks = all.filter((mark) => platform === null || mark.figure.platform === platform);
    const compared = reshaped?.compared.filter((line) => own.some(({ id }) => id === line.of)) ?? [];
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
      ...(input.beside?.get(platform ?? "all") ?? []),
      ...compared.flatMap((line) => line.points.map((point) => point.value)),
    ];
    const downwards = metric.over_time === "min" && reshaped?.unit !== "places";
    const axis = (view.scale === "log" ? logAxis : linearAxis)(values, downwards, reshaped?.wording.tick ?? format.compact);
    if (!axis) continue;
    panels.push({
      id: platform ?? "all",
      platform,
      title: platform === null ? name : nameOf(catalog.platforms, platform),
      subtitle: parts(words, [countriesText(input, metric), topicsText(input), platform === null ? "" : words.inside(name)]),
      brief: parts(words, [
        codesText(input, metric),
        panels.length === 0 && platform !== null ? words.inside(reshaped?.brief ?? name) : "",
      ]),
      axis,
      lines: own,
      figures: marks,
      fields: overlay || reshaped?.has.fields === false ? [] : emptyFields(spans, range, modelled, speech),
      bracket: view.interval === "day" && reshaped?.has.bracket !== false ? farthestReadings(own) : null,
      growth: view.interval === "day" && view.scale === "log" && reshaped?.has.growth !== false ? steepestRise(own) : null,
      compared,
    });
  }
  return panels;
}

/**
 * The series of a table as lines of a picture.
 *
 * @param table of the picture, or of other days of the same series
 * @param from first day of the table's range: a bucket that begins before it stands there
 */
export function linesOf(input: SpokenInput, table: SeriesTable, from = input.range.from): Line[] {
  const { view, catalog, speech } = input;
  const figures = figuresOf(input);
  const styles = strokes(view, input.table.series, catalog.sources);
  const varies = (pick: (column: SeriesTable["series"][number]) => string) => new Set(table.series.map(pick)).size > 1;
  const several = {
    country: varies((column) => column.country),
    topic: varies((column) => column.topic),
    source: varies((column) => column.source),
  };
  const starts = table.dates.map(numberOf);
  const context = { from, starts, figures, log: view.scale === "log" };
  return table.series.flatMap((column) => {
    const stroke = styles.get(seriesId(column));
    if (!stroke) return [];
    const labelIn = (words: ChartWords, { platforms, countries, topics, sources }: Catalog) =>
      parts(words, [
        view.layout === "overlay" && view.platforms.length > 1 ? nameOf(platforms, column.platform) : "",
        several.country ? words.place(column.country, countries) : "",
        several.topic ? nameOf(topics, column.topic) : "",
        several.source ? nameOf(sources, column.source) : "",
      ]) || nameOf(sources, column.source);
    const line = lineOfColumn(column, table, labelIn(speech.words, catalog), stroke, context);
    return [catalog.told ? { ...line, room: labelIn(CHART.english, catalog.told) } : line];
  });
}

/** Events of the platforms and countries of a view, inside its range; those that touch everybody always. */
export function eventsIn(events: readonly SurgeEvent[], view: Pick<View, "platforms" | "countries">, range: Extent): SurgeEvent[] {
  return events.filter((event) => {
    const here = event.countries.some((country) => country === WORLD || view.countries.includes(country) || view.countries.includes(WORLD));
    const then = numberOf(event.until ?? event.date) >= range.from && numberOf(event.date) <= range.to;
    return here && then && event.platforms.some((platform) => view.platforms.includes(platform));
  });
}

function eventsOf({ view, range, events, speech }: SpokenInput): EventMark[] {
  return eventsIn(events, view, range)
    .map((event) => ({ event, from: numberOf(event.date), to: numberOf(event.until ?? event.date) }))
    .sort((a, b) => a.from - b.from || a.event.rank - b.event.rank)
    .map((mark) => ({ ...mark, dateText: speech.format.shortRange(mark.from, mark.to) }));
}

/** Where a line begins: a week or month stands before the first of its days that was reported. */
function firstDrawn(series: DailySeries, lines: readonly Line[]): number {
  const own = lines.filter((line) => line.source === series.source && line.country.split("+").includes(series.country));
  return Math.min(series.days[0] as number, ...own.flatMap((line) => (line.points[0] ? [line.points[0].day] : [])));
}
