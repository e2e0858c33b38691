import type { Extent } from "../analysis/table.ts";
import type { Catalog } from "../model/catalog.ts";
import { type DayNumber, numberOf } from "../model/day.ts";
import type { Figure } from "../model/figure.ts";
import { WORLD } from "../model/slug.ts";
import type { View } from "../model/view.ts";
import { ENGLISH_FORMAT } from "./format.ts";
import type { MapModel } from "./map-model.ts";
import { DISAGREE, NO_VALUE } from "./map-model.ts";
import { type MapReading, type MapTold, mapSubject } from "./map-reading.ts";
import { MAP } from "./map-words.ts";
import { figureSpans } from "./marks.ts";
import { SURGE } from "./surge-words.ts";

/**
 * What a map says in words. Of a model it quotes no number; what is made up is called so.
 *
 * @param readings of the day, by rank, as {@link import("./map-reading.ts").mapReadings} gives them
 */
export function mapSentence(
  model: MapModel,
  readings: readonly MapReading[],
  day: DayNumber,
  catalog: Pick<Catalog, "platforms" | "topics">,
  told: MapTold = {},
): string {
  const { words = MAP.english, surge = SURGE.english, format = ENGLISH_FORMAT } = told;
  const subject = mapSubject(model, catalog, told);
  const kind = model.source?.kind ?? null;
  const of = readings.filter(({ id }) => id !== WORLD);
  const ranked = of.filter(({ rank }) => rank > 0);
  const [first, last] = [ranked[0], ranked.at(-1)];
  const [low, high] = (model.smallestFirst ? [first, last] : [last, first]).map(
    (reading) => reading && { ...reading, name: placesOf(reading, ranked, told) },
  );
  const isModel = kind === "modelled" && of.some((reading) => reading.kind === "modelled");
  const quoted = first && last && ranked.length > 1 && !isModel;
  if (!model.daily) {
    const having = of.filter(({ id }) => model.series.has(id));
    if (having.length === 0) return words.noSeries(subject);
    const found = having.filter(({ id }) => {
      const series = model.series.get(id);
      return series && model.answerOf(series)?.found;
    });
    const said = [words.surges(subject, found.length, having.length)];
    const label = model.by === "value" ? "" : surge.figures[model.by].label;
    if (quoted && low && high) said.push(words.figureSpan(label, low.text, low.name, high.text, high.name));
    return surge.said(kind ?? "modelled", words.joined(said));
  }
  const known = of.filter(({ cell }) => cell !== NO_VALUE);
  const when = format.longDay(day);
  if (known.length === 0) return words.none(subject, when, kind);
  const end =
    !quoted || !low || !high
      ? words.ends
      : low.text === high.text
        ? words.same(low.text)
        : words.span(low.text, low.name, high.text, high.name);
  const conflicts = known.filter(({ cell }) => cell === DISAGREE).length;
  return words.joined([
    `${words.said(subject, when, known.length, model.count, kind)}${end}`,
    ...(conflicts > 0 ? [words.conflicts(conflicts)] : []),
    ...(known.length < model.count && kind !== "illustrative" ? [words.others(model.count - known.length, kind)] : []),
  ]);
}

/** The country of a reading, or how many share its value. */
function placesOf({ rank, name }: MapReading, ranked: readonly MapReading[], { words = MAP.english }: MapTold): string {
  const same = ranked.filter((one) => one.rank === rank).length;
  return same > 1 ? words.shared(same) : name;
}

/** The day nearest to one on which a country has a value, the earlier of two; `null` where there is none. */
export function nearestMapDay(model: MapModel, day: DayNumber): DayNumber | null {
  let best: DayNumber | null = null;
  const note = (one: DayNumber) => {
    const [away, before] = [Math.abs(one - day), best === null ? Number.POSITIVE_INFINITY : Math.abs(best - day)];
    if (away < before || (away === before && one < (best as number))) best = one;
  };
  for (const [country, { days }] of model.series) if (country !== WORLD) for (const one of days) note(one);
  if (model.source === null || model.source.kind === "modelled")
    for (const [country, figures] of model.figures)
      if (country !== WORLD)
        for (const { date_from, date_to } of figures) note(Math.min(Math.max(day, numberOf(date_from)), numberOf(date_to)));
  return best;
}

/** A metric and a day of which figures were published for more than one country. */
export interface WidestFigures {
  metric: string;
  day: DayNumber;
  countries: number;
}

/**
 * Where the most countries of a platform have published figures, the first such day; `null` where none has two.
 * Neither totals nor figures that nobody can trace count.
 */
export function widestFigures(view: Pick<View, "figures" | "vintage">, platform: string, figures: readonly Figure[]): WidestFigures | null {
  if (!view.figures) return null;
  const countries = new Map<string, Set<string>>();
  for (const figure of figures) {
    const [span] = figureSpans([figure]);
    if (figure.platform !== platform || figure.country === WORLD || figure.metric_id === null || !span) continue;
    for (let day = span[0]; day <= span[1]; day++) {
      const key = `${figure.metric_id} ${day}`;
      countries.set(key, (countries.get(key) ?? new Set()).add(figure.country));
    }
  }
  let best: WidestFigures | null = null;
  for (const [key, own] of countries) {
    const [metric = "", day = ""] = key.split(" ");
    const one = { metric, day: Number(day), countries: own.size };
    if (one.countries > (best?.countries ?? 1) || (best && one.countries === best.countries && one.day < best.day)) best = one;
  }
  return best;
}

/** The view of other days that holds one: its range, made longer where the day is outside. */
export function rangeWith({ from, to }: Extent, day: DayNumber): Extent {
  return { from: Math.min(from, day), to: Math.max(to, day) };
}
