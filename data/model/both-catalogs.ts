import type { Catalog } from "./catalog.ts";

/**
 * What either of two vintages has: what was withdrawn or is new in between is part of what changed.
 *
 * @param first its names win, and its entries come first
 * @example bothCatalogs(later, earlier).platforms // those of the later one, then those that only the earlier one has
 */
export function bothCatalogs(first: Catalog, other: Catalog): Catalog {
  const joined = <Entry extends { id: string }>(list: Entry[], more: Entry[]): Entry[] => {
    const ids = new Set(list.map(({ id }) => id));
    return [...list, ...more.filter(({ id }) => !ids.has(id))];
  };
  return {
    ...first,
    platforms: joined(first.platforms, other.platforms),
    countries: joined(first.countries, other.countries),
    metrics: joined(first.metrics, other.metrics),
    topics: joined(first.topics, other.topics),
    sources: joined(first.sources, other.sources),
  };
}
