import { createHash } from "node:crypto";
import type { Catalog } from "../../data/model/catalog.ts";
import { type DayNumber, dayOf } from "../../data/model/day.ts";
import type { SeriesKey } from "../../data/model/series.ts";
import { ALL_TOPICS, DEFAULT_SOURCE, WORLD } from "../../data/model/slug.ts";
import type { ChangedDays, EntryChange, OpenBatch, Reference, Store } from "./store.ts";

/** Keys that are shown of those that stand in the way. */
const EXAMPLES = 10;

/** Names that snapshots take where none is given, and the world: never withdrawn. */
const ALWAYS: readonly string[] = [ALL_TOPICS, DEFAULT_SOURCE, WORLD];

export interface RevertJob {
  store: Store;
  /** The one to undo. */
  batch: number;
  now: () => Date;
  /** Leave alone what later batches have changed, and undo the rest. */
  keepLater?: boolean;
  /** Say what would happen, and write nothing. */
  dryRun?: boolean;
}

/** What stands in the way: later batches changed what this one did. */
export interface Conflicts {
  values: number;
  entries: number;
  /** The batches that came later, newest first, with how many of these values and entries each set last. */
  batches: { batch: number; name: string; changes: number }[];
  /** The first ten values and entries, as a person names them. */
  examples: string[];
}

/** What undoing a batch did. */
export interface Reverted {
  reverted: number;
  /** The new batch; `null` where nothing was written. */
  batch: number | null;
  vintage: number;
  /** Values that are again what they were before. */
  restored: number;
  /** Values that are gone, as they were not there before. */
  retracted: number;
  /** Entries of catalog, figures, events and claims that are again what they were, or gone. */
  entries: number;
  /** Values and entries that were left as later batches set them. */
  left: number;
}

/** There is no such batch, or it cannot be undone. The message says why and what to do. */
export class RevertError extends Error {
  readonly conflicts: Conflicts | undefined;

  constructor(message: string, conflicts?: Conflicts) {
    super(message);
    this.conflicts = conflicts;
  }
}

/**
 * Undoes a batch by a new one: puts back what it replaced or withdrew, and withdraws what it brought. Older vintages
 * keep what they say. What a later batch has changed again is nobody's to undo: it is refused, or left alone.
 *
 * @throws RevertError where there is no such batch, something stands in the way, or nothing is left to undo
 * @throws StaleBatchError where another batch comes at the same time
 */
export function revert(job: RevertJob): Reverted {
  const { store, batch, now, keepLater = false, dryRun = false } = job;
  const newest = store.vintage();
  const origin = store.batches().find((one) => one.batch === batch);
  if (origin === undefined) throw new RevertError(`There is no batch ${batch}. The newest is ${newest}.`);
  const conflicts = new ConflictCount();
  const entries = store.changedEntries(batch);
  for (const { later, list, id } of entries) if (later !== null) conflicts.entry(later, id, list);
  const undone = entries.filter(({ later }) => later === null);
  assertUnused(store.catalog(), undone, batch);

  const name = `revert ${batch}`;
  const content_hash = createHash("sha256").update(`${name} after ${newest}`).digest("hex");
  const open = store.open({ channel: "command", name, content_hash, received_at: now().toISOString() }, { after: newest });
  try {
    undoEntries(open, undone);
    const counts = undoValues(open, store.changedDays(batch), conflicts, keepLater);
    if (conflicts.count > 0 && !keepLater) throw refused(batch, conflicts.of(store));
    if (counts.restored + counts.retracted + undone.length === 0)
      throw new RevertError(`Nothing of batch ${batch} is left to undo: later batches have changed all of it.`, conflicts.of(store));
    const { batch: made, vintage } = dryRun ? open.preview() : open.commit();
    return { reverted: batch, batch: made, vintage, ...counts, entries: undone.length, left: conflicts.count };
  } finally {
    open.rollback();
  }
}

function undoEntries(batch: OpenBatch, changes: readonly EntryChange[]): void {
  for (const { list, id, old } of changes) {
    if (old === null) batch.withdraw({ [list]: [id] });
    else batch.put({ [list]: [old] } as Partial<Reference>);
  }
}

