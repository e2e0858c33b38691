import type { Database, Statement } from "better-sqlite3";
import type { Snapshot } from "../../../data/model/snapshot.ts";
import { SeriesNumbers } from "../series-numbers.ts";
import { type Change, DuplicateSnapshotError, type OpenBatch, type Origin, type Reference, UnknownNameError } from "../store.ts";
import { Columns } from "./columns.ts";
import { busy } from "./connection.ts";
import { DaySet } from "./day-set.ts";
import { DayNumbers, keyOf } from "./key.ts";
import { writeReference } from "./reference.ts";

/** Measured: more rows in a statement are no faster. */
const ROWS_A_STATEMENT = 64;

const DIMENSIONS = ["platform", "country", "metric", "topic", "source"] as const;

type Counts = Omit<Change, "batch" | "vintage">;

type Names = Record<(typeof DIMENSIONS)[number], Set<string>>;

export interface BatchSetting {
  /** The connection that writes. */
  database: Database;
  /** How many values wait in memory before they are sorted and written. */
  run: number;
  origin: Origin;
  reference: Reference;
  onEnd: () => void;
}

/**
 * Collects in memory and writes in order of the key. The write lock is taken when there is something to write, so
 * that a slow sender of a file holds up nobody.
 */
export class SqliteBatch implements OpenBatch {
  readonly #setting: BatchSetting;
  readonly #names: Names;
  readonly #days = new DayNumbers();
  readonly #seen = new DaySet();
  readonly #columns = new Columns();
  readonly #series = new SeriesNumbers();
  /** Ids in the database, by number; known from the first write on. */
  readonly #ids: number[] = [];
  readonly #puts: Partial<Reference>[] = [];
  #batch: number | undefined;
  #added = 0;
  #written = 0;
  #revised = 0;
  #ended = false;

