import type { Catalog } from "../../data/model/catalog.ts";
import { ALL_TOPICS } from "../../data/model/slug.ts";
import { defaultView, sourcesOf, type View } from "../../data/model/view.ts";

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

/** The topics of which a metric has any series. */
export function topicsOf(metric: string, catalog: Pick<Catalog, "coverage">): string[] {
  return [...new Set(catalog.coverage.filter((row) => row.metric === metric).flatMap((row) => row.topics))];
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

/** Whether the countries of a view can be added up: several, and a metric that adds up over them. */
export function addsUp(view: View, catalog: Pick<Catalog, "metrics">): boolean {
  const metric = catalog.metrics.find((known) => known.id === view.metric);
  return view.countries.length > 1 && metric?.over_countries === "sum";
}

/** Sources, on or off, with a series of the view's metric, platforms and countries. */
export function sourcesHere(view: View, catalog: Pick<Catalog, "coverage">): string[] {
  const rows = catalog.coverage.filter(
    (row) =>
      row.metric === view.metric &&
      view.platforms.includes(row.platform) &&
      row.countries.some((country) => view.countries.includes(country)),
  );
  return [...new Set(rows.map((row) => row.source))];
}

/** The sources in a few words: those that have data here, by kind. @example "2 modelled, figures" */
export function sourcesText(view: View, catalog: Pick<Catalog, "sources" | "coverage">): string {
  const on = sourcesOf(view, catalog);
  const ids = sourcesHere(view, catalog).filter((id) => on.includes(id));
  const here = catalog.sources.filter((source) => ids.includes(source.id));
  const kinds = [...new Set(here.map((source) => source.kind))];
  const lines =
    here.length === 0
      ? "no series"
      : here.length === 1
        ? (here[0]?.name ?? "")
        : kinds.length > 2
          ? `${here.length} sources`
          : kinds.map((kind) => `${here.filter((source) => source.kind === kind).length} ${kind}`).join(", ");
  return view.figures ? `${lines}, figures` : lines;
}

/** The countries in a few words. @example "United States"; "US, GB"; "US + GB" where they are added up */
export function countriesText(view: View, catalog: Catalog): string {
  const [first = "", ...others] = view.countries;
  if (others.length === 0) return catalog.countries.find((country) => country.id === first)?.name ?? first;
  const shown = view.countries.slice(0, 4).join(view.sum && addsUp(view, catalog) ? " + " : ", ");
  return view.countries.length > 4 ? `${shown} and ${view.countries.length - 4} more` : shown;
}

/** Whether anything but the vintage differs from the first page. */
export function isChanged(view: View): boolean {
  return JSON.stringify({ ...view, vintage: "newest" }) !== JSON.stringify(defaultView());
}
