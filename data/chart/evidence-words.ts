import type { EstimateKind, Qualifier } from "../model/figure.ts";

/** Every word of the statements on the Evidence page. What stands in `said` has been written as numbers and days already. */
export interface EvidenceWords {
  /** `about 300k`, `over ×20`. */
  qualified: (text: string, qualifier: Qualifier) => string;
  rank: (place: string, qualifier: Qualifier) => string;
  unit: (text: string, unit: "minutes" | "hours") => string;
  unnamed: string;
  /** The same in a sentence. */
  somebody: string;
  said: (publisher: string, provider: string | null, mirror: boolean) => string;
  /** `one`: there is one of it. */
  headline: (figures: string, one: boolean, providers: string, oneProvider: boolean, conflicts: string) => string;
  noConflict: string;
  kinds: (counts: readonly (readonly [kind: EstimateKind, count: string])[]) => string;
  farthest: (title: string, low: string, high: string, ratio: string) => string;
  /** `all`: nothing is left. */
  hidden: (count: string, one: boolean, all: boolean) => string;
  knownAll: (count: string, one: boolean, latest: string) => string;
  undated: (count: string, one: boolean) => string;
  knownThen: (count: string, day: string) => string;
  undatedThen: (count: string, one: boolean, latest: string) => string;
  nothingThen: (day: string, first: string) => string;
  conflictsThen: (count: string, one: boolean) => string;
  noConflictThen: string;
  /** Title of a chart: what, of whom, where. */
  title: (quantity: string, platforms: readonly string[], place: string) => string;
  providers: (count: string) => string;
  list: (names: readonly string[]) => string;
  summary: (figures: string, providers: string, low: string, high: string) => string;
  summaryOne: (figure: string, provider: string) => string;
  /** Several figures of one value. */
  summarySame: (figures: string, providers: string, value: string) => string;
  inConflict: (count: string) => string;
  refused: (count: string, one: boolean) => string;
  pages: (count: string) => string;
  apart: (ratio: string) => string;
  against: (low: string, high: string) => string;
  published: (day: string) => string;
  unpublished: string;
  unknownDay: string;
  how: Record<EstimateKind, string>;
  repeats: (who: string) => string;
  /** `ratio` is empty where the two have none. */
  conflict: (value: string, days: string, who: string, ratio: string) => string;
  torn: (count: string, one: boolean) => string;
  otherDays: (days: string, who: string) => string;
  /** A figure by its value, days and who said it, in one line. */
  figure: (value: string, what: string, days: string, who: string) => string;
  findings: (counts: readonly (readonly [finding: string, count: string])[], claims: string) => string;
  topic: { surge: string };
  notYet: string;
  growth: string;
  noGrowth: Record<"total" | "metric", string>;
}

const KINDS: Record<EstimateKind, readonly [one: string, many: string]> = {
  estimate: ["estimate", "estimates"],
  official: ["official statement", "official statements"],
  reported_by_sources: ["attributed to unnamed people or media", "attributed to unnamed people or media"],
  untraceable: ["untraceable claim", "untraceable claims"],
};