  constructor(setting: BatchSetting) {
    this.#setting = setting;
    const { platforms, countries, metrics, topics, sources } = setting.reference;
    const ids = (entries: readonly { id: string }[]) => new Set(entries.map(({ id }) => id));
    this.#names = {
      platform: ids(platforms),
      country: ids(countries),
      metric: ids(metrics),
      topic: ids(topics),
      source: ids(sources),
    };
  }

  add(snapshots: readonly Snapshot[]): void {
    this.#assertOpen();
    for (const snapshot of snapshots) {
      const series = this.#numberOf(snapshot);
      const day = this.#days.of(snapshot.date);
      const { value } = snapshot;
      if (!Number.isFinite(value)) throw new RangeError(`${value} is not a number that can be kept.`);
      if (!this.#seen.add(series, day))
        throw new DuplicateSnapshotError(`The batch has ${snapshot.date} of ${DIMENSIONS.map((name) => snapshot[name]).join(", ")} twice.`);
      // Negative zero is zero.
      this.#columns.push(series, day, value + 0);
      this.#added++;
      if (this.#columns.count >= this.#setting.run) this.#write();
    }
  }

  put(reference: Partial<Reference>): void {
    this.#assertOpen();
    const learn = (names: Set<string>, entries: readonly { id: string }[] = []) => {
      for (const { id } of entries) names.add(id);
    };
    learn(this.#names.platform, reference.platforms);
    learn(this.#names.country, reference.countries);
    learn(this.#names.metric, reference.metrics);
    learn(this.#names.topic, reference.topics);
    learn(this.#names.source, reference.sources);
    this.#puts.push(structuredClone(reference));
  }

  commit(content_hash = this.#setting.origin.content_hash): Change {
    return this.#finish((batch, counts) => {
      const { database } = this.#setting;
      database
        .prepare("UPDATE batches SET content_hash = ?, inserted = ?, revised = ?, unchanged = ?, retracted = ? WHERE batch = ?")
        .run(content_hash, counts.inserted, counts.revised, counts.unchanged, counts.retracted, batch);
      database.exec("COMMIT");
      this.#end();
    });
  }

  preview(): Change {
    const change = this.#finish(() => this.rollback());
    return change.batch === null ? change : { ...change, batch: null, vintage: change.batch - 1 };
  }

  rollback(): void {
    if (this.#ended) return;
    // SQLite has rolled back by itself where the disk was full.
    if (this.#batch !== undefined && this.#setting.database.inTransaction) this.#setting.database.exec("ROLLBACK");
    this.#end();
  }

  /** Writes what is left, and hands over what has changed; rolls back where nothing has. */
  #finish(keep: (batch: number, counts: Counts) => void): Change {
    this.#assertOpen();
    try {
      const batch = this.#begin();
      let entries = 0;
      for (const put of this.#puts) entries += writeReference(this.#setting.database, batch, put);
      this.#write();
      const counts = {
        inserted: this.#written - this.#revised,
        revised: this.#revised,
        unchanged: this.#added - this.#written,
        retracted: 0,
      };
      if (this.#written + entries === 0) {
        this.rollback();
        return { batch: null, vintage: batch - 1, ...counts };
      }
      keep(batch, counts);
      return { batch, vintage: batch, ...counts };
    } catch (error) {
      this.rollback();
      throw busy(error);
    }
  }

  #end(): void {
    this.#ended = true;
    this.#columns.clear();
    this.#setting.onEnd();
  }

  #assertOpen(): void {
    if (this.#ended) throw new Error("The batch has ended.");
  }

  #begin(): number {
    if (this.#batch !== undefined) return this.#batch;
    const { database, origin } = this.#setting;
    database.exec("BEGIN IMMEDIATE");
    this.#batch = 1 + Number(database.prepare("SELECT coalesce(max(batch), 0) FROM batches").pluck().get());
    database
      .prepare("INSERT INTO batches (batch, channel, name, content_hash, received_at) VALUES (?, ?, ?, ?, ?)")
      .run(this.#batch, origin.channel, origin.name, origin.content_hash, new Date(origin.received_at).toISOString());
    return this.#batch;
  }

  #numberOf(snapshot: Snapshot): number {
    const known = this.#series.find(snapshot);
    if (known !== undefined) return known;
    for (const dimension of DIMENSIONS)
      if (!this.#names[dimension].has(snapshot[dimension]))
        throw new UnknownNameError(`There is no ${dimension} \`${snapshot[dimension]}\`.`);
    return this.#series.add(snapshot);
  }

  #write(): void {
    if (this.#columns.count === 0) return;
    try {
      const batch = this.#begin();
      this.#nameSeries();
      const total = this.#setting.database.prepare<[], number>("SELECT total_changes()").pluck();
      const before = total.get() ?? 0;
      const written = this.#upsert(batch);
      // Each replaced value is one change more: the trigger's row in the revisions.
      this.#revised += (total.get() ?? 0) - before - written;
      this.#written += written;
      this.#columns.clear();
    } catch (error) {
      throw busy(error);
    }
  }

  /** Answers how many rows were new or replaced; those with the value that they had are left alone. */
  #upsert(batch: number): number {
    const full = this.#statement(batch, ROWS_A_STATEMENT);
    const parameters: number[] = [];
    let written = 0;
    this.#columns.inOrder(this.#ids, (id, day, value) => {
      parameters.push(keyOf(id, day), value);
      if (parameters.length < ROWS_A_STATEMENT * 2) return;
      written += full.run(...parameters).changes;
      parameters.length = 0;
    });
    if (parameters.length > 0) written += this.#statement(batch, parameters.length / 2).run(...parameters).changes;
    return written;
  }

  #statement(batch: number, rows: number): Statement<number[]> {
    const row = `(?, ?, ${batch})`;
    return this.#setting.database.prepare<number[]>(
      `INSERT INTO snapshot_values (key, value, batch) VALUES ${new Array(rows).fill(row).join(", ")}
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, batch = excluded.batch
       WHERE snapshot_values.value IS NOT excluded.value`,
    );
  }

  /** Finds or makes the rows of `series` for what was added since the last write. */
  #nameSeries(): void {
    const { database } = this.#setting;
    const makeName = database.prepare("INSERT INTO names (kind, name) VALUES (?, ?) ON CONFLICT DO NOTHING");
    const nameId = database.prepare<[string, string], number>("SELECT id FROM names WHERE kind = ? AND name = ?").pluck();
    const makeSeries = database.prepare(
      "INSERT INTO series (platform, country, metric, topic, source) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
    );
    const seriesId = database
      .prepare<number[], number>("SELECT id FROM series WHERE platform = ? AND country = ? AND metric = ? AND topic = ? AND source = ?")
      .pluck();
    for (const series of this.#series.keys.slice(this.#ids.length)) {
      const names = DIMENSIONS.map((dimension) => {
        makeName.run(dimension, series[dimension]);
        return nameId.get(dimension, series[dimension]) as number;
      });
      makeSeries.run(names);
      this.#ids.push(seriesId.get(...names) as number);
    }
  }
}
