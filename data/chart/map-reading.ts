import { PEOPLE } from "../analysis/measure.ts";
import { type DayNumber, numberOf } from "../model/day.ts";
import { type EstimateKind, type Figure, saidBy } from "../model/figure.ts";
import type { DailySeries } from "../model/series.ts";
import type { SourceKind } from "../model/source.ts";
import { ENGLISH_FORMAT, type Format } from "./format.ts";
import { DISAGREE, figuresOn, type MapModel, NO_VALUE, NOT_FOUND, rowOf } from "./map-model.ts";
import type { MapStep } from "./map-steps.ts";
import { MAP, type MapWords } from "./map-words.ts";
import { nameOf } from "./names.ts";
import { surgeRow } from "./surge-row.ts";
import { SURGE, type SurgeWords } from "./surge-words.ts";

/** What a map says of one country. */
export interface MapReading {
  /** Its index in the model. */
  index: number;
  id: string;
  name: string;
  /** Index of a step, `NO_VALUE`, `NOT_FOUND` or `DISAGREE`. */
  cell: number;
  /** Place in the order of values, equal ones sharing it; 0 where there is none. */
  rank: number;
  /** In a few digits, or empty. */
  text: string;
  /** With all the digits that the value has of its own; else the same. */
  full: string;
  /** How the value came to be; `null` where there is none. */
  kind: SourceKind | EstimateKind | null;
  /** What it is out of, its range, or why there is none. */
  note: string;
  figures: readonly MapFigure[];
}

/** A published figure of the day. */
export interface MapFigure {
  id: string;
  said: string;
  text: string;
  /** Whether it says something else than the reading. */
  differs: boolean;
}

/** The language in which a map is read. English where nothing is given. */
export interface MapTold {
  words?: MapWords;
  surge?: SurgeWords;
  format?: Format;
}

/**
 * What a map says of each country on a day, by rank; then those whose figures disagree, then the others by name. The
 * world stands first, without a rank, where it has a value.
 *
 * @example mapReadings(model, day)[0] // { id: "US", rank: 1, text: "≈ 1.8M", kind: "modelled", … }
 */
export function mapReadings(model: MapModel, day: DayNumber, told: MapTold = {}): MapReading[] {
  const { words = MAP.english } = told;
  const readings = model.countries.map((_, index) => mapReading(model, index, day, told));
  const width = model.countries.length;
  const amount = ({ index }: MapReading) => model.values[rowOf(model, day) * width + index] as number;
  const away = model.smallestFirst ? 1 : -1;
  const collator = new Intl.Collator(words.tag);
  const [of, world] = [readings.slice(0, model.count), readings.slice(model.count)];
  const group = ({ cell }: MapReading) => (cell >= 0 ? 0 : cell === DISAGREE ? 1 : cell === NOT_FOUND ? 2 : 3);
  const sorted = of.sort(
    (a, b) => group(a) - group(b) || (group(a) === 0 ? away * (amount(a) - amount(b)) : 0) || collator.compare(a.name, b.name),
  );
  sorted.forEach((reading, at) => {
    const before = sorted[at - 1];
    if (reading.cell < 0) return;
    reading.rank = before && amount(before) === amount(reading) ? before.rank : at + 1;
  });
  return [...world.filter(({ cell }) => cell !== NO_VALUE), ...sorted];
}

/** One of {@link mapReadings}, without its rank. */
export function mapReading(model: MapModel, index: number, day: DayNumber, told: MapTold = {}): MapReading {
  const country = model.countries[index];
  if (country === undefined) throw new RangeError(`the map has no country ${index}`);
  const at = rowOf(model, day) * model.countries.length + index;
  const cell = model.cells[at] as number;
  const figures = model.daily ? figuresOn(model, country.id, day) : [];
  const base = { index, id: country.id, name: country.name, cell, rank: 0 };
  const series = model.series.get(country.id);
  if (!model.daily) return { ...base, ...surgeReading(model, series, country.name, told), figures: [] };
  const own = series && valueOn(series, day);
  const reading =
    cell === NO_VALUE
      ? missingReading(model, country, day, own !== undefined || figures.length > 0, told)
      : own === undefined
        ? figureReading(model, country, figures, cell, told)
        : seriesReading(model, country, own, figures, told);
  return { ...base, ...reading, figures: figures.map((figure) => saidFigure(figure, own, model, cell, told)) };
}