export const EVIDENCE: { name: "evidence"; english: EvidenceWords } = {
  name: "evidence",
  english: {
    qualified: (text, qualifier) => (qualifier === "" ? text : `${qualifier} ${text}`),
    rank: (place, qualifier) =>
      qualifier === "under" ? `No. ${place} or better` : qualifier === "" ? `No. ${place}` : `${qualifier} No. ${place}`,
    unit: (text, unit) => `${text} ${unit}`,
    unnamed: "Provider unnamed",
    somebody: "an unnamed provider",
    said: (publisher, provider, mirror) => {
      const place = mirror ? ", on a mirror" : "";
      if (provider === null) return `${publisher}, provider unnamed${place}`;
      return provider === "" ? `${publisher}${place}` : `${provider}, via ${publisher}${place}`;
    },
    headline: (figures, one, providers, oneProvider, conflicts) =>
      `${figures} published ${one ? "figure" : "figures"} by ${providers} ${oneProvider ? "provider" : "providers"}, ${conflicts} of them in conflict.`,
    noConflict: "none",
    kinds: (counts) => `${counts.map(([kind, count]) => `${count} ${KINDS[kind][count === "1" ? 0 : 1]}`).join(", ")}.`,
    farthest: (title, low, high, ratio) => `Farthest apart of those that can be traced: ${low} and ${high}, ${ratio} (${title}).`,
    hidden: (count, one, all) => `${count}${all ? "" : " more"} ${one ? "figure is" : "figures are"} left out by the filters.`,
    knownAll: (count, one, latest) =>
      one
        ? `The one figure that there is was known by ${latest}, the latest day of publication.`
        : `All ${count} figures that there are were known by ${latest}, the latest day of publication.`,
    undated: (count, one) =>
      one
        ? "One of them bears no day of publication. It is marked, and shown at the latest day only."
        : `${count} of them bear no day of publication. They are marked, and shown at the latest day only.`,
    knownThen: (count, day) => `By ${day}, ${count} of the figures are known to have been published.`,
    undatedThen: (count, one, latest) =>
      `${count} more ${one ? "bears" : "bear"} no day of publication: whether ${one ? "it was" : "they were"} known then cannot be said. ${one ? "It is" : "They are"} shown at ${latest} only.`,
    nothingThen: (day, first) => `By ${day}, none of the figures is known to have been published. The first with a day came on ${first}.`,
    conflictsThen: (count, one) => `${count} ${one ? "pair" : "pairs"} of those known then conflicted.`,
    noConflictThen: "None of those known then conflicted.",
    title: (quantity, platforms, place) => `${quantity}${platforms.length === 1 ? `, ${platforms[0]}` : ""}, ${place}`,
    providers: (count) => `${count} providers`,
    list: (names) => (names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`),
    summary: (figures, providers, low, high) => `${figures} figures by ${providers}, from ${low} to ${high}.`,
    summaryOne: (figure, provider) => `One figure: ${figure}, by ${provider}.`,
    summarySame: (figures, providers, value) => `${figures} figures by ${providers}, all of them ${value}.`,
    inConflict: (count) => `${count} in conflict.`,
    refused: (count, one) => `${count} ${one ? "figure of zero or less has" : "figures of zero or less have"} no place on this scale.`,
    pages: (count) => `${count} pages`,
    apart: (ratio) => `${ratio} apart`,
    against: (low, high) => `${low} against ${high}`,
    published: (day) => `Published on ${day}.`,
    unpublished: "Day of publication not known.",
    unknownDay: "not known",
    how: {
      estimate: "An estimate of a third party, or a reading of a public counter.",
      official: "Stated by the company or by a government.",
      reported_by_sources: "Attributed to unnamed people or to media.",
      untraceable: "No source of it could be traced. It enters no model.",
    },
    repeats: (who) => `Repeated by ${who}.`,
    conflict: (value, days, who, ratio) => `In conflict with ${value}, ${days}, ${who}${ratio === "" ? "" : `: ${ratio} apart`}.`,
    torn: (count, one) => `with ${count} ${one ? "other" : "others"}`,
    otherDays: (days, who) => `In conflict over its days: the same number for ${days}, ${who}.`,
    figure: (value, what, days, who) => `${value}. ${what}, ${days}. ${who}.`,
    findings: (counts, claims) => `Of ${claims} claims: ${counts.map(([finding, count]) => `${count} ${finding}`).join(", ")}.`,
    topic: { surge: "The surge" },
    notYet: "not published by then",
    growth: "Show on the growth chart",
    noGrowth: {
      total: "A total of several days, not on the growth chart.",
      metric: "Another measure, not on the growth chart.",
    },
  },
};
