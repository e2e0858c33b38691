import type { Catalog } from "../model/catalog.ts";
import { type Figure, providerOf, type SurgeEvent } from "../model/figure.ts";
import type { Page } from "../model/page.ts";
import type { Shown } from "../model/share.ts";
import { WORLD } from "../model/slug.ts";
import { sourcesOf, type View } from "../model/view.ts";
import { knownOn } from "./known.ts";

/** What there is at the vintage of a view. */
export interface Known {
  catalog: Pick<Catalog, "sources" | "coverage">;
  figures: readonly Figure[];
  events: readonly SurgeEvent[];
}

/** What a page draws: every country or those of the view; series and events, or figures alone; or the same whatever the view. */
export const DRAWN: Readonly<Record<Page, "countries" | "view" | "figures" | "nothing">> = {
  story: "nothing",
  growth: "view",
  map: "countries",
  countries: "countries",
  topics: "view",
  evidence: "figures",
  data: "nothing",
  method: "nothing",
};

/**
 * What a page shows of a view, by id, in the order of the reference: sources with series of the view's metric,
 * platforms, countries and topics; figures of the metric, or that fix one of the lines, that the view leaves on and that
 * had been published; events that touch its platforms and countries. Of all days, for the strip below the chart has them too.
 *
 * @example shownBy({ ...defaultView(), figures: false }, "growth", known)
 * // { sources: ["model-press", "model-tracker"], events: ["dau-peak", …], figures: [] }
 */
export function shownBy(view: View, page: Page, { catalog, figures, events }: Known): Shown {
  const drawn = DRAWN[page];
  if (drawn === "nothing") return { sources: [], events: [], figures: [] };
  const isPlatform = among(view.platforms);
  const isCountry = drawn === "countries" ? () => true : among(view.countries);
  const [isQuantity, isProvider] = [among(view.quantities), among(view.providers)];
  const published = view.known === "" ? figures : knownOn(figures, view.known);
  const told = published.filter(
    (figure) => isPlatform(figure.platform) && isCountry(figure.country) && isQuantity(figure.metric) && isProvider(providerOf(figure).id),
  );
  if (drawn === "figures") return { sources: [], events: [], figures: told.map(({ id }) => id) };
  const isTopic = among(view.topics);
  // The table below a chart tells of figures of its metric, and of others that fix one of its lines.
  const isBeside = (figure: Figure) =>
    page === "topics" || figure.metric_id === view.metric || figure.fixes.some((source) => sources.includes(source));
  const there = new Set(
    catalog.coverage
      .filter((part) => part.metric === view.metric && isPlatform(part.platform))
      .filter((part) => part.countries.some(isCountry) && part.topics.some(isTopic))
      .map(({ source }) => source),
  );
  const sources = sourcesOf(view, catalog).filter((source) => there.has(source));
  return {
    sources,
    events: events
      .filter((event) => event.platforms.some(isPlatform))
      .filter((event) => event.countries.some((country) => country === WORLD || isCountry(country) || view.countries.includes(WORLD)))
      .map(({ slug }) => slug),
    figures: view.figures ? told.filter(isBeside).map(({ id }) => id) : [],
  };
}

/** Whether an id is one of a list of a view, where an empty list is everything. */
export function among(list: readonly string[]): (id: string) => boolean {
  return list.length === 0 ? () => true : (id) => list.includes(id);
}
