import type { TopicShares } from "../analysis/shares.ts";
import type { Catalog } from "../model/catalog.ts";
import type { Metric } from "../model/metric.ts";
import type { SourceKind } from "../model/source.ts";
import type { View } from "../model/view.ts";
import type { Format } from "./format.ts";
import { type ColorName, FURTHER, type Stroke } from "./palette.ts";
import type { TopicChoice } from "./topics-view.ts";
import type { TopicsWords } from "./topics-words.ts";

/** Shares of one platform in a country by one source. */
export interface TopicGroup {
  id: string;
  platform: string;
  country: string;
  source: string;
  kind: SourceKind;
  /** What tells it from the others: platform and country, and the source where there are several. */
  title: string;
  /** In a sentence. */
  platformName: string;
  spokenPlace: string;
  sourceName: string;
  shares: TopicShares;
}

/** Shares of one thing that is drawn: a topic in a stack, or a line. One value for each date. */
export interface ShareMark {
  id: string;
  label: string;
  kind: SourceKind;
  /** `null` is the rest: it has no colour, since it is no topic. */
  stroke: Stroke | null;
  /** The line itself, where that is drawn otherwise: it steps back for a later one. */
  edge?: Stroke;
  /** 0 to 1; `null` is a gap. */
  shares: (number | null)[];
  amounts: (number | null)[];
  /** Where its band begins and ends in a stack; of a line the share itself. `null` where nothing is drawn. */
  low: (number | null)[];
  high: (number | null)[];
}

/** What pictures of topics are told in. */
export interface TopicsTold {
  view: View;
  metric: Metric;
  choice: TopicChoice;
  catalog: Catalog;
  words: TopicsWords;
  format: Format;
}

/** What a metric counts, inside a sentence. @example nounOf(posts) // "posts" */
export function nounOf({ name }: Pick<Metric, "name">): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The hue of each topic: the two accents are platforms. Beyond the six others a topic is grey, and told by its label. */
export function topicColors(topics: readonly string[]): Map<string, ColorName> {
  return new Map(topics.map((topic, index) => [topic, FURTHER[index] ?? "text-3"]));
}

/**
 * A share in a few digits: whole percents from ten on.
 *
 * @example shareText(0.1834, words, format) // "18%"; shareText(0.0004, words, format) // "<0.1%"
 */
export function shareText(share: number, words: Pick<TopicsWords, "less">, format: Format): string {
  if (share > 0 && share < 0.001) return words.less(`${format.fullNumber(0.1)}%`);
  return `${format.fullNumber(share < 0.1 ? Math.round(share * 1000) / 10 : Math.round(share * 100))}%`;
}