/** Undoes what nobody has changed since, and counts what somebody has: where that is refused, the rest is read for its count alone. */
function undoValues(
  batch: OpenBatch,
  changes: Iterable<ChangedDays>,
  conflicts: ConflictCount,
  keepLater: boolean,
): { restored: number; retracted: number } {
  const counts = { restored: 0, retracted: 0 };
  for (const change of changes) {
    const places: number[] = [];
    for (const [at, later] of change.later.entries()) {
      if (later === null) places.push(at);
      else conflicts.value(later, change, change.days[at] as DayNumber);
    }
    if (places.length === 0 || (conflicts.count > 0 && !keepLater)) continue;
    const values = Float64Array.from(places, (at) => change.old[at] ?? Number.NaN);
    batch.addColumns({
      count: places.length,
      series: new Uint32Array(places.length).fill(batch.seriesNumber(change)),
      days: Uint16Array.from(places, (at) => change.days[at] as DayNumber),
      values,
    });
    const retracted = values.filter(Number.isNaN).length;
    counts.retracted += retracted;
    counts.restored += places.length - retracted;
  }
  return counts;
}

/** Counts what later batches changed again, and keeps the first few as examples. */
class ConflictCount {
  readonly #changes = new Map<number, number>();
  readonly #examples: string[] = [];
  #values = 0;
  #entries = 0;

  get count(): number {
    return this.#values + this.#entries;
  }

  entry(later: number, id: string, list: string): void {
    this.#entries++;
    this.#note(later, () => `${id} of ${list}`);
  }

  value(later: number, { platform, country, metric, topic, source }: SeriesKey, day: DayNumber): void {
    this.#values++;
    this.#note(later, () => [dayOf(day), platform, country, metric, topic, source].join(" "));
  }

  of(store: Store): Conflicts {
    const names = new Map(store.batches().map((one) => [one.batch, one.name]));
    const batches = [...this.#changes]
      .sort(([a], [b]) => b - a)
      .map(([later, count]) => ({ batch: later, name: names.get(later) ?? "", changes: count }));
    return { values: this.#values, entries: this.#entries, batches, examples: this.#examples };
  }

  #note(later: number, what: () => string): void {
    this.#changes.set(later, (this.#changes.get(later) ?? 0) + 1);
    if (this.#examples.length < EXAMPLES) this.#examples.push(`${what()}, by batch ${later}`);
  }
}

function refused(batch: number, conflicts: Conflicts): RevertError {
  const { values, entries, batches, examples } = conflicts;
  const what = [counted(values, "value", "values"), counted(entries, "entry", "entries")].filter((text) => text !== "").join(" and ");
  const whom = batches.map((one) => `  batch ${one.batch} (${one.name}): ${one.changes}`);
  const lines = [
    `Batch ${batch} was not undone: ${what} of it ${values + entries === 1 ? "has" : "have"} been changed again by later batches.`,
    ...whom,
    "Such as:",
    ...examples.map((text) => `  ${text}`),
    "Undo the later batches first, newest first; or leave what they set as it is and undo the rest, with --keep-later.",
  ];
  return new RevertError(lines.join("\n"), conflicts);
}

function counted(number: number, one: string, many: string): string {
  return number === 0 ? "" : `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;
}

/** What snapshots name must stay: a series without its platform could not be chosen or read. */
function assertUnused({ coverage }: Catalog, changes: readonly EntryChange[], batch: number): void {
  const used: Partial<Record<keyof Reference, (id: string) => boolean>> = {
    platforms: (id) => coverage.some(({ platform }) => platform === id),
    countries: (id) => coverage.some(({ countries }) => countries.includes(id)),
    metrics: (id) => coverage.some(({ metric }) => metric === id),
    topics: (id) => coverage.some(({ topics }) => topics.includes(id)),
    sources: (id) => coverage.some(({ source }) => source === id),
  };
  const gone = changes.filter(({ old }) => old === null);
  const held = gone.filter(({ list, id }) => used[list]?.(id) || (used[list] !== undefined && ALWAYS.includes(id)));
  if (held.length === 0) return;
  const names = held.slice(0, EXAMPLES).map(({ list, id }) => `${id} of ${list}`);
  const more = held.length > EXAMPLES ? ` and ${held.length - EXAMPLES} more` : "";
  throw new RevertError(
    `Batch ${batch} was not undone: it brought names that snapshots use: ${names.join(", ")}${more}. Undo the batches with those snapshots first.`,
  );
}
