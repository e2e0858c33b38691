import type { Catalog } from "../../data/model/catalog.ts";
import { ALL_TOPICS } from "../../data/model/slug.ts";
import { sourcesOf, type View } from "../../data/model/view.ts";
import { topicsOf } from "./summary.ts";

/**
 * A list with one id more, or less. The last one stays: an empty list would show nothing.
 *
 * @param order where given, a new id takes its place in this order; else it comes last
 */
export function toggled(chosen: readonly string[], id: string, order?: readonly string[]): string[] {
  if (chosen.includes(id)) return chosen.length > 1 ? chosen.filter((other) => other !== id) : [...chosen];
  const place = order?.indexOf(id) ?? -1;
  const at = order === undefined ? -1 : chosen.findIndex((other) => order.indexOf(other) > place);
  return at < 0 ? [...chosen, id] : chosen.toSpliced(at, 0, id);
}

/** Another metric. Topics that it does not have give way to all of them. */
export function withMetric(view: View, metric: string, catalog: Pick<Catalog, "coverage">): View {
  const known = topicsOf(metric, catalog);
  const topics = view.topics.filter((topic) => known.includes(topic));
  return { ...view, metric, topics: topics.length > 0 ? topics : [ALL_TOPICS] };
}

/** Other sources. The usual set is written as none, so that it grows with the catalog and has one address. */
export function withSources(view: View, sources: readonly string[], catalog: Pick<Catalog, "sources">): View {
  const usual = sourcesOf({ ...view, sources: [] }, catalog);
  const same = usual.length === sources.length && usual.every((id) => sources.includes(id));
  return { ...view, sources: same ? [] : [...sources] };
}

/** One source switched on or off. */
export function withSource(view: View, id: string, catalog: Pick<Catalog, "sources">): View {
  const order = catalog.sources.map((source) => source.id);
  return withSources(view, toggled(sourcesOf(view, catalog), id, order), catalog);
}

/** Other countries. One country is no sum. */
export function withCountries(view: View, countries: string[]): View {
  return countries.length > 1 ? { ...view, countries } : { ...view, countries, sum: false, partial: false };
}
