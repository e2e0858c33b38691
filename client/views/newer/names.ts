import type { Catalog } from "../../../data/model/catalog.ts";
import { manner } from "../../app/language.ts";

const LISTS = ["metrics", "platforms", "countries", "topics", "sources"] as const;

/** What things are called at either vintage: some are new, some are gone. */
export type Names = Pick<Catalog, (typeof LISTS)[number]>;

/** The names of the earlier vintage, as on the page, and of what it has not those of the later; in the language of the page. */
export function bothNames(before: Catalog, after: Catalog): Names {
  const [old, now] = [before, after].map((catalog) => manner()?.named(catalog) ?? catalog) as [Catalog, Catalog];
  const both = <Entry extends { id: string }>(first: readonly Entry[], more: readonly Entry[]): Entry[] => {
    const ids = new Set(first.map(({ id }) => id));
    return [...first, ...more.filter(({ id }) => !ids.has(id))];
  };
  return {
    metrics: both(old.metrics, now.metrics),
    platforms: both(old.platforms, now.platforms),
    countries: both(old.countries, now.countries),
    topics: both(old.topics, now.topics),
    sources: both(old.sources, now.sources),
  };
}
