import type { Database } from "better-sqlite3";
import type { SeriesKey } from "../../../data/model/series.ts";
import type { ChangedDays, EntryChange } from "../store.ts";
import { dayOfKey, keysOf } from "./key.ts";
import { listOfKind } from "./reference.ts";
import type { NumberedSeries } from "./series.ts";

/** What a batch wrote and nobody has changed since. */
const KEPT = "SELECT key FROM snapshot_values WHERE key BETWEEN ? AND ? AND batch = ? ORDER BY key";

const REPLACED = `
  SELECT key, (SELECT batch FROM snapshot_values WHERE snapshot_values.key = made.key) AS later
  FROM revisions AS made WHERE key BETWEEN ? AND ? AND since = ? ORDER BY key`;

/** What a batch found where it wrote. */
const FOUND = "SELECT key, value FROM revisions WHERE key BETWEEN ? AND ? AND until = ? ORDER BY key";

const ENTRIES = `
  SELECT kind, id, body AS new,
    (SELECT body FROM reference AS old WHERE old.kind = made.kind AND old.id = made.id AND old.batch < made.batch ORDER BY batch DESC LIMIT 1) AS old,
    (SELECT max(batch) FROM reference AS next WHERE next.kind = made.kind AND next.id = made.id AND next.batch > made.batch) AS later
  FROM reference AS made
  WHERE batch = ? ORDER BY kind, position`;

interface EntryRow {
  kind: string;
  id: string;
  old: string | null;
  new: string;
  later: number | null;
}

type Range = [low: number, high: number, batch: number];
type Found = [key: number, value: number | null];

/** Reads what a batch changed, out of what it left behind. */
export class HistoryReader {
  readonly #kept;
  readonly #replaced;
  readonly #found;
  readonly #entries;

  constructor(database: Database) {
    this.#kept = database.prepare<Range, number>(KEPT).pluck();
    this.#replaced = database.prepare<Range, [key: number, later: number]>(REPLACED).raw();
    this.#found = database.prepare<Range, Found>(FOUND).raw();
    this.#entries = database.prepare<[number], EntryRow>(ENTRIES);
  }

  /** Goes through both tables once, in the order of their keys: all of a batch may be millions of rows. */
  *days(batch: number, series: readonly NumberedSeries[]): Generator<ChangedDays> {
    for (const { id, ...names } of series) {
      const range: Range = [...keysOf(id), batch];
      const found = this.#found.all(...range);
      const kept = this.#kept.all(...range);
      if (kept.length > 0) yield changedDays(names, kept, found, new Array(kept.length).fill(null));
      const replaced = this.#replaced.all(...range);
      const keys = replaced.map(([key]) => key);
      if (keys.length > 0)
        yield changedDays(
          names,
          keys,
          found,
          replaced.map(([, later]) => later),
        );
    }
  }

  entries(batch: number): EntryChange[] {
    return this.#entries.all(batch).map(({ kind, id, old, new: now, later }) => ({
      list: listOfKind(kind),
      id,
      old: old === null ? null : JSON.parse(old),
      new: JSON.parse(now),
      later,
    }));
  }
}

/** @param keys ascending, as `found` is */
function changedDays(names: SeriesKey, keys: readonly number[], found: readonly Found[], later: (number | null)[]): ChangedDays {
  let next = 0;
  const old = keys.map((key) => {
    while (next < found.length && (found[next] as Found)[0] < key) next++;
    const [at, value] = found[next] ?? [];
    return at === key ? (value ?? null) : null;
  });
  return { ...names, days: keys.map(dayOfKey), old, later };
}
