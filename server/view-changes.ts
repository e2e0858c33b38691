import { setImmediate } from "node:timers/promises";
import { diffSeries, type SeriesDiff } from "../data/analysis/diff.ts";
import { seriesChanges } from "../data/analysis/view-change.ts";
import type { ChangedFigure, ViewChange } from "../data/chart/feed-text.ts";
import { figuresOf } from "../data/chart/model.ts";
import type { Catalog } from "../data/model/catalog.ts";
import { sourcesOf, type View } from "../data/model/view.ts";
import { filterOf } from "./routes/diff-query.ts";
import type { Batch, SeriesFilter, Store } from "./store/store.ts";

/** Entries of a page of a feed. */
const MOST_CHANGES = 30;

/** Batches that are looked through for them: a view that nothing touches must not read all there are. */
const MOST_BATCHES = 500;

/** How long others wait while batches are read. */
const BREATH_MS = 8;

/** What batches did to a view, newest first, and the batch from which on older ones are to be looked for; null at the end. */
export interface ViewChanges {
  changes: (ViewChange & { batch: Batch })[];
  next: number | null;
}

/**
 * The batches that touch a view: those that changed a value of its series in its days, or a figure that it shows.
 *
 * @param asked.catalog of the vintage of the view
 * @param asked.vintage the newest batch that counts
 * @param asked.before older batches than this alone, so that a feed has further pages
 */
export async function viewChanges(
  store: Store,
  { view, catalog, vintage, before }: { view: View; catalog: Catalog; vintage: number; before: number },
): Promise<ViewChanges> {
  const sources = sourcesOf(view, catalog);
  const { metric, platforms, countries, topics, range } = view;
  const query = { series: { metric, platforms, countries, topics, sources }, range };
  const batches = store.batches().filter(({ batch }) => batch <= vintage && batch < before);
  const changes: ViewChanges["changes"] = [];
  let breath = performance.now();
  for (const [at, batch] of batches.entries()) {
    if (changes.length === MOST_CHANGES || at === MOST_BATCHES) return { changes, next: batch.batch + 1 };
    const ends = [batch.batch - 1, batch.batch] as const;
    const writes = batch.sources.some((source) => sources.includes(source));
    const filter = writes ? filterOf(query, store, ends) : null;
    const series = filter ? seriesChanges(diffs(store, filter, ends)) : [];
    const figures = view.figures && batch.entries > 0 ? changedFigures(store, view, batch.batch) : [];
    if (series.length + figures.length > 0) changes.push({ batch, vintage: batch.batch, series, figures });
    if (performance.now() - breath < BREATH_MS) continue;
    await setImmediate();
    breath = performance.now();
  }
  return { changes, next: null };
}

function* diffs(store: Store, filter: SeriesFilter, [from, to]: readonly [number, number]): Generator<SeriesDiff> {
  for (const { before, after } of store.writtenDays(filter, from, to)) yield* diffSeries([before], [after]);
}

function changedFigures(store: Store, view: View, batch: number): ChangedFigure[] {
  return store.changedEntries(batch).flatMap((entry): ChangedFigure[] => {
    if (entry.list !== "figures") return [];
    const figure = entry.new ?? entry.old;
    const shown = figuresOf({ view, figures: [entry.old, entry.new].filter((one) => one !== null) });
    if (figure === null || !shown.some((one) => isWithin(one, view.range))) return [];
    return [{ what: entry.new === null ? "withdrawn" : entry.old === null ? "added" : "changed", figure }];
  });
}

/** A relative range is counted from days that figures do not have: all of them are in it. */
function isWithin({ date_from, date_to }: { date_from: string; date_to: string }, range: View["range"]): boolean {
  return range === "all" || "last" in range || (date_from <= range.to && date_to >= range.from);
}
