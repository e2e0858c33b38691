import { bucketDates, bucketsOf } from "../analysis/buckets.ts";
import { type TopicShares, topicShares } from "../analysis/shares.ts";
import { sumCountries } from "../analysis/sum.ts";
import type { Extent } from "../analysis/table.ts";
import type { Catalog } from "../model/catalog.ts";
import type { Day, DayNumber } from "../model/day.ts";
import type { Metric } from "../model/metric.ts";
import { type DailySeries, seriesId } from "../model/series.ts";
import { ALL_TOPICS } from "../model/slug.ts";
import { kindsOf, type SourceKind } from "../model/source.ts";
import type { View } from "../model/view.ts";
import { ENGLISH_FORMAT, type Format } from "./format.ts";
import { nameOf } from "./names.ts";
import { strokes } from "./palette.ts";
import { nounOf, type ShareMark, type TopicGroup, type TopicsTold, topicColors } from "./topic-group.ts";
import { topicsHeadline, topicsRemarks } from "./topics-sentence.ts";
import { stackedMarks } from "./topics-stack.ts";
import { chosenTopics, type TopicChoice } from "./topics-view.ts";
import { TOPICS, type TopicsWords } from "./topics-words.ts";

/** All that pictures of topics are made of. */
export interface TopicsInput {
  /** With a metric that has topics. */
  view: View;
  /** The days of the view, both included, with its relative range resolved. */
  range: Extent;
  /** All days of the metric by topic, `all` among them. */
  series: readonly DailySeries[];
  catalog: Catalog;
  /** English where left out. */
  words?: TopicsWords;
  format?: Format;
}

/** One picture: the stack of a platform in a country, or one topic everywhere. */
export interface TopicPanel {
  id: string;
  title: string;
  subtitle: string;
  kinds: SourceKind[];
  /** From bottom to top in a stack. */
  marks: ShareMark[];
  /** Days of each date that count; the fewest of any mark. */
  days: number[];
}

/** What to draw of topics, without pixels. */
export interface TopicsModel {
  view: View;
  metric: Metric;
  choice: TopicChoice;
  range: Extent;
  vintage: number;
  /** Of the catalog, so that a table names what the pictures name. */
  names: Catalog["topics"];
  dates: Day[];
  /** Where each date stands: the day, or the first day of its bucket inside the range. */
  starts: DayNumber[];
  /** Days of the calendar that each date has. */
  lengths: number[];
  groups: TopicGroup[];
  panels: TopicPanel[];
  /** One scale for all panels: from 0 to `top`. */
  top: number;
  ticks: { value: number; text: string }[];
  headline: string;
  description: string;
  /** What is not exact, a sentence each. */
  remarks: string[];
  /** Days on which a topic is missing, in all groups. */
  incomplete: number;
  /** Where nothing can be drawn: why. */
  empty: string | null;
}

/**
 * Topics as pictures: with `stack` one for each platform and country, in which topics stand on each other up to the
 * whole; else one for each topic, with a line for each platform and country. Pure.
 *
 * @throws RangeError where the catalog lacks the view's metric
 */
export function topicsModel(input: TopicsInput): TopicsModel {
  const { view, range, catalog, words = TOPICS.english, format = ENGLISH_FORMAT } = input;
  const metric = catalog.metrics.find((known) => known.id === view.metric);
  if (!metric) throw new RangeError(`the catalog has no metric ${view.metric}`);
  const buckets = bucketsOf(range.from, range.to, view.interval);
  const choice = chosenTopics(view, catalog);
  const chosen = input.series.filter((one) => view.platforms.includes(one.platform) && view.countries.includes(one.country));
  const isSum = view.sum && view.countries.length > 1;
  const series = isSum ? sumCountries(chosen, view.countries, false) : chosen;
  const found = topicShares(series, { ...choice, buckets, partial: view.partial });
  const groups = inOrder(view, found)
    .filter(({ columns }) => columns.some(({ shares }) => shares.some((share) => share !== null)))
    .map((shares, _, all) => groupOf(shares, all, input, words));
  const told = { view, metric, choice, words, format, catalog };
  const dates = { starts: buckets.starts.map((start) => Math.max(range.from, start)), lengths: found[0]?.lengths ?? [] };
  const panels = view.stack ? stacks(groups, told) : multiples(groups, told);
  const top = view.stack ? 1 : topOf(panels);
  const incomplete = found.reduce((sum, one) => sum + one.incomplete, 0);
  return {
    ...{
      view,
      metric,
      choice,
      range,
      vintage: catalog.vintage,
      names: catalog.topics,
      dates: bucketDates(buckets),
      ...dates,
      groups,
      panels,
      top,
      incomplete,
    },
    ticks: ticksOf(top, format),
    headline: topicsHeadline(groups, dates, told, range),
    description: words.description({
      ...{ metric: nounOf(metric), of: choice.of, topics: choice.topics.length, interval: view.interval, stacked: view.stack },
    }),
    remarks: topicsRemarks(groups, incomplete, told),
    empty: groups.length > 0 ? null : topicsHeadline(groups, dates, told, range),
  };
}

