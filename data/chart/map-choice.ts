import type { Catalog, Coverage } from "../model/catalog.ts";
import type { Source } from "../model/source.ts";
import { sourcesOf, type View } from "../model/view.ts";

/** The one platform, source and topic that a map shows: of several, nothing is added up. */
export interface MapChoice {
  platform: string;
  /** `null` where no source of the view has daily values of it. */
  source: Source | null;
  topic: string;
}

/** What else a map of the view could show, in the order of the view. */
export interface MapOptions {
  platforms: string[];
  sources: Source[];
  topics: string[];
}

/**
 * The first of each that a view names: of sources and topics the first that has data of the first platform.
 *
 * @example mapChoice(defaultView(), catalog) // { platform: "rednote", source: { id: "model-press", … }, topic: "all" }
 */
export function mapChoice(view: View, catalog: Pick<Catalog, "sources" | "coverage">): MapChoice {
  const { platforms, sources, topics } = mapOptions(view, catalog);
  return { platform: platforms[0] ?? "", source: sources[0] ?? null, topic: topics[0] ?? "" };
}

/** Platforms of the view; sources of it that have data of the first platform; topics that the first of those has. */
export function mapOptions(view: View, catalog: Pick<Catalog, "sources" | "coverage">): MapOptions {
  const platform = view.platforms[0] ?? "";
  const of = (row: Coverage) => row.platform === platform && row.metric === view.metric;
  const rows = catalog.coverage.filter((row) => of(row) && row.topics.some((topic) => view.topics.includes(topic)));
  const sources = sourcesOf(view, catalog).flatMap((id) => {
    const source = catalog.sources.find((known) => known.id === id);
    return source && rows.some((row) => row.source === id) ? [source] : [];
  });
  const having = rows.filter((row) => row.source === sources[0]?.id).flatMap((row) => row.topics);
  const topics = view.topics.filter((topic) => having.includes(topic));
  return { platforms: view.platforms, sources, topics: topics.length > 0 ? topics : view.topics.slice(0, 1) };
}

/** The view whose map shows another platform, source or topic: the chosen one comes first. */
export function withChoice(view: View, catalog: Pick<Catalog, "sources">, of: "platforms" | "sources" | "topics", id: string): View {
  const before = of === "sources" ? sourcesOf(view, catalog) : view[of];
  return { ...view, [of]: [id, ...before.filter((other) => other !== id)] };
}
