import type { SourceKind } from "../model/source.ts";

/** What a map says in words, whatever draws it. */
export interface MapWords {
  /** By which names are sorted. */
  tag: string;
  /** What is shown: platform and metric. */
  subject: (platform: string, metric: string, perPeople: boolean, topic: string) => string;
  /** In how many countries a day has a value; `null` is of published figures alone. */
  said: (subject: string, day: string, known: number, of: number, kind: SourceKind | null) => string;
  none: (subject: string, day: string, kind: SourceKind | null) => string;
  /** Smallest and largest, where they may be quoted. */
  span: (low: string, lowPlace: string, high: string, highPlace: string) => string;
  /** Several countries that share a value. */
  shared: (countries: number) => string;
  same: (text: string) => string;
  others: (count: number, kind: SourceKind | null) => string;
  /** What a sentence ends with, and several after each other. */
  ends: string;
  joined: (sentences: readonly string[]) => string;
  conflicts: (count: number) => string;
  surges: (subject: string, found: number, of: number) => string;
  noSeries: (subject: string) => string;
  figureSpan: (figure: string, low: string, lowPlace: string, high: string, highPlace: string) => string;
  /** Limits of a step. */
  between: (from: string, to: string) => string;
  about: (text: string) => string;
  place: (rank: string) => string;
  /** A rank that is given as an upper bound. */
  orBetter: (rank: string) => string;
  either: (texts: readonly string[]) => string;
  population: (people: string, year: string) => string;
  noPopulation: string;
  noValue: (subject: string, place: string, day: string) => string;
  lastValue: (day: string) => string;
  nextValue: (day: string) => string;
  noSeriesHere: (place: string) => string;
  notRead: string;
  published: string;
  inConflict: string;
  /** A day or a metric that has more. */
  widest: (metric: string, countries: number, day: string) => string;
}

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
const VALUES: Record<SourceKind, string> = {
  observed: "a reported value",
  estimate: "an estimated value",
  modelled: "a published or modelled value",
  illustrative: "a value",
};
const madeUp = (kind: SourceKind | null) => (kind === "illustrative" ? "Made up: on" : "On");
const valueText = (kind: SourceKind | null) => (kind === null ? "a published value" : VALUES[kind]);

export const MAP: { name: "map model"; english: MapWords } = {
  name: "map model",
  english: {
    tag: "en",
    subject: (platform, metric, perPeople, topic) =>
      `${platform}’s ${lowered(metric)}${perPeople ? " for 100,000 people" : ""}${topic === "" ? "" : ` on “${topic}”`}`,
    said: (subject, day, known, of, kind) =>
      `${madeUp(kind)} ${day}, ${known} of ${of} countries ${known === 1 ? "has" : "have"} ${valueText(kind)} of ${subject}`,
    none: (subject, day, kind) => `${madeUp(kind)} ${day}, no country has ${valueText(kind)} of ${subject}.`,
    span: (low, lowPlace, high, highPlace) => `, from ${low} (${lowPlace}) to ${high} (${highPlace}).`,
    shared: (countries) => some(countries, "country", "countries"),
    same: (text) => `, each ${text}.`,
    others: (count, kind) =>
      kind === null || kind === "modelled" ? `No figure is known of the other ${count}.` : `The source has none for the other ${count}.`,
    ends: ".",
    joined: (sentences) => sentences.join(" "),
    conflicts: (count) => `In ${some(count, "country", "countries")} the published figures disagree.`,
    surges: (subject, found, of) => `A surge of ${subject} was found in ${found} of ${some(of, "country", "countries")} with a series.`,
    noSeries: (subject) => `No country has a series of ${subject} in which a surge could be looked for.`,
    figureSpan: (figure, low, lowPlace, high, highPlace) => `${figure}: from ${low} (${lowPlace}) to ${high} (${highPlace}).`,
    between: (from, to) => `${from}–${to}`,
    about: (text) => `≈ ${text}`,
    place: (rank) => `No. ${rank}`,
    orBetter: (rank) => `No. ${rank} or better`,
    either: (texts) => texts.join(" or "),
    population: (people, year) => `of ${people} people${year === "" ? "" : ` (${year})`}`,
    noPopulation: "The reference has no population for it.",
    noValue: (subject, place, day) => `${place}: no value of ${subject} on ${day}.`,
    lastValue: (day) => `The last one before is of ${day}.`,
    nextValue: (day) => `The next one is of ${day}.`,
    noSeriesHere: (place) => `${place}: no series, so no surge.`,
    notRead: "Not read yet.",
    published: "a published figure",
    inConflict: "published figures disagree",
    widest: (metric, countries, day) => `${metric}: published for ${some(countries, "country", "countries")} on ${day}`,
  },
};

/** A metric inside a sentence. @example lowered("Daily active users") // "daily active users"; "App Store rank" stays */
function lowered(name: string): string {
  return /^\S+ [A-Z]/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
