import type { Whole } from "../analysis/shares.ts";
import type { Catalog } from "../model/catalog.ts";
import type { Interval } from "../model/day.ts";
import type { SourceKind } from "../model/source.ts";
import { count as inWords, spokenPlace } from "./names.ts";

/** Every word that a picture of topics has of its own, in one language. */
export interface TopicsWords {
  /** What none of the shown topics has. */
  rest: string;
  /** Topics for which there is no colour left, together. */
  smaller: (count: number) => string;
  place: (platform: string, country: string) => string;
  sum: (count: number) => string;
  spoken: (country: string, countries: Catalog["countries"]) => string;
  /** What the shares are of, behind the title of a panel. */
  of: (metric: string, of: Whole) => string;
  less: (share: string) => string;
  /** When a share is of, in a sentence. */
  when: (interval: Interval, day: string) => string;
  /** How a sentence about such a source begins. */
  kind: Record<SourceKind, string>;
  /** How much all topics together had, at both ends. */
  together: (told: { topics: number; metric: string; platform: string; place: string; from: At; to: At }) => string;
  /** The same where there is one day, week or month. */
  once: (told: { topics: number; metric: string; platform: string; place: string; at: At }) => string;
  /** Follows one of these, with the space between sentences that the language has. */
  largest: (topic: string, share: string) => string;
  largestOf: (told: { topics: number; metric: string; platform: string; place: string; topic: string; at: At }) => string;
  more: (pictures: number) => string;
  description: (told: { metric: string; of: Whole; topics: number; interval: Interval; stacked: boolean }) => string;
  incomplete: (days: number, partial: boolean) => string;
  over: (dates: number) => string;
  noAll: (source: string) => string;
  missing: (names: readonly string[]) => string;
  empty: (told: { metric: string; platforms: readonly string[]; places: readonly string[]; when: string }) => string;
  noPlatform: string;
  noCountry: string;
  remark: (days: number, of: number) => string;
  amount: (amount: string, metric: string) => string;
  bucket: (interval: "week" | "month", days: string) => string;
  nothing: string;
}

/** A share, and the day, week or month that it is of. */
export interface At {
  share: string;
  when: string;
}

const listed = (names: readonly string[], word: "and" | "or") =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1)}`;
const some = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

export const TOPICS: { name: "topics"; english: TopicsWords } = {
  name: "topics",
  english: {
    rest: "Other or none",
    smaller: (count) => `${count} smaller topics`,
    place: (platform, country) => `${platform}, ${country}`,
    sum: (count) => `sum of ${count} countries`,
    spoken: spokenPlace,
    of: (metric, of) => (of === "all" ? `share of all ${metric}` : `share of ${metric} on these topics`),
    less: (share) => `<${share}`,
    when: (interval, day) => (interval === "day" ? `on ${day}` : interval === "week" ? `in the week of ${day}` : `in ${day}`),
    kind: { observed: "", estimate: "By an estimate: ", modelled: "Modelled: ", illustrative: "Made up: " },
    together: ({ topics, metric, platform, place, from, to }) =>
      `${topics === 1 ? "one topic had" : `${inWords(topics)} topics had`} ${from.share} of ${platform} ${metric} in ${place} ${from.when}, and ${to.share} ${to.when}.`,
    once: ({ topics, metric, platform, place, at }) =>
      `${topics === 1 ? "one topic had" : `${inWords(topics)} topics had`} ${at.share} of ${platform} ${metric} in ${place} ${at.when}.`,
    largest: (topic, share) => ` Then the largest was “${topic}”, with ${share}.`,
    largestOf: ({ topics, metric, platform, place, topic, at }) =>
      `of ${platform} ${metric} in ${place} on ${topics === 1 ? "one topic" : `${inWords(topics)} topics`}, ${at.share} were on “${topic}” ${at.when}.`,
    more: (pictures) => ` ${some(pictures, "more picture")} below.`,
    description: ({ metric, of, topics, interval, stacked }) =>
      `${stacked ? "Shares" : "Share of each topic"} of ${of === "all" ? `all ${metric}` : `the ${metric} on ${some(topics, "topic")}`}, by ${interval}.${
        stacked ? " From bottom to top as in the list beside or under each picture." : " All panels have one scale."
      }`,
    incomplete: (days, partial) =>
      partial
        ? `On ${some(days, "day")} a topic was not reported: the others are shares of what was.`
        : `On ${some(days, "day")} a topic was not reported: a gap, since the others would look larger.`,
    over: (dates) =>
      `${some(dates, "date has", "dates have")} topics that add up to more than everything, since one may have several: nothing is stacked there.`,
    noAll: (source) => `${source} does not say how many there were in all: its shares are of these topics together.`,
    missing: (names) => `No topics here for ${listed(names, "or")}.`,
    empty: ({ metric, platforms, places, when }) =>
      `No source that is on has ${metric} of ${listed(platforms, "or")} by topic for ${listed(places, "or")}, ${when}.`,
    noPlatform: "No platform is chosen.",
    noCountry: "No country is chosen.",
    remark: (days, of) => `${days} of ${of} days`,
    amount: (amount, metric) => `${amount} ${metric}`,
    bucket: (interval, days) => `${interval === "week" ? "Week" : "Month"}, ${days}`,
    nothing: "Not reported.",
  },
};
