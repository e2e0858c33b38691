import type { Database } from "better-sqlite3";
import { LRUCache } from "lru-cache";
import type { Catalog, Coverage } from "../../../data/model/catalog.ts";
import { type DayNumber, dayOf } from "../../../data/model/day.ts";
import type { Reference } from "../store.ts";
import { extentReader } from "./extents.ts";
import type { NumberedSeries } from "./series.ts";

type Extent = [first: DayNumber, last: DayNumber];

/** Makes the catalog of a vintage. What a vintage says never changes, so it is kept. */
export class CatalogReader {
  readonly #extentOf;
  readonly #receivedAt;
  readonly #known = new LRUCache<number, Catalog>({ max: 16 });

  constructor(database: Database) {
    this.#extentOf = extentReader(database);
    this.#receivedAt = database.prepare<[number], string>("SELECT received_at FROM batches WHERE batch = ?").pluck();
  }

  /** The catalog of a vintage, where it was made before. */
  known(vintage: number): Catalog | undefined {
    return this.#known.get(vintage);
  }

  /** @param vintage a batch that was committed, or 0 */
  at(vintage: number, reference: Reference, series: () => NumberedSeries[]): Catalog {
    const known = this.known(vintage);
    if (known) return known;
    const coverage = coverageOf(series(), reference, ({ id }) => this.#extentOf(id, vintage));
    const catalog: Catalog = {
      vintage,
      received_at: this.#receivedAt.get(vintage) ?? null,
      days: spanOf(coverage),
      platforms: reference.platforms,
      countries: reference.countries,
      metrics: reference.metrics,
      topics: reference.topics,
      sources: reference.sources,
      coverage,
    };
    this.#known.set(vintage, catalog);
    return catalog;
  }
}

function coverageOf(series: NumberedSeries[], reference: Reference, extentOf: (series: NumberedSeries) => Extent | undefined): Coverage[] {
  const groups = new Map<string, { platform: string; metric: string; source: string; members: NumberedSeries[]; extent: Extent }>();
  for (const one of series) {
    const extent = extentOf(one);
    if (extent === undefined) continue;
    const { platform, metric, source } = one;
    const name = `${platform}/${metric}/${source}`;
    const group = groups.get(name);
    if (group) {
      group.members.push(one);
      group.extent = [Math.min(group.extent[0], extent[0]), Math.max(group.extent[1], extent[1])];
    } else groups.set(name, { platform, metric, source, members: [one], extent });
  }
  const inOrder = {
    platform: orderOf(reference.platforms),
    metric: orderOf(reference.metrics),
    source: orderOf(reference.sources),
    country: orderOf(reference.countries),
    topic: orderOf(reference.topics),
  };
  const distinct = (dimension: "country" | "topic", members: NumberedSeries[]) =>
    [...new Set(members.map((member) => member[dimension]))].sort(inOrder[dimension]);
  return [...groups.values()]
    .sort((a, b) => inOrder.platform(a.platform, b.platform) || inOrder.metric(a.metric, b.metric) || inOrder.source(a.source, b.source))
    .map(({ platform, metric, source, members, extent }) => ({
      platform,
      metric,
      source,
      countries: distinct("country", members),
      topics: distinct("topic", members),
      first: dayOf(extent[0]),
      last: dayOf(extent[1]),
    }));
}

function spanOf(coverage: Coverage[]): Catalog["days"] {
  if (coverage.length === 0) return null;
  const firsts = coverage.map(({ first }) => first).sort();
  const lasts = coverage.map(({ last }) => last).sort();
  return { first: firsts[0] as string, last: lasts[lasts.length - 1] as string };
}

function orderOf(entries: readonly { id: string }[]): (a: string, b: string) => number {
  const ranks = new Map(entries.map(({ id }, rank) => [id, rank]));
  return (a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0);
}
