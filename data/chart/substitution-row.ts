import { LOSING_PLATFORM, type SubstitutionPair } from "../analysis/substitution-table.ts";
import type { Catalog } from "../model/catalog.ts";
import type { Metric } from "../model/metric.ts";
import { ALL_TOPICS } from "../model/slug.ts";
import type { SourceKind } from "../model/source.ts";
import { ENGLISH_FORMAT, type Format, rounded } from "./format.ts";
import { nameOf, placeName } from "./names.ts";
import { type PairColumn, SUBSTITUTION, type SubstitutionWords } from "./substitution-words.ts";
import { SURGE, type SurgeWords } from "./surge-words.ts";

/** One platform beside TikTok as it is read. */
export interface SubstitutionRow {
  id: string;
  /** The platform that surged. */
  platform: string;
  /** Country, and topic where it is not all of them. */
  place: string;
  source: string;
  kind: SourceKind;
  /** What the numbers are: "a property of the model"; empty where they are what was counted. */
  kindNote: string;
  isFound: boolean;
  /** Why there is nothing to compare; empty where there is. */
  why: string;
  /** What both did in sentences, or why it is not told; says of a model that it is one. */
  sentence: string;
  /** Each as a number with its range under it; absent where there is none. */
  cells?: Readonly<Record<PairColumn, { text: string; note: string }>>;
}

/** In what words and names rows speak. */
export interface PairContext {
  metric: Metric;
  catalog: Pick<Catalog, "platforms" | "countries" | "topics" | "sources">;
  words?: SubstitutionWords;
  surge?: SurgeWords;
  format?: Format;
  /** A country, or a sum of some, as the language writes it. */
  placed?: (country: string, countries: Catalog["countries"]) => string;
}

/**
 * A pair in words. A modelled one is told in two digits.
 *
 * @example substitutionRow(pair, { metric, catalog }).sentence
 * // "In 35 days, 13 Jan to 16 Feb 2025, RedNote stood 34.3M above what was expected, TikTok 93.3M below (users, summed over days). ..."
 */
export function substitutionRow(pair: SubstitutionPair, context: PairContext): SubstitutionRow {
  const { metric, catalog, words = SUBSTITUTION.english, surge = SURGE.english, format = ENGLISH_FORMAT, placed = placeName } = context;
  const { platform, country, topic, source, kind, answer } = pair;
  const names = { gaining: nameOf(catalog.platforms, platform), losing: nameOf(catalog.platforms, LOSING_PLATFORM) };
  const row = {
    id: `${platform}/${country}/${topic}/${source}`,
    platform: names.gaining,
    place: [placed(country, catalog.countries), topic === ALL_TOPICS ? "" : nameOf(catalog.topics, topic)].filter(Boolean).join(", "),
    source: nameOf(catalog.sources, source),
    kind,
    kindNote: surge.kind[kind],
    isFound: answer.found,
    why: "",
  };
  if (!answer.found) {
    const why = words.why(answer, names, (reason) => surge.why({ reason }));
    return { ...row, why, sentence: surge.said(kind, why) };
  }
  const { excess, shortfall, ratio, lag } = answer;
  const amount = (value: number) => (kind === "modelled" ? format.twoDigits(value) : format.threeDigits(value));
  const share = (value: number) => format.fullNumber(rounded(value, 2));
  const between = (one: { low: number; high: number }, text: (value: number) => string) => words.between(text(one.low), text(one.high));
  const range = format.rangeText(answer.from, answer.to);
  const unit = words.summed(metric.unit, metric.over_time === "sum");
  const said = words.said({ excess: amount(excess.value), shortfall: amount(shortfall.value), days: answer.days, range, unit }, names);
  const lagged = words.lag(lag, names);
  const compared = words.ratio(share(ratio.value), share(ratio.low), share(ratio.high), names);
  return {
    ...row,
    sentence: surge.said(kind, [said, compared, lagged].join(words.gap)),
    cells: {
      days: { text: words.days(answer.days), note: range },
      excess: { text: amount(excess.value), note: between(excess, amount) },
      shortfall: { text: amount(shortfall.value), note: between(shortfall, amount) },
      ratio: { text: share(ratio.value), note: between(ratio, share) },
      lag: { text: words.lagShort(lag.value), note: lagNote(lag, words) },
    },
  };
}

function lagNote({ low, high }: { low: number; high: number }, words: SubstitutionWords): string {
  if (low === high) return "";
  const range = words.lagRange(low, high);
  return low < 0 && high > 0 ? words.aside(range, words.eitherFirst) : range;
}
