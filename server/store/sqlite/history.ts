import type { Database } from "better-sqlite3";
import { dayOf } from "../../../data/model/day.ts";
import type { EntryChange, ValueChange } from "../store.ts";
import { DAYS, dayOfKey } from "./key.ts";
import { listOfKind } from "./reference.ts";
import type { NumberedSeries } from "./series.ts";

/** Rows that are read at once: a batch may have millions. */
const CHUNK = 10_000;

const OLD = "(SELECT value FROM revisions AS old WHERE old.key = made.key AND old.until = :batch)";

/** What a batch wrote and nobody has changed since. */
const KEPT = `
  SELECT key, ${OLD} AS old, value AS new, NULL AS later
  FROM snapshot_values AS made
  WHERE made.batch = :batch AND key > :after ORDER BY key LIMIT ${CHUNK}`;

const REPLACED = `
  SELECT key, ${OLD} AS old, value AS new, (SELECT batch FROM snapshot_values WHERE snapshot_values.key = made.key) AS later
  FROM revisions AS made
  WHERE made.since = :batch AND key > :after ORDER BY key LIMIT ${CHUNK}`;

const ENTRIES = `
  SELECT kind, id, body AS new,
    (SELECT body FROM reference AS old WHERE old.kind = made.kind AND old.id = made.id AND old.batch < made.batch ORDER BY batch DESC LIMIT 1) AS old,
    (SELECT max(batch) FROM reference AS next WHERE next.kind = made.kind AND next.id = made.id AND next.batch > made.batch) AS later
  FROM reference AS made
  WHERE batch = ? ORDER BY kind, position`;

interface ValueRow {
  key: number;
  old: number | null;
  new: number | null;
  later: number | null;
}

interface EntryRow {
  kind: string;
  id: string;
  old: string | null;
  new: string;
  later: number | null;
}

/** Reads what a batch changed, out of what it left behind. */
export class HistoryReader {
  readonly #rows;
  readonly #entries;

  constructor(database: Database) {
    this.#rows = [KEPT, REPLACED].map((statement) => database.prepare<{ batch: number; after: number }, ValueRow>(statement));
    this.#entries = database.prepare<[number], EntryRow>(ENTRIES);
  }

  *values(batch: number, series: readonly NumberedSeries[]): Generator<ValueChange> {
    const byId = new Map(series.map((one) => [one.id, one]));
    for (const statement of this.#rows) {
      let after = -1;
      for (;;) {
        const rows = statement.all({ batch, after });
        for (const { key, old, new: now, later } of rows) {
          const known = byId.get(Math.floor(key / DAYS));
          if (known === undefined) throw new Error(`There is no series of the key ${key}. \`npm run verify\` says more.`);
          const { id: _, ...names } = known;
          yield { ...names, date: dayOf(dayOfKey(key)), old, new: now, later };
          after = key;
        }
        if (rows.length < CHUNK) break;
      }
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
