import { CHANGES, type ChangeKind, runsOf, type SeriesChange } from "../analysis/view-change.ts";
import type { Catalog } from "../model/catalog.ts";
import { type DayNumber, numberOf } from "../model/day.ts";
import { type Figure, saidBy } from "../model/figure.ts";
import { ALL_TOPICS } from "../model/slug.ts";
import { kindsOf } from "../model/source.ts";
import type { View } from "../model/view.ts";
import type { FeedWords, FigureChange } from "./feed-words.ts";
import type { Format } from "./format.ts";
import { nameOf } from "./names.ts";

/** A published figure that a batch put, put in another one's place, or withdrew. */
export interface ChangedFigure {
  what: FigureChange;
  figure: Figure;
}

/** What one batch did to a view. */
export interface ViewChange {
  vintage: number;
  series: readonly SeriesChange[];
  figures: readonly ChangedFigure[];
}

/** The same in words. */
export interface ChangeText {
  title: string;
  lines: string[];
}

/** In what language it is said. */
export interface FeedSpeech {
  words: FeedWords;
  format: Format;
}

const MOST_SERIES = 20;
const MOST_FIGURES = 20;
const MOST_RUNS = 4;

/**
 * What a batch did to a view, in words: a title that counts, then a line for each series with its source, its kind and
 * its days, then a line for each figure. Long lists end with how many more there are.
 *
 * @param change of a batch that touches the view
 * @param catalog names what it changed, in the language of the speech
 * @example changeText(change, catalog, { words: FEED.english, format: ENGLISH_FORMAT }).title
 * // "Vintage 3: 10 values revised"
 */
export function changeText({ vintage, series, figures }: ViewChange, catalog: Catalog, { words, format }: FeedSpeech): ChangeText {
  const values: Record<ChangeKind, number> = { inserted: 0, revised: 0, retracted: 0 };
  for (const one of series) for (const kind of CHANGES) values[kind] += one[kind].length;
  const told: Record<FigureChange, number> = { added: 0, changed: 0, withdrawn: 0 };
  for (const { what } of figures) told[what]++;
  const lines = series.slice(0, MOST_SERIES).map((one) => {
    const changes = CHANGES.filter((kind) => one[kind].length > 0).map((kind) =>
      words.change(kind, daysText(one[kind], words, format), one[kind].length),
    );
    return words.line(seriesText(one, catalog, words), changes.join(words.and));
  });
  if (series.length > MOST_SERIES) lines.push(words.moreSeries(series.length - MOST_SERIES));
  for (const { what, figure } of figures.slice(0, MOST_FIGURES)) {
    const days = format.rangeText(numberOf(figure.date_from), numberOf(figure.date_to));
    lines.push(words.figure(what, `${format.worded(figure.value, figure.qualifier)} ${figure.unit}`, days, saidBy(figure)));
  }
  if (figures.length > MOST_FIGURES) lines.push(words.moreFigures(figures.length - MOST_FIGURES));
  const kinds = [...new Set(series.map(({ source }) => kindsOf(catalog.sources)(source)))];
  const counted = `${words.values(values).join(words.and)}${kinds.some((kind) => kind !== "observed") ? words.kinds(kinds) : ""}`;
  const parts = [...(series.length > 0 ? [counted] : []), ...words.figures(told)];
  return { title: words.vintage(vintage, parts.join(words.and)), lines };
}

/** What a view is of, as the title of its feed. @example "RedNote Surge: Daily active users, RedNote, TikTok, United States" */
export function feedTitle({ metric, platforms, countries }: View, catalog: Catalog, words: FeedWords): string {
  const names = (ids: readonly string[], entries: readonly { id: string; name: string }[]) => ids.map((id) => nameOf(entries, id));
  return words.title(nameOf(catalog.metrics, metric), names(platforms, catalog.platforms), names(countries, catalog.countries));
}

function seriesText({ platform, country, topic, source }: SeriesChange, catalog: Catalog, words: FeedWords): string {
  const [where, who] = [nameOf(catalog.countries, country), nameOf(catalog.sources, source)];
  const text = words.series(nameOf(catalog.platforms, platform), where, who, kindsOf(catalog.sources)(source));
  return topic === ALL_TOPICS ? text : words.topic(text, nameOf(catalog.topics, topic));
}

function daysText(days: readonly DayNumber[], words: FeedWords, format: Format): string {
  const runs = runsOf(days);
  const said = runs.slice(0, MOST_RUNS);
  const more = runs.slice(MOST_RUNS).reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return words.days(
    said.map(([from, to]) => format.rangeText(from, to)),
    more,
  );
}
