import type { Whole } from "../analysis/shares.ts";
import type { Catalog } from "../model/catalog.ts";
import { ALL_TOPICS } from "../model/slug.ts";
import { sourcesOf, type View } from "../model/view.ts";

/** What is drawn of a metric by topic. */
export interface TopicChoice {
  /** In the order of the catalog, without `all`. */
  topics: string[];
  of: Whole;
}

/** Ids of the metrics that any source has by topic, in the order of the catalog. */
export function topicMetrics(catalog: Pick<Catalog, "coverage" | "metrics">): string[] {
  const having = new Set(catalog.coverage.filter((row) => row.topics.some((topic) => topic !== ALL_TOPICS)).map((row) => row.metric));
  return catalog.metrics.map((metric) => metric.id).filter((id) => having.has(id));
}

/**
 * A view as topics are drawn of it: a metric that nobody has by topic gives way to the first that somebody has.
 *
 * @example topicsView(defaultView(), catalog).metric // "posts"
 */
export function topicsView(view: View, catalog: Pick<Catalog, "coverage" | "metrics">): View {
  const metrics = topicMetrics(catalog);
  return metrics.includes(view.metric) ? view : { ...view, metric: metrics[0] ?? "posts" };
}

/** Whether a source that is on has any topic, of any metric. */
export function hasTopics(view: View, catalog: Pick<Catalog, "coverage" | "sources">): boolean {
  const on = sourcesOf(view, catalog);
  return catalog.coverage.some((row) => on.includes(row.source) && row.topics.some((topic) => topic !== ALL_TOPICS));
}

/**
 * The topics of a view, and what they are shares of. `topics=all` is every topic that its platforms, countries and
 * sources have, as shares of everything; topics beside `all` are these alone, as shares of everything; topics without
 * `all` are shares of themselves.
 *
 * @param view with a metric that has topics
 * @example chosenTopics({ ...view, topics: ["privacy", "cost-of-living"] }, catalog)
 * // { topics: ["cost-of-living", "privacy"], of: "topics" }
 */
export function chosenTopics(view: View, catalog: Pick<Catalog, "coverage" | "sources" | "topics">): TopicChoice {
  const of = view.topics.includes(ALL_TOPICS) ? "all" : "topics";
  const named = view.topics.filter((topic) => topic !== ALL_TOPICS);
  const on = sourcesOf(view, catalog);
  const wanted = new Set(
    named.length > 0
      ? named
      : catalog.coverage
          .filter(
            (row) =>
              row.metric === view.metric &&
              on.includes(row.source) &&
              view.platforms.includes(row.platform) &&
              row.countries.some((country) => view.countries.includes(country)),
          )
          .flatMap((row) => row.topics),
  );
  return { topics: catalog.topics.map((topic) => topic.id).filter((id) => id !== ALL_TOPICS && wanted.has(id)), of };
}
