import type { Catalog } from "../model/catalog.ts";
import type { Interval } from "../model/day.ts";
import { type Figure, type Qualifier, saidBy } from "../model/figure.ts";
import type { Metric } from "../model/metric.ts";
import type { SourceKind } from "../model/source.ts";
import { rounded, spoken } from "./format.ts";
import { capital, count, counted, placeName, spokenPlace } from "./names.ts";

/** Where a platform's sentence is at home, after its name: empty where the sentence before has said it. */
export interface Told {
  place: string;
  unit: string;
}

/** Every word of a chart: its sentence, panels, marks, reading and what stands where nothing can be drawn. */
export interface ChartWords {
  /** Between two sentences. */
  gap: string;
  /** Between sentences whose own stops are taken off. */
  stop: string;
  /** What is said of a name. */
  named: (name: string, what: string) => string;
  /** Between the parts of a name, as in `RedNote, United States`. */
  comma: string;
  /** All names but the last are parted by commas. */
  or: (names: readonly string[]) => string;
  and: (names: readonly string[]) => string;
  /** What stands before the n-th of some names in a sentence. */
  before: (index: number, count: number) => string;
  /** A name from the catalog inside a sentence. */
  inside: (name: string) => string;
  /** A country, or a sum of some, in a label. */
  place: (country: string, countries: Catalog["countries"]) => string;
  /** The same in a sentence. */
  spokenPlace: (country: string, countries: Catalog["countries"]) => string;
  places: (count: number) => string;
  placesOf: (count: number, all: number) => string;
  topics: (count: number) => string;
  sumOf: (codes: string) => string;
  said: (figure: Figure) => string;

  /** What a metric counts, after a number. */
  counted: (metric: Pick<Metric, "id" | "unit" | "over_time">) => string;
  onTopic: (counted: string, topic: string) => string;
  quoted: (value: number, qualifier: Qualifier) => string;
  /** Two values of about the same size, after `stayed`. */
  range: (low: number, high: number) => string;
  madeUp: string;
  noFigure: (told: Told) => string;
  had: (told: Told, value: string, day: string) => string;
  stayed: (told: Told, range: string) => string;
  rose: (told: Told, from: string, to: string, days: number) => string;
  fell: (told: Told, from: string, to: string, days: number) => string;
  dipped: (told: Told, from: string, to: string, days: number, back: string, day: string) => string;
  rank: {
    had: (told: Told, rank: number, day: string) => string;
    stayed: (told: Told, rank: number) => string;
    rose: (told: Told, from: number, to: number, days: number) => string;
    fell: (told: Told, from: number, to: number, days: number) => string;
    between: (told: Told, best: number, worst: number) => string;
  };
  second: (observed: boolean, peak: string) => string;
  apart: (ratio: string) => string;
  more: (count: number) => string;
  /** What stands before and after the names of the platforms. */
  figuresOnly: (count: number, published: boolean, metric: string, places: string, days: string) => readonly [string, string];

  described: (what: string, interval: Interval) => string;
  bestAtTop: string;
  equalSlopes: string;
  noDataFor: (names: string) => string;
  refused: (count: number) => string;
  /** Of a sum: which countries, where its name counts them; and on how many dates some were missing. */
  addedUp: (codes: string) => string;
  someMissing: (dates: number, all: number, interval: Interval) => string;
  pointed: (value: string, days: string, said: string) => string;
  notPointed: (id: string) => string;
  noPlatform: string;
  noCountry: string;
  zeros: (metric: string, platforms: string) => string;
  noSum: (metric: string, platforms: string, places: readonly string[], days: string) => string;
  noSource: (metric: string, platforms: string, topic: string, places: readonly string[], days: string) => string;
  show: {
    topics: string;
    countries: string;
    days: (first: string, last: string) => string;
    place: (place: string) => string;
    first: string;
  };

  /** Days of which nothing is known: what, when, and both together. */
  nothing: (modelled: boolean) => string;
  when: (after: string | null, before: string | null) => string;
  nothingWhen: (what: string, when: string) => string;
  /** A modelled value, cut to what it is good for. */
  about: (value: string) => string;
  onDay: (value: string, day: string) => string;
  daysOf: (reported: number, of: number) => string;
  countriesOf: (reported: number, of: number) => string;
  bucket: (interval: "week" | "month", days: string) => string;
  nothingHere: (modelled: boolean) => string;
  event: (title: string) => string;
  kind: Record<SourceKind, string>;