function stacks(groups: readonly TopicGroup[], told: TopicsTold): TopicPanel[] {
  return groups.map((group) => ({
    id: group.id,
    title: group.title,
    subtitle: told.words.of(nounOf(told.metric), group.shares.of),
    kinds: [group.kind],
    marks: stackedMarks(group, groups, told),
    days: group.shares.days,
  }));
}

function multiples(groups: readonly TopicGroup[], { view, metric, choice, words, catalog }: TopicsTold): TopicPanel[] {
  const colors = topicColors(choice.topics);
  const columns = groups.map(({ platform, country, source, kind }) => ({ platform, country, topic: ALL_TOPICS, source, kind, values: [] }));
  const styles = strokes({ ...view, layout: "panels" }, columns, catalog.sources);
  const parts = new Set(groups.map((group) => group.platform)).size > 1 ? "title" : "place";
  return choice.topics.flatMap((topic): TopicPanel[] => {
    const marks = groups.flatMap((group, index): ShareMark[] => {
      const column = group.shares.columns.find((one) => one.topic === topic);
      const style = styles.get(seriesId(columns[index] as (typeof columns)[number]));
      if (!column || !style) return [];
      // A single line has the hue that its topic has in a stack.
      const stroke = groups.length === 1 ? { ...style, color: colors.get(topic) ?? "text-3" } : style;
      const label = parts === "title" ? group.title : group.title.slice(group.platformName.length).replace(/^[,，]\s*/, "");
      const { shares, amounts } = column;
      return [{ id: group.id, label, kind: group.kind, stroke, shares, amounts, low: shares, high: shares }];
    });
    if (marks.length === 0) return [];
    const days = groups.reduce<number[]>(
      (least, { shares }) => shares.days.map((count, index) => Math.min(count, least[index] ?? count)),
      [],
    );
    const of = groups.every(({ shares }) => shares.of === "all") ? "all" : "topics";
    return [
      {
        ...{ id: topic, title: nameOf(catalog.topics, topic), subtitle: words.of(nounOf(metric), of), marks, days },
        kinds: [...new Set(marks.map((mark) => mark.kind))],
      },
    ];
  });
}

function groupOf(shares: TopicShares, all: readonly TopicShares[], input: TopicsInput, words: TopicsWords): TopicGroup {
  const { catalog } = input;
  const { platform, country, source } = shares;
  const sourceName = nameOf(catalog.sources, source);
  const several = all.some((other) => other.source !== source && other.platform === platform && other.country === country);
  const parts = country.split("+");
  const place = parts.length > 1 ? words.sum(parts.length) : nameOf(catalog.countries, country);
  const platformName = nameOf(catalog.platforms, platform);
  const title = words.place(platformName, place);
  return {
    ...{ platform, country, source, shares, sourceName, platformName },
    id: seriesId({ platform, country, topic: ALL_TOPICS, source }),
    kind: kindsOf(catalog.sources)(source),
    title: several ? words.place(title, sourceName) : title,
    spokenPlace: parts.length > 1 ? place : words.spoken(country, catalog.countries),
  };
}

function inOrder(view: View, found: TopicShares[]): TopicShares[] {
  const rank = (one: TopicShares) => view.platforms.indexOf(one.platform) * 1000 + view.countries.indexOf(one.country);
  return found.toSorted((a, b) => rank(a) - rank(b));
}

/** A round share at least as large as every share of some panels. */
function topOf(panels: readonly TopicPanel[]): number {
  const most = Math.max(0, ...panels.flatMap((panel) => panel.marks.flatMap((mark) => mark.shares.map((share) => share ?? 0))));
  return [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8].find((step) => step >= most * 1.02) ?? 1;
}

function ticksOf(top: number, format: Format): TopicsModel["ticks"] {
  const parts = top === 1 ? 4 : top === 0.3 || top === 0.6 ? 3 : 2;
  return Array.from({ length: parts + 1 }, (_, index) => {
    const value = (top * index) / parts;
    return { value, text: `${format.fullNumber(Math.round(value * 1000) / 10)}%` };
  });
}