/** The limits of a step in words. @example stepText(model, { from: 1000, to: 3000, color: 2 }) // "1,000 to 3,000" */
export function stepText(model: Pick<MapModel, "by" | "metric" | "smallestFirst">, { from, to }: MapStep, told: MapTold = {}): string {
  const { words = MAP.english, format = ENGLISH_FORMAT, surge = SURGE.english } = told;
  const { by } = model;
  if (by === "onset") return format.shortRange(from, to - 1);
  if (by === "value" && model.smallestFirst)
    return to - from <= 1 ? words.place(String(from)) : words.between(words.place(String(from)), String(to - 1));
  if (by === "multiple") return words.between(format.times(from), format.times(to));
  if (by === "days_to_peak") return to - from <= 1 ? surge.days(String(from)) : words.between(String(from), surge.days(String(to - 1)));
  if (by === "half_life") return words.between(format.fullNumber(from), surge.days(format.fullNumber(to)));
  if (by.startsWith("retained")) return words.between(percent(from, format), percent(to, format));
  return words.between(format.compact(from), format.compact(to));
}

type Said = Pick<MapReading, "text" | "full" | "kind" | "note">;

function missingReading(
  model: MapModel,
  country: { id: string; name: string; population: number | null },
  day: DayNumber,
  known: boolean,
  { words = MAP.english, format = ENGLISH_FORMAT }: MapTold,
): Said {
  const none = { text: "", full: "", kind: null };
  if (known && model.perPeople && country.population === null) return { ...none, note: words.noPopulation };
  const days = knownDays(model, country.id);
  const before = Math.max(...days.filter(([, to]) => to < day).map(([, to]) => to));
  const after = Math.min(...days.filter(([from]) => from > day).map(([from]) => from));
  const near = Number.isFinite(before)
    ? words.lastValue(format.longDay(before))
    : Number.isFinite(after)
      ? words.nextValue(format.longDay(after))
      : "";
  return { ...none, note: near };
}

/** Runs of days on which something is known of a country: by its series, and by figures where those count. */
function knownDays(model: MapModel, country: string): (readonly [DayNumber, DayNumber])[] {
  const { days = [] } = model.series.get(country) ?? {};
  const figures = model.source === null || model.source.kind === "modelled" ? (model.figures.get(country) ?? []) : [];
  return [...days.map((day) => [day, day] as const), ...figures.map((one) => [numberOf(one.date_from), numberOf(one.date_to)] as const)];
}

function seriesReading(
  model: MapModel,
  country: { population: number | null; population_year: number | null },
  value: number,
  figures: readonly Figure[],
  { words = MAP.english, format = ENGLISH_FORMAT }: MapTold,
): Said {
  const kind = model.source?.kind ?? "modelled";
  const short = kind === "modelled" ? (of: number) => words.about(format.twoDigits(of)) : format.threeDigits;
  if (model.perPeople) {
    const text = short((value / (country.population as number)) * PEOPLE);
    return { text, full: text, kind, note: peopleNote(country, words, format) };
  }
  const fixing = figures.find((figure) => figure.value === value && figure.fixes.includes(model.source?.id ?? ""));
  if (model.smallestFirst) {
    const text = words.place(format.fullNumber(value));
    return { text, full: text, kind, note: fixing ? words.published : "" };
  }
  if (fixing) {
    const text = format.worded(value, fixing.qualifier);
    return { text, full: text, kind: fixing.estimate_kind, note: words.published };
  }
  const exact = kind === "observed" || kind === "estimate";
  return { text: short(value), full: exact ? format.fullNumber(value) : short(value), kind, note: "" };
}

