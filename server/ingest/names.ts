import leven from "leven";
import type { Catalog } from "../../data/model/catalog.ts";
import type { Metric } from "../../data/model/metric.ts";
import { COUNTRY_ALIASES } from "./country-aliases.ts";

export type Dimension = "platform" | "country" | "metric" | "topic" | "source";

/** What people write in place of a name, where no likeness tells. For hints only. */
const ALIASES: Readonly<Record<string, string>> = {
  dau: "daily_active_users",
  mau: "monthly_active_users",
  installs: "downloads",
  registrations: "signups",
  newusers: "signups",
  rank: "app_store_rank",
  xiaohongshu: "rednote",
  xhs: "rednote",
  red: "rednote",
  littleredbook: "rednote",
  douyin: "tiktok",
};

/** Hints that are kept, so that one typo in every row of a file is looked up once. */
const MOST_HINTS = 1000;

/** What of the catalog names are looked up in. */
export type Listed = Pick<Catalog, "platforms" | "countries" | "metrics" | "topics" | "sources">;

export function listedOf({ platforms, countries, metrics, topics, sources }: Listed): Listed {
  return { platforms, countries, metrics, topics, sources };
}

/** The names that a file may use, and what one that it may not use was probably meant to be. */
export class Names {
  readonly #ids: Record<Dimension, Set<string>>;
  /** By what a person may write: the id, or the name, without case and punctuation. */
  readonly #spellings: Record<Dimension, Map<string, string>>;
  readonly #metrics: Map<string, Metric>;
  readonly #hints = new Map<string, string | undefined>();

  constructor(catalog: Listed) {
    const lists = {
      platform: catalog.platforms,
      country: catalog.countries,
      metric: catalog.metrics,
      topic: catalog.topics,
      source: catalog.sources,
    };
    const ids = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
    this.#ids = {
      platform: ids(lists.platform),
      country: ids(lists.country),
      metric: ids(lists.metric),
      topic: ids(lists.topic),
      source: ids(lists.source),
    };
    this.#spellings = {
      platform: spellings(lists.platform),
      country: spellings(lists.country),
      metric: spellings(lists.metric),
      topic: spellings(lists.topic),
      source: spellings(lists.source),
    };
    this.#metrics = new Map(catalog.metrics.map((metric) => [metric.id, metric]));
  }

  has(dimension: Dimension, id: string): boolean {
    return this.#ids[dimension].has(id);
  }

  metric(id: string): Metric | undefined {
    return this.#metrics.get(id);
  }

  /** An id that exists, where one is near. */
  hint(dimension: Dimension, text: string): string | undefined {
    const name = `${dimension}/${text}`;
    if (this.#hints.has(name)) return this.#hints.get(name);
    const hint = this.#meant(dimension, text);
    if (this.#hints.size < MOST_HINTS) this.#hints.set(name, hint);
    return hint;
  }

  #meant(dimension: Dimension, text: string): string | undefined {
    const known = this.#spellings[dimension];
    const spelling = spelled(text);
    const alias = dimension === "country" ? COUNTRY_ALIASES[text.trim().toUpperCase()] : ALIASES[spelling];
    const exact = known.get(spelling) ?? (alias !== undefined && this.has(dimension, alias) ? alias : undefined);
    if (exact !== undefined) return exact;
    // A code of two letters is near to dozens of others.
    return spelling.length < 4 || spelling.length > 64 ? undefined : nearest(spelling, known);
  }
}

/** The nearest known text, where one is near: a typo in four letters, two in six (or two letters that changed places), three in ten. */
export function nearest<Value>(text: string, known: ReadonlyMap<string, Value>): Value | undefined {
  let best: Value | undefined;
  let least = Math.min(3, Math.round(text.length / 4)) + 1;
  for (const [candidate, value] of known) {
    // A code of two letters is near to anything short.
    if (candidate.length < 4) continue;
    const distance = leven(text, candidate, { maxDistance: least });
    if (distance < least) [best, least] = [value, distance];
  }
  return best;
}

function spellings(list: readonly { id: string; name: string }[]): Map<string, string> {
  const spellings = new Map<string, string>();
  for (const { id, name } of list) spellings.set(spelled(name), id);
  for (const { id } of list) spellings.set(spelled(id), id);
  return spellings;
}

/** Without case, accents, spaces and punctuation: `Daily Active-Users ` is `dailyactiveusers`. */
function spelled(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}|[\s\p{P}]/gu, "")
    .toLowerCase();
}
