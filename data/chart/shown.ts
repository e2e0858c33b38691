import { knownOn } from "../analysis/known.ts";
import type { Catalog } from "../model/catalog.ts";
import { type Figure, providerOf, type SurgeEvent } from "../model/figure.ts";
import type { Page } from "../model/page.ts";
import type { Shown } from "../model/share.ts";
import { ALL_TOPICS, WORLD } from "../model/slug.ts";
import { sourcesOf, type View } from "../model/view.ts";
import { topicsView } from "./topics-view.ts";

/** What there is at the vintage of a view. */
export interface Known {
  catalog: Pick<Catalog, "sources" | "coverage" | "metrics">;
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

/** Which series a page draws of a view; none of them where it draws no series. */
export interface DrawnSeries {
  metric: string;
  isPlatform: (id: string) => boolean;
  isCountry: (id: string) => boolean;
  isTopic: (id: string) => boolean;
}

/** @example drawnSeries(defaultView(), "topics", catalog).metric // "posts" */
export function drawnSeries(view: View, page: Page, catalog: Pick<Catalog, "coverage" | "metrics">): DrawnSeries {
  const isTopics = page === "topics";
  return {
    metric: isTopics ? topicsView(view, catalog).metric : view.metric,
    isPlatform: among(view.platforms),
    isCountry: DRAWN[page] === "countries" ? () => true : among(view.countries),
    // There, `all` is every topic, and shares are of everything.
    isTopic: isTopics && view.topics.includes(ALL_TOPICS) ? () => true : among(isTopics ? [...view.topics, ALL_TOPICS] : view.topics),
  };
}

/**
 * Whether a page draws every series of the growth chart of its view: the chart that its head tells of.
 *
 * @example drawsChart(defaultView(), "evidence", catalog) // false: figures alone
 */
export function drawsChart(view: View, page: Page, catalog: Pick<Catalog, "coverage" | "metrics">): boolean {
  const drawn = DRAWN[page];
  return (drawn === "view" || drawn === "countries") && drawnSeries(view, page, catalog).metric === view.metric;
}

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
  const { metric, isPlatform, isCountry, isTopic } = drawnSeries(view, page, catalog);
  const [isQuantity, isProvider] = [among(view.quantities), among(view.providers)];
  const published = view.known === "" ? figures : knownOn(figures, view.known);
  const told = published.filter(
    (figure) => isPlatform(figure.platform) && isCountry(figure.country) && isQuantity(figure.metric) && isProvider(providerOf(figure).id),
  );
  if (drawn === "figures") return { sources: [], events: [], figures: told.map(({ id }) => id) };
  // The table below a chart tells of figures of its metric, and of others that fix one of its lines.
  const isBeside = (figure: Figure) =>
    page === "topics" || figure.metric_id === view.metric || figure.fixes.some((source) => sources.includes(source));
  const there = new Set(
    catalog.coverage
      .filter((part) => part.metric === metric && isPlatform(part.platform))
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
function among(list: readonly string[]): (id: string) => boolean {
  return list.length === 0 ? () => true : (id) => list.includes(id);
}
