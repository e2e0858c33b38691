import { measureUnit, PEOPLE } from "../analysis/measure.ts";
import type { SurgeAnswer } from "../analysis/surge.ts";
import { type SurgeFigure, surgeFigure } from "../analysis/surge-figure.ts";
import type { Extent } from "../analysis/table.ts";
import type { Catalog, Country } from "../model/catalog.ts";
import { type DayNumber, numberOf } from "../model/day.ts";
import type { Figure } from "../model/figure.ts";
import type { Metric } from "../model/metric.ts";
import type { DailySeries } from "../model/series.ts";
import { ALL_TOPICS, WORLD } from "../model/slug.ts";
import type { ShownBy, View } from "../model/view.ts";
import { type MapChoice, mapChoice } from "./map-choice.ts";
import { type MapScale, type MapStep, mapSteps, stepOf } from "./map-steps.ts";
import { figureSpans } from "./marks.ts";

/** What a map draws and says, without pixels: values of each country on each day, and the steps that they fall into. */
export interface MapModel extends MapChoice {
  view: View;
  metric: Metric;
  by: ShownBy;
  /** Whether values are for 100,000 people. */
  perPeople: boolean;
  /** Whether the day makes a difference: a surge is one of all days. */
  daily: boolean;
  range: Extent;
  /** All that there are, and after them the world, which is in no rank and no count. */
  countries: readonly Country[];
  /** How many of them are countries. */
  count: number;
  steps: readonly MapStep[];
  /** Whether the smallest is the first in rank: places, and days of an onset. */
  smallestFirst: boolean;
  /** A row for each day of the range, or one; in it a value for each country, NaN where there is none. */
  values: Float64Array;
  /** The same as indexes of steps, {@link NO_VALUE}, {@link NOT_FOUND} or {@link DISAGREE}. */
  cells: Int8Array;
  /** How many countries have a value, for each row. */
  known: readonly number[];
  series: ReadonlyMap<string, DailySeries>;
  /** Published figures of the platform and the metric that stand for days, by country. */
  figures: ReadonlyMap<string, readonly Figure[]>;
  answerOf: (series: DailySeries) => SurgeAnswer | undefined;
}

/** Nothing is known: never a zero. */
export const NO_VALUE = -1;
/** There is a series, but this figure of the surge cannot be told of it, or there is no surge. */
export const NOT_FOUND = -3;
/** Only published figures are known, and they fall into different steps. */
export const DISAGREE = -2;

/** What a map is made of besides the view, the series and the catalog. */
export interface MapContext {
  /** Days that can be shown. */
  range: Extent;
  /** Of any metric and platform. */
  figures: readonly Figure[];
  /** The surge of a series; `undefined` where it has not been read. */
  answerOf?: (series: DailySeries) => SurgeAnswer | undefined;
  /** Another map that the steps have room for, too: one of a later vintage. */
  beside?: Pick<MapModel, "values" | "countries" | "count"> | null;
}

/**
 * The map of a view: one platform, one source, one topic. On days without a daily value a published figure stands for
 * itself, unless the source counts or makes up its own numbers: those are not mixed with the figures of others.
 *
 * @param series all days of the view's metric, of any country
 * @throws RangeError where the catalog lacks the view's metric
 * @example mapModel(view, series, catalog, { range, figures }).known // [1, 1, 0, …]: countries with a value, a day each
 */
export function mapModel(view: View, series: readonly DailySeries[], catalog: Catalog, context: MapContext): MapModel {
  const metric = catalog.metrics.find(({ id }) => id === view.metric);
  if (metric === undefined) throw new RangeError(`the catalog has no metric ${view.metric}`);
  const choice = mapChoice(view, catalog);
  const { by } = view;
  const { range, answerOf = () => undefined } = context;
  const daily = by === "value";
  const own = series.filter((one) => one.platform === choice.platform && one.source === choice.source?.id && one.topic === choice.topic);
  const world = catalog.countries.filter(({ id }) => id === WORLD);
  const countries = [...catalog.countries.filter(({ id }) => id !== WORLD), ...world];
  const perPeople = daily && measureUnit(view.measure, metric) === "per100k";
  const places = new Map(countries.map((country, index) => [country.id, { index, factor: factorOf(country, perPeople) }]));
  const width = countries.length;
  const height = daily ? range.to - range.from + 1 : 1;
  const values = new Float64Array(width * height).fill(Number.NaN);
  for (const one of own) {
    const place = places.get(one.country);
    if (!place) continue;
    if (by === "value")
      one.days.forEach((day, index) => {
        if (day >= range.from && day <= range.to)
          values[(day - range.from) * width + place.index] = (one.values[index] as number) * place.factor;
      });
    else values[place.index] = surgeValue(answerOf(one), by);
  }
  const figures = mapFigures(view, context.figures, choice);
  const fills = daily && (choice.source === null || choice.source.kind === "modelled");
  const filling = [...(fills ? figures : [])].flatMap(([country, all]) => {
    const place = places.get(country);
    // The world is in no step; a figure on days that all have a value of their own fills nothing.
    if (!place || country === WORLD) return [];
    return all
      .filter((figure) => rowsOf(figure, range).some((row) => Number.isNaN(values[row * width + place.index])))
      .map(({ value }) => value * place.factor);
  });
  const ofCountries = (all: Float64Array, of: number, count: number) => all.filter((_, index) => index % of < count);
  const { beside } = context;
  const others = beside ? ofCountries(beside.values, beside.countries.length, beside.count) : [];
  const steps = mapSteps([...ofCountries(values, width, width - world.length), ...filling, ...others], scaleOf(by, metric, view));
  const cells = Int8Array.from(values, (value) => stepOf(steps, value));
  if (!daily)
    for (const one of own) {
      const place = places.get(one.country);
      if (place && cells[place.index] === NO_VALUE) cells[place.index] = NOT_FOUND;
    }
  if (fills)
    for (const [country, all] of figures) {
      const place = places.get(country);
      if (place) fillWith(all, place, { range, width, values, cells, steps });
    }
  const count = width - world.length;
  return {
    ...choice,
    ...{ view, metric, by, perPeople, daily, range, countries, count, steps, values, cells, figures, answerOf },
    smallestFirst: by === "onset" || (metric.over_time === "min" && daily),
    known: Array.from({ length: height }, (_, row) => knownIn(cells.subarray(row * width, row * width + count))),
    series: new Map(own.map((one) => [one.country, one])),
  };
}

