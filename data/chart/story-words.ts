import type { Catalog } from "../model/catalog.ts";
import { type EstimateKind, type Figure, type Qualifier, saidBy } from "../model/figure.ts";
import { spoken } from "./format.ts";
import { spokenPlace } from "./names.ts";

/** A value of a figure, and its days, as they stand in a sentence. */
export interface Quoted {
  value: string;
  /** `on 13 January 2025`, `from 6 Jan to 11 Jan 2025`. */
  days: string;
}

/** Every word of the story, in one language. Values, days and names come from the rows that a sentence quotes. */
export interface StoryWords {
  value: (value: number, qualifier: Qualifier) => string;
  rank: (place: string, qualifier: Qualifier) => string;
  onDay: (day: string) => string;
  fromTo: (days: string) => string;
  place: (country: string, countries: Catalog["countries"]) => string;
  list: (names: readonly string[]) => string;
  said: (figure: Figure) => string;
  how: Record<EstimateKind, string>;
  published: (day: string | null) => string;
  /** Who says what a sentence quotes: once where all of it comes from one page. */
  by: (sayers: readonly string[]) => string;
  /** Under `by`: one sayer, how they know and when they said it. */
  sayer: (said: string, how: string, published: string) => string;

  title: string;
  question: string;
  lead: (figures: string, pages: string, platforms: string) => string;
  heads: Record<"growth" | "conflict" | "rank" | "after" | "where", string>;
  growth: (rednote: string, tiktok: string, place: string, low: Quoted, high: Quoted, other: Quoted, isSameDay: boolean) => string;
  conflict: (platform: string, place: string, high: Quoted, ratio: string, low: Quoted) => string;
  rankOf: (platform: string, place: string, first: Quoted, second: Quoted, best: Quoted) => string;
  course: (rose: boolean, platform: string, place: string, from: Quoted, to: Quoted) => string;
  where: (platform: string, days: string, groups: readonly (readonly [rank: string, places: string])[]) => string;
  unknown: {
    people: string;
    right: string;
    places: (first: string, last: string) => string;
    after: (platform: string, place: string, last: string) => string;
    countries: (platform: string, places: string) => string;
  };
}

const listed = (names: readonly string[]) => (names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);

export const STORY: { name: "story"; english: StoryWords } = {
  name: "story",
  english: {
    value: (value, qualifier) => `${qualifier === "" ? "" : `${qualifier} `}${spoken(value)}`,
    rank: (place, qualifier) =>
      qualifier === "under" ? `No. ${place} or better` : `${qualifier === "" ? "" : `${qualifier} `}No. ${place}`,
    onDay: (day) => `on ${day}`,
    fromTo: (days) => `from ${days}`,
    place: spokenPlace,
    list: listed,
    said: saidBy,
    how: {
      estimate: "an estimate",
      official: "an official number",
      reported_by_sources: "attributed to people or media that are not named",
      untraceable: "of unknown origin",
    },
    published: (day) => (day === null ? "day of publication not known" : `published on ${day}`),
    by: (sayers) => `Said by: ${sayers.join("; ")}.`,
    sayer: (said, how, published) => `${said} (${how}, ${published})`,

    title: "Story",
    question: "How did people move from TikTok to RedNote, where, when, and for how long?",
    lead: (figures, pages, platforms) =>
      `No daily counts by country were found. What was found are ${figures} figures of ${platforms} in the US that can be traced, on ${pages} pages, and they disagree. In the charts a dot is published, a dashed line is modelled between dots, and a hatch is where no figure is.`,
    heads: {
      growth: "How many?",
      conflict: "Which number?",
      rank: "How visible?",
      after: "For how long?",
      where: "Where?",
    },
    growth: (rednote, tiktok, place, low, high, other, isSameDay) =>
      `${rednote} had ${low.value} daily users in ${place} ${low.days} and ${high.value} ${high.days}; ${tiktok} had ${other.value} ${isSameDay ? "that day" : other.days}.`,
    conflict: (platform, place, high, ratio, low) =>
      `By a second estimate ${platform} had ${high.value} daily users in ${place} ${high.days}, ${ratio} the ${low.value} ${low.days}.`,
    rankOf: (platform, place, first, second, best) =>
      `${platform} stood at ${first.value} of free iPhone apps in ${place} ${first.days} by one reading, at ${second.value} ${second.days === first.days ? "" : `${second.days} `}by another, and at ${best.value} ${best.days}.`,
    course: (rose, platform, place, from, to) =>
      `Daily downloads of ${platform} in ${place} ${rose ? "rose" : "fell"} from ${from.value} ${from.days} to ${to.value} ${to.days}.`,
    where: (platform, days, groups) =>
      `${platform} stood ${listed(groups.map(([rank, places], index) => `at ${rank}${index === 0 ? " of free iPhone apps" : ""} in ${places}`))} ${days}.`,
    unknown: {
      people: "Not known: who moved. Figures count users of each app; none follows people from one to the other.",
      right: "Not known: which is right. No figure here settles it.",
      places: (first, last) => `Not known: its place before ${first} and after ${last}. No figure is of those days.`,
      after: (platform, place, last) =>
        `Not known: what came later. No published figure of daily users of ${platform} in ${place} is of a day after ${last}.`,
      countries: (platform, places) =>
        `Not known: how many people elsewhere. Daily users of ${platform} by country were published of ${places} only.`,
    },
  },
};