  /** On the picture. */
  twoReadings: string;
  apartAfter: (narrow: boolean) => string;
  inDays: (days: number, narrow: boolean) => string;
  under: readonly [word: string, sign: string];
  over: readonly [word: string, sign: string];
  thisHeight: (panels: number) => readonly string[];

  /** Around it. */
  chart: string;
  /** How it is read, and whether a table follows. */
  readIt: (hasTable: boolean) => string;
  openSource: (figure: string) => string;
  vintage: (vintage: number) => string;
  eventHead: string;
  smaller: (count: number) => string;
  brush: { shown: string; first: string; last: string };
}

export const CHART: { name: "chart"; english: ChartWords } = {
  name: "chart",
  english: {
    gap: " ",
    stop: ". ",
    named: (name, what) => `${name}: ${what}`,
    comma: ", ",
    or: (names) => listed(names, "or"),
    and: (names) => listed(names, "and"),
    before: (index, count) => (index === 0 ? "" : index === count - 1 ? " and " : ", "),
    inside: lowerFirst,
    place: placeName,
    spokenPlace,
    places: (count) => `${count} countries`,
    placesOf: (count, all) => `${count} of the ${all} countries`,
    topics: (count) => `${count} topics`,
    sumOf: (codes) => `sum of ${codes}`,
    said: saidBy,

    counted,
    onTopic: (unit, topic) => `${unit} on “${topic}”`,
    quoted: (value, qualifier) => `${qualifier === "" ? "" : `${qualifier} `}${spoken(value)}`,
    range: between,
    madeUp: "Made up: ",
    noFigure: (told) => `${where(told)} has no published figure in these days: its line is modelled between earlier and later ones.`,
    had: (told, value, day) => `${where(told)} had ${value}${unit(told)} on ${day}.`,
    stayed: (told, range) => `${where(told)} stayed ${range}${unit(told)}.`,
    rose: (told, from, to, days) => `${where(told)} rose from ${from}${unit(told)} to ${to} in ${duration(days)}.`,
    fell: (told, from, to, days) => `${where(told)} fell from ${from}${unit(told)} to ${to} in ${duration(days)}.`,
    dipped: (told, from, to, days, back, day) =>
      `${where(told)} fell from ${from}${unit(told)} to ${to} in ${duration(days)}, and was back at ${back} on ${day}.`,
    rank: {
      had: (told, rank, day) => `${where(told)} stood at No. ${rank} on ${day}.`,
      stayed: (told, rank) => `${where(told)} stayed at No. ${rank}.`,
      rose: (told, from, to, days) => `${where(told)} rose from No. ${from} to No. ${to} in ${duration(days)}.`,
      fell: (told, from, to, days) => `${where(told)} fell from No. ${from} to No. ${to} in ${duration(days)}.`,
      between: (told, best, worst) => `${where(told)} stayed between No. ${best} and No. ${worst}.`,
    },
    second: (observed, peak) => `A second ${observed ? "source" : "estimate"} peaks at ${peak}.`,
    apart: (ratio) => `Two readings, ${ratio} apart.`,
    more: (many) => `${capital(count(many))} more below.`,
    figuresOnly: (many, published, metric, places, days) => [
      `${capital(count(many))} ${published ? "published figure" : "untraceable claim"}${many === 1 ? "" : "s"}: ${metric} of `,
      ` in ${places}, ${days}. No daily series.`,
    ],

    described: (what, interval) => `${what}, by ${interval}.`,
    bestAtTop: "The best rank is at the top.",
    equalSlopes: "Equal slopes are equal growth.",
    noDataFor: (names) => `No data here for ${names}.`,
    addedUp: (codes) => `The sum is of ${codes}.`,
    someMissing: (dates, all, interval) => `On ${dates} of ${all} ${interval}s not all of the countries reported: the tip says how many.`,
    refused: (many) => `${many === 1 ? "One value of zero has" : `${many} values of zero have`} no place on this scale.`,
    pointed: (value, days, said) => `Pointed out: ${value}, ${days}, ${said}.`,
    notPointed: (id) => `The figure ${id} has no place on this chart.`,
    noPlatform: "No platform is chosen.",
    noCountry: "No country is chosen.",
    zeros: (metric, platforms) =>
      `${metric} of ${platforms} are zero on all of these days. Zero has no place on a logarithmic scale: choose the linear one.`,
    noSum: (metric, platforms, places, days) =>
      `No day has ${metric} of ${platforms} for all of ${places.length > 3 ? `the ${places.length} countries` : listed(places, "and")} from ${days}.`,
    noSource: (metric, platforms, topic, places, days) =>
      `No source reports ${metric} of ${platforms}${topic ? ` on ${topic}` : ""} for ${places.length > 3 ? `any of the ${places.length} countries` : listed(places, "or")} from ${days}.`,
    show: {
      topics: "Show all topics",
      countries: "Show the countries one by one",
      days: (first, last) => `Show ${first} to ${last}`,
      place: (place) => `Show ${place}`,
      first: "Show the first page",
    },

    nothing: (modelled) => (modelled ? "No published figure" : "No snapshot"),
    when: (after, before) => (after === null ? `before ${before}` : before === null ? `after ${after}` : `between ${after} and ${before}`),
    nothingWhen: (what, when) => `${what} ${when}`,
    about: (value) => `about ${value}`,
    onDay: (value, day) => `${value} on ${day}`,
    daysOf: (reported, of) => `${reported} of ${of} days`,
    countriesOf: (reported, of) => `${reported} of ${of} countries`,
    bucket: (interval, days) => `${interval === "week" ? "Week" : "Month"}, ${days}`,
    nothingHere: (modelled) => (modelled ? "No published figure." : "No snapshot."),
    event: (title) => `Event: ${title}`,
    kind: { observed: "observed", estimate: "estimate", modelled: "modelled", illustrative: "illustrative" },

    twoReadings: "Two readings,",
    apartAfter: (narrow) => (narrow ? "apart" : " apart"),
    inDays: (days, narrow) => `in ${narrow ? days : count(days)} ${days === 1 ? "day" : "days"}`,
    under: ["under ", "<"],
    over: ["over ", ">"],
    thisHeight: (panels) => (panels > 1 ? ["this height, in", panels === 2 ? "both panels" : "all panels"] : ["this height"]),

    chart: "chart",
    readIt: (hasTable) => `Chart. Left and right arrow keys read it${hasTable ? ", T goes to its table" : ""}.`,
    openSource: (figure) => `${figure}: open the source`,
    vintage: (vintage) => `vintage ${vintage}`,
    eventHead: "Event.",
    smaller: (many) => `and ${many} smaller ones, in the table`,
    brush: { shown: "Shown days", first: "First day", last: "Last day" },
  },
};

function where({ place }: Told): string {
  return place === "" ? "" : ` in ${place}`;
}

function unit({ unit }: Told): string {
  return unit === "" ? "" : ` ${unit}`;
}

function duration(days: number): string {
  return days === 1 ? "one day" : `${count(days)} days`;
}

/** Two values of about the same size: `between 69 and 107 million`; `at about 5,200` where they read alike. */
function between(low: number, high: number): string {
  const digits = (value: number) => (low >= 1e7 ? Math.round(value / 1e6) : rounded(value / 1e6, 2));
  const millions = low >= 1e6 && high < 1e9;
  const [a, b] = [low, high].map((value) => (millions ? String(digits(value)) : spoken(rounded(value, 2))));
  const of = millions ? " million" : "";
  return a === b ? `at about ${a}${of}` : `between ${a} and ${b}${of}`;
}

/** @example listed(["RedNote", "TikTok", "Lemon8"], "or") // "RedNote, TikTok or Lemon8" */
function listed(names: readonly string[], word: "and" | "or"): string {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1)}`;
}

/** A name inside a sentence; proper names keep their capitals. @example lowerFirst("App Store rank") // "App Store rank" */
function lowerFirst(text: string): string {
  return /^\S+ [A-Z]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
