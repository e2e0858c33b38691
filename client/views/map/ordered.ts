import type { MapReading } from "../../../data/chart/map-reading.ts";
import type { View } from "../../../data/model/view.ts";
import { countryWords, found } from "../../controls/search.ts";

/** By what the list can be sorted, as an address says it; the first is by rank. */
const LIST_SORTS = ["", "latest", "series", "-series"] as const;

/**
 * The readings that a search finds, in the order of the view: by rank, or from the last of them, or by name. What has
 * no value comes last but by name.
 *
 * @param readings by rank, then those without one by name
 */
export function ordered(readings: readonly MapReading[], { search, sort }: Pick<View, "search" | "sort">, tag: string): MapReading[] {
  const hits = search.trim() === "" ? null : new Set(found(readings.map(worded), search).map(({ id }) => id));
  const kept = hits ? readings.filter(({ id }) => hits.has(id)) : [...readings];
  if (sort === "series" || sort === "-series") {
    const collator = new Intl.Collator(tag);
    const way = sort === "series" ? 1 : -1;
    return kept.sort((a, b) => way * collator.compare(a.name, b.name));
  }
  if (sort !== "latest") return kept;
  const ranked = kept.filter(({ rank }) => rank > 0);
  return [...ranked.toReversed(), ...kept.filter(({ rank }) => rank === 0)];
}

/** What a head does next. */
export function nextListSort(sort: string, head: "value" | "country"): string {
  if (head === "value") return sort === "latest" || !isListSort(sort) ? "" : sort === "" ? "latest" : "";
  return sort === "series" ? "-series" : "series";
}

export function isListSort(sort: string): boolean {
  return (LIST_SORTS as readonly string[]).includes(sort);
}

const words = new Map<string, { id: string; name: string; words: string[] }>();

/** A country with what finds it; asked for once each. */
function worded({ id, name }: MapReading): { id: string; name: string; words: string[] } {
  const known = words.get(id);
  if (known?.name === name) return known;
  const entry = { id, name, words: countryWords(id) };
  words.set(id, entry);
  return entry;
}
