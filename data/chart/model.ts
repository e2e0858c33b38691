import type { Extent } from "../analysis/table.ts";
import type { Catalog } from "../model/catalog.ts";
import { numberOf } from "../model/day.ts";
import type { Figure, SurgeEvent } from "../model/figure.ts";
import type { Metric } from "../model/metric.ts";
import { type DailySeries, type SeriesTable, seriesId } from "../model/series.ts";
import type { View } from "../model/view.ts";
import { linearAxis, logAxis, type ValueAxis } from "./axis.ts";
import { monthName, rangeText, shortRange } from "./format.ts";
import { type Line, lineOfColumn } from "./lines.ts";
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
import { nameOf, placeName } from "./names.ts";
import { lineOf, platformColors, type Stroke, strokes } from "./palette.ts";
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
  /** What is drawn: metric, countries, interval, scale. */
  description: string;
  /** Where nothing can be drawn: why, in one sentence. */
  empty: string | null;
}

/**
 * A view and its data as a picture without pixels: panels with axes, lines with dashes, figures, empty fields, events,
 * and the sentence that says it in words. Pure: the same input gives the same picture everywhere.
 *
 * @throws RangeError where the catalog lacks the view's metric
 */
export function chartModel(input: ChartInput): ChartModel {
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
    headline: daily.length > 0 ? headline(daily, figures, metric, catalog) : [{ text: empty ?? figuresText(panels, metric, input) }],
    description: describe(input, metric) + refusedText(input),
    empty,
  };
}

function panelsOf(input: ChartInput, metric: Metric, figures: readonly Figure[], lines: readonly Line[]): Panel[] {
  const { view, range, catalog } = input;
  const platforms = platformColors(view.platforms);
  const colors = new Map(lines.map((line) => [lineOf({ ...line, topic: "" }), line.stroke.color]));
  const colorOf = (figure: Figure) => colors.get(lineOf({ ...figure, topic: "" })) ?? platforms.get(figure.platform) ?? "text-3";
  const shown = view.figures && view.interval === "day" ? figures : [];
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
    );
    const spans = [
      ...input.series
        .filter((one) => one.platform === platform && one.days.length > 0)
        .map((one): KnownDays => [one.days[0] as number, one.days.at(-1) as number]),
      ...(view.figures ? figureSpans(figures.filter((figure) => figure.platform === platform)) : []),
    ];
    const modelled = own.every((line) => line.kind === "modelled");
    const values = [...own.flatMap((line) => line.points.map((point) => point.value)), ...marks.map((mark) => mark.value)];
    const downwards = metric.over_time === "min";
    const axis = view.scale === "log" ? logAxis(values, downwards) : linearAxis(values, downwards);
    if (!axis) continue;
    panels.push({
      id: platform ?? "all",
      platform,
      title: platform === null ? metric.name : nameOf(catalog.platforms, platform),
      subtitle: platform === null ? countriesText(view, catalog) : `${countriesText(view, catalog)}, ${lowerFirst(metric.name)}`,
      brief: [codesText(view), panels.length === 0 && platform !== null ? lowerFirst(metric.name) : ""].filter(Boolean).join(", "),
      axis,
      lines: own,
      figures: marks,
      fields: overlay ? [] : emptyFields(spans, range, modelled),
      bracket: view.interval === "day" ? farthestReadings(own) : null,
      growth: view.interval === "day" && view.scale === "log" ? steepestRise(own) : null,
    });
  }
  return panels;
}

function linesOf(
  { view, range, catalog }: ChartInput,
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
    const parts = [
      view.layout === "overlay" && view.platforms.length > 1 ? nameOf(catalog.platforms, column.platform) : "",
      several.country ? placeName(column.country, catalog.countries) : "",
      several.topic ? nameOf(catalog.topics, column.topic) : "",
      several.source ? nameOf(catalog.sources, column.source) : "",
    ].filter((part) => part !== "");
    const label = parts.length > 0 ? parts.join(", ") : nameOf(catalog.sources, column.source);
    return [lineOfColumn(column, table, label, stroke, context)];
  });
}

/** Events of the platforms and countries of a view, inside its range; those that touch everybody always. */
function eventsOf({ view, range, events }: ChartInput): EventMark[] {
  return events
    .map((event) => ({ event, from: numberOf(event.date), to: numberOf(event.until ?? event.date) }))
    .filter(({ event, from, to }) => {
      const here = event.countries.some(
        (country) => country === "WORLD" || view.countries.includes(country) || view.countries.includes("WORLD"),
      );
      return here && to >= range.from && from <= range.to && event.platforms.some((platform) => view.platforms.includes(platform));
    })
    .sort((a, b) => a.from - b.from || a.event.rank - b.event.rank)
    .map((mark) => ({ ...mark, dateText: shortRange(mark.from, mark.to) }));
}

function describe({ view, catalog }: ChartInput, metric: Metric): string {
  const sum = view.sum && metric.over_countries === "sum" && view.countries.length > 1;
  const countries = sum ? `sum of ${view.countries.join(", ")}` : countriesText(view, catalog);
  const scale = view.scale === "log" ? " Equal slopes are equal growth." : "";
  return `${metric.name}, ${countries}, by ${view.interval}.${scale}`;
}

/** Says how many values a logarithmic scale refused. */
function refusedText({ view, table }: ChartInput): string {
  if (view.scale !== "log") return "";
  const refused = table.series.reduce((sum, column) => sum + column.values.filter((value) => value !== null && value <= 0).length, 0);
  if (refused === 0) return "";
  return ` ${refused === 1 ? "One value of zero has" : `${refused} values of zero have`} no place on this scale.`;
}

function countriesText(view: View, catalog: Catalog): string {
  const names = view.countries.map((country) => placeName(country, catalog.countries));
  return names.length <= 3 ? names.join(", ") : `${names.length} countries`;
}

function codesText(view: View): string {
  return view.countries.length <= 4 ? view.countries.join(", ") : `${view.countries.length} countries`;
}

function emptyText({ view, range, table, catalog }: ChartInput, metric: Metric): string {
  if (view.platforms.length === 0) return "No platform is chosen.";
  if (view.countries.length === 0) return "No country is chosen.";
  const platforms = view.platforms.map((platform) => nameOf(catalog.platforms, platform)).join(" or ");
  if (table.series.length > 0)
    return `${metric.name} of ${platforms} are zero on all of these days. Zero has no place on a logarithmic scale: choose the linear one.`;
  return `No source reports ${lowerFirst(metric.name)} of ${platforms} for ${countriesText(view, catalog)} from ${rangeText(range.from, range.to)}.`;
}

function figuresText(panels: readonly Panel[], metric: Metric, { view, catalog, range }: ChartInput): string {
  const marks = panels.flatMap((panel) => panel.figures);
  const names = panels.map((panel) => panel.title).join(" and ");
  const noun = marks.length === 1 ? "One published figure" : `${marks.length} published figures`;
  return `${noun} for ${view.layout === "overlay" ? "" : `${names}, `}${lowerFirst(metric.name)}, ${countriesText(view, catalog)}, ${monthName(range.from)} to ${monthName(range.to)}. No daily series.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