function figureReading(
  model: MapModel,
  country: { population: number | null; population_year: number | null },
  figures: readonly Figure[],
  cell: number,
  { words = MAP.english, format = ENGLISH_FORMAT }: MapTold,
): Said {
  // Where they agree, a rank says more than a bound of it.
  const exact = figures.filter(({ qualifier }) => qualifier === "");
  const quoted = model.smallestFirst && cell !== DISAGREE && exact.length > 0 ? exact : figures;
  const all = quoted.map((figure) => figureText(figure, model, { words, format }));
  const texts = [...new Set(new Set(all).size > 1 ? quoted.map((figure) => format.worded(figure.value, figure.qualifier)) : all)];
  const kinds = new Set(figures.map((figure) => figure.estimate_kind));
  const kind = kinds.size === 1 ? (figures[0]?.estimate_kind ?? null) : "reported_by_sources";
  if (model.perPeople && cell !== DISAGREE) {
    const text = words.about(format.twoDigits(((figures[0]?.value ?? 0) / (country.population as number)) * PEOPLE));
    return { text, full: text, kind, note: peopleNote(country, words, format) };
  }
  const text = words.either(texts);
  return { text, full: text, kind, note: cell === DISAGREE ? words.inConflict : words.published };
}

function surgeReading(model: MapModel, series: DailySeries | undefined, name: string, told: MapTold): Said {
  const { words = MAP.english, surge = SURGE.english, format = ENGLISH_FORMAT } = told;
  const none = { text: "", full: "", kind: null };
  if (!series) return { ...none, note: words.noSeriesHere(name) };
  const answer = model.answerOf(series);
  if (!answer) return { ...none, note: words.notRead };
  const kind = model.source?.kind ?? "modelled";
  const by = model.by === "value" ? "multiple" : model.by;
  const row = surgeRow(answer, by, { metric: model.metric, kind, words: surge, format });
  if (row.missing) return { ...none, text: row.text, full: row.text, note: row.note };
  const [first = row.text] = by === "peak" ? [format.threeDigits(answer.found ? answer.peak.value : 0)] : [];
  const short = by === "peak" && kind === "modelled" ? words.about(format.twoDigits(answer.found ? answer.peak.value : 0)) : first;
  return { text: short, full: row.text, kind, note: row.note };
}

function saidFigure(figure: Figure, own: number | undefined, model: MapModel, cell: number, told: MapTold): MapFigure {
  return {
    id: figure.id,
    said: saidBy(figure),
    text: figureText(figure, model, told),
    differs: cell === DISAGREE || (own !== undefined && own !== figure.value && model.source?.kind !== "illustrative"),
  };
}

function figureText(figure: Figure, model: MapModel, { words = MAP.english, format = ENGLISH_FORMAT }: MapTold): string {
  if (!model.smallestFirst) return format.worded(figure.value, figure.qualifier);
  const rank = format.fullNumber(figure.value);
  if (figure.qualifier === "under") return words.orBetter(rank);
  return figure.qualifier === "" ? words.place(rank) : format.worded(figure.value, figure.qualifier);
}

function peopleNote(
  { population, population_year }: { population: number | null; population_year: number | null },
  words: MapWords,
  format: Format,
) {
  return words.population(format.compact(population ?? 0), population_year === null ? "" : String(population_year));
}

function valueOn({ days, values }: DailySeries, day: DayNumber): number | undefined {
  // Days ascend and are mostly without gaps: it is here, or before.
  for (let at = Math.min(days.length - 1, day - (days[0] ?? 0)); at >= 0; at--) {
    const one = days[at] as number;
    if (one === day) return values[at];
    if (one < day) return undefined;
  }
  return undefined;
}

function percent(share: number, { fullNumber }: Format): string {
  return `${fullNumber(Math.round(share * 100))}%`;
}

/** What is shown, in words: platform and metric. */
export function mapSubject(
  model: MapModel,
  catalog: { platforms: readonly { id: string; name: string }[]; topics: readonly { id: string; name: string }[] },
  { words = MAP.english }: MapTold = {},
): string {
  const topic = model.topic === "all" ? "" : nameOf(catalog.topics, model.topic);
  return words.subject(nameOf(catalog.platforms, model.platform), model.metric.name, model.perPeople, topic);
}