/** The steps of all countries on a day, in their order; of the nearest day of the range where it is outside. */
export function cellsOn(model: MapModel, day: DayNumber): Int8Array {
  const width = model.countries.length;
  const row = rowOf(model, day);
  return model.cells.subarray(row * width, row * width + width);
}

/** Which row of a model tells of a day. */
export function rowOf({ daily, range }: Pick<MapModel, "daily" | "range">, day: DayNumber): number {
  return daily ? Math.max(0, Math.min(range.to, day) - range.from) : 0;
}

/** The last day of the range on which any country has a value; the last day where none has. */
export function lastKnownDay({ daily, range, known }: Pick<MapModel, "daily" | "range" | "known">): DayNumber {
  const row = daily ? known.findLastIndex((count) => count > 0) : -1;
  return row < 0 ? range.to : range.from + row;
}

/** The figures that stand for a day. */
export function figuresOn(model: Pick<MapModel, "figures">, country: string, day: DayNumber): Figure[] {
  return (model.figures.get(country) ?? []).filter((figure) => numberOf(figure.date_from) <= day && numberOf(figure.date_to) >= day);
}

/** Those of a platform and a metric that stand for days, by country: none of them says anything of a topic. */
export function mapFigures(view: View, all: readonly Figure[], { platform, topic }: MapChoice): Map<string, Figure[]> {
  const found = new Map<string, Figure[]>();
  if (!view.figures || topic !== ALL_TOPICS) return found;
  for (const figure of all)
    if (figure.platform === platform && figure.metric_id === view.metric && figureSpans([figure]).length > 0)
      found.set(figure.country, [...(found.get(figure.country) ?? []), figure]);
  return found;
}

interface Filled {
  range: Extent;
  width: number;
  values: Float64Array;
  cells: Int8Array;
  steps: readonly MapStep[];
}

/** Days of one country that have no daily value, from figures: those that agree on a step are one, others disagree. */
function fillWith(figures: readonly Figure[], place: { index: number; factor: number }, { range, width, values, cells, steps }: Filled) {
  const fromSeries = new Set<number>();
  for (let row = 0; row <= range.to - range.from; row++)
    if (!Number.isNaN(values[row * width + place.index] as number)) fromSeries.add(row);
  for (const figure of figures) {
    const value = figure.value * place.factor;
    const step = stepOf(steps, value);
    if (step < 0) continue;
    for (const row of rowsOf(figure, range)) {
      if (fromSeries.has(row)) continue;
      const at = row * width + place.index;
      const before = cells[at] as number;
      cells[at] = before === NO_VALUE || before === step ? step : DISAGREE;
      // Several that agree are known by the step; the first stands for its place in the order.
      if (cells[at] === DISAGREE) values[at] = Number.NaN;
      else if (before === NO_VALUE) values[at] = value;
    }
  }
}

/** The rows of the days for which a figure stands. */
function rowsOf({ date_from, date_to }: Figure, { from, to }: Extent): number[] {
  const [first, last] = [Math.max(from, numberOf(date_from)) - from, Math.min(to, numberOf(date_to)) - from];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function knownIn(cells: Int8Array): number {
  let known = 0;
  for (const cell of cells) if (cell !== NO_VALUE && cell !== NOT_FOUND) known++;
  return known;
}

function factorOf({ population }: Country, perPeople: boolean): number {
  if (!perPeople) return 1;
  return population === null || population === 0 ? Number.NaN : PEOPLE / population;
}

function surgeValue(answer: SurgeAnswer | undefined, by: SurgeFigure): number {
  const found = answer && surgeFigure(answer, by);
  return found && "value" in found ? found.value : Number.NaN;
}

function scaleOf(by: ShownBy, metric: Metric, view: View): MapScale {
  if (by === "onset" || by === "days_to_peak") return "whole";
  if (by === "half_life" || by.startsWith("retained")) return "linear";
  if (by === "value" && metric.over_time === "min") return "rank";
  return view.scale;
}
