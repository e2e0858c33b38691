import type { Database } from "better-sqlite3";
import { type DayNumber, dayOf } from "../../../data/model/day.ts";
import type { SeriesKey } from "../../../data/model/series.ts";
import type { Snapshot } from "../../../data/model/snapshot.ts";
import { SeriesNumbers } from "../series-numbers.ts";
import {
  type Change,
  DuplicateSnapshotError,
  type Ending,
  type EntryIds,
  type OpenBatch,
  type Origin,
  type Reference,
  type RejectedRow,
  type SnapshotColumns,
  type SnapshotKey,
  StaleBatchError,
  type Terms,
  UnknownNameError,
} from "../store.ts";
import { Columns } from "./columns.ts";
import { atOnce, portError } from "./connection.ts";
import { DaySet } from "./day-set.ts";
import { writeExtents } from "./extents.ts";
import { DayNumbers, keyOf } from "./key.ts";
import { writeReceipt } from "./receipts.ts";
import { withdrawReference, writeReference } from "./reference.ts";
import { writeRejected } from "./rejected.ts";
import { Stretches, type Visit } from "./stretches.ts";
import { ValueWriter } from "./value-writer.ts";

const DIMENSIONS = ["platform", "country", "metric", "topic", "source"] as const;

type Dimension = (typeof DIMENSIONS)[number];

type Counts = Omit<Change, "batch" | "vintage">;

/** Where the reference lists each dimension. */
const LISTS = { platform: "platforms", country: "countries", metric: "metrics", topic: "topics", source: "sources" } as const;

type Names = Record<Dimension, Set<string>>;

export interface BatchSetting {
  /** The connection that writes. */
  database: Database;
  /** How many values wait in memory at most before they are sorted and written; all of them where it is infinite. */
  run: number;
  origin: Origin;
  reference: Reference;
  terms: Terms;
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
  /** What came in objects: a second one is refused at once. */
  readonly #named = new DaySet();
  /** What came, and waits or was written. Values are looked for in it in the order of their key, where neighbours share a page. */
  readonly #seen = new DaySet();
  /** Values in the order in which they came, and such that came in an order or were put in one. */
  readonly #columns = new Columns();
  readonly #stretches: Stretches;
  readonly #series = new SeriesNumbers();
  /** Ids in the database, by number; known from the first write on. */
  readonly #ids: number[] = [];
  readonly #gone = new Columns();
  /** What to do to the reference, in the order in which it was asked for. Each answers how many entries it changed. */
  readonly #edits: ((batch: number) => number)[] = [];
  #rejected: readonly RejectedRow[] = [];
  #batch: number | undefined;
  #added = 0;
  #written = 0;
  #revised = 0;
  #retracted = 0;
  #ended = false;

  constructor(setting: BatchSetting) {
    this.#setting = setting;
    // The last run that comes goes beyond what may wait.
    this.#stretches = new Stretches(Number.isFinite(setting.run) ? setting.run * 1.25 : 0);
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
      const { value } = snapshot;
      if (!Number.isFinite(value)) throw new RangeError(`${value} is not a number that can be kept.`);
      // Negative zero is zero.
      this.#take(this.#columns, snapshot, value + 0);
    }
  }

  retract(keys: readonly SnapshotKey[]): void {
    this.#assertOpen();
    for (const key of keys) this.#take(this.#gone, key, 0);
  }

  seriesNumber(series: SeriesKey): number {
    const known = this.#series.find(series);
    if (known !== undefined) return known;
    for (const dimension of DIMENSIONS)
      if (!this.#names[dimension].has(series[dimension])) throw new UnknownNameError(`There is no ${dimension} \`${series[dimension]}\`.`);
    return this.#series.add(series);
  }

  addColumns(columns: SnapshotColumns): void {
    this.#assertOpen();
    const { count, series, days, values } = columns;
    const known = this.#series.keys.length;
    let withdrawn = 0;
    for (let at = 0; at < count; at++) {
      const number = series[at] as number;
      const value = values[at] as number;
      if (number >= known) throw new RangeError(`This batch gave no series the number ${number}.`);
      if (Number.isNaN(value)) withdrawn++;
      else if (!Number.isFinite(value)) throw new RangeError(`${value} is not a number that can be kept.`);
    }
    if (withdrawn === 0) {
      this.#collect(columns);
      this.#added += count;
      this.#flushWhereFull();
      return;
    }
    for (let at = 0; at < count; at++) {
      const value = values[at] as number;
      if (Number.isNaN(value)) this.#push(this.#gone, series[at] as number, days[at] as number, 0);
      else this.#push(this.#columns, series[at] as number, days[at] as number, value + 0);
    }
  }

  reject(rows: readonly RejectedRow[]): void {
    this.#assertOpen();
    this.#rejected = rows;
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
    const kept = structuredClone(reference);
    this.#edits.push((batch) => writeReference(this.#setting.database, batch, kept));
  }

  withdraw(ids: EntryIds): void {
    this.#assertOpen();
    for (const dimension of DIMENSIONS) for (const id of ids[LISTS[dimension]] ?? []) this.#names[dimension].delete(id);
    const kept = structuredClone(ids);
    this.#edits.push((batch) => withdrawReference(this.#setting.database, batch, kept));
  }

  commit({ keeping, ...ending }: Ending = {}): Change {
    const { database, origin } = this.#setting;
    const { content_hash, received_at } = { ...origin, ...ending };
    const keep = (batch: number, counts: Counts) => {
      database
        .prepare(
          "UPDATE batches SET content_hash = ?, received_at = ?, inserted = ?, revised = ?, unchanged = ?, retracted = ? WHERE batch = ?",
        )
        .run(content_hash, new Date(received_at).toISOString(), counts.inserted, counts.revised, counts.unchanged, counts.retracted, batch);
      writeExtents(database, batch, this.#ids);
      writeRejected(database, batch, this.#rejected);
      if (keeping) writeReceipt(database, keeping, { batch, vintage: batch, ...counts });
      database.exec("COMMIT");
      this.#end();
    };
    return this.#finish(keep, (change) => {
      if (keeping) database.transaction(() => writeReceipt(database, keeping, change)).immediate();
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

  /** Writes what is left, and hands over what has changed; rolls back and notes it where nothing has. */
  #finish(keep: (batch: number, counts: Counts) => void, note: (nothing: Change) => void = () => {}): Change {
    this.#assertOpen();
    try {
      const batch = this.#begin();
      let entries = 0;
      for (const edit of this.#edits) entries += edit(batch);
      this.#flush();
      const restored = this.#restored(batch);
      const counts = {
        inserted: this.#written - this.#revised + restored,
        revised: this.#revised - restored,
        unchanged: this.#added - this.#written - this.#retracted,
        retracted: this.#retracted,
      };
      if (this.#written + this.#retracted + entries === 0) {
        this.rollback();
        const nothing = { batch: null, vintage: batch - 1, ...counts };
        note(nothing);
        return nothing;
      }
      keep(batch, counts);
      return { batch, vintage: batch, ...counts };
    } catch (error) {
      this.rollback();
      throw portError(error);
    }
  }

  #end(): void {
    this.#ended = true;
    this.#columns.clear();
    this.#stretches.clear();
    this.#gone.clear();
    this.#setting.onEnd();
  }

  #assertOpen(): void {
    if (this.#ended) throw new Error("The batch has ended.");
  }

  #begin(): number {
    if (this.#batch !== undefined) return this.#batch;
    const { database, origin, terms } = this.#setting;
    const lock = () => database.exec("BEGIN IMMEDIATE");
    if (terms.waits === false) atOnce(database, lock);
    else lock();
    this.#batch = 1 + Number(database.prepare("SELECT coalesce(max(batch), 0) FROM batches").pluck().get());
    if (terms.after !== undefined && this.#batch !== terms.after + 1)
      throw new StaleBatchError(`Batch ${this.#batch - 1} came in the meantime. Nothing was written; try again.`);
    database
      .prepare("INSERT INTO batches (batch, channel, name, content_hash, received_at) VALUES (?, ?, ?, ?, ?)")
      .run(this.#batch, origin.channel, origin.name, origin.content_hash, new Date(origin.received_at).toISOString());
    return this.#batch;
  }

  #take(columns: Columns, key: SnapshotKey, value: number): void {
    const [series, day] = [this.seriesNumber(key), this.#days.of(key.date)];
    if (!this.#named.add(series, day)) throw this.#twice(series, day);
    this.#push(columns, series, day, value);
  }

  #twice(series: number, day: DayNumber): DuplicateSnapshotError {
    const key = this.#series.keys[series] as SeriesKey;
    return new DuplicateSnapshotError(`The batch has ${dayOf(day)} of ${DIMENSIONS.map((name) => key[name]).join(", ")} twice.`);
  }

  #push(columns: Columns, series: number, day: DayNumber, value: number): void {
    columns.push(series, day, value);
    this.#added++;
    this.#flushWhereFull();
  }

  #flushWhereFull(): void {
    if (this.#columns.count + this.#stretches.count + this.#gone.count >= this.#setting.run) this.#flush();
  }

  /** Writes all that waits. */
  #flush(): void {
    if (this.#columns.count > 0) this.#collect(this.#columns.all());
    this.#columns.clear();
    if (this.#stretches.count > 0) this.#write();
    this.#stretches.clear();
    if (this.#gone.count > 0) this.#retracted += this.#writing(() => this.#empty());
    this.#gone.clear();
  }

  /** Keeps values until they are written. Throws where a day of one of them came before. */
  #collect(columns: SnapshotColumns): void {
    this.#writing(() => this.#stretches.add(columns, this.#see));
  }

  readonly #see: Visit = (series, days, _values, start, end) => {
    const twice = this.#seen.addAll(series, days, start, end);
    if (twice !== -1) throw this.#twice(series, days[twice] as number);
  };

  /** Of a batch that fails nothing may stay; a statement that fails leaves the rows that it wrote before. */
  #writing<Result>(write: () => Result): Result {
    try {
      return write();
    } catch (error) {
      this.rollback();
      throw portError(error);
    }
  }

  #write(): void {
    this.#writing(() => {
      const batch = this.#begin();
      this.#nameSeries();
      const total = this.#setting.database.prepare<[], number>("SELECT total_changes()").pluck();
      const before = total.get() ?? 0;
      const writer = new ValueWriter(this.#setting.database, batch);
      this.#stretches.visit(this.#ids, (series, days, values, start, end) =>
        writer.take(this.#ids[series] as number, days, values, start, end),
      );
      const written = writer.end();
      // Each replaced value is one change more: the trigger's row in the revisions.
      this.#revised += (total.get() ?? 0) - before - written;
      this.#written += written;
    });
  }

  /** Empties the values that are withdrawn; the trigger keeps them. Answers how many there were. */
  #empty(): number {
    const batch = this.#begin();
    this.#nameSeries();
    const empty = this.#setting.database.prepare<[number, number]>(
      "UPDATE snapshot_values SET value = NULL, batch = ? WHERE key = ? AND value IS NOT NULL",
    );
    let emptied = 0;
    const gone = new Stretches();
    gone.add(this.#gone.all(), this.#see);
    gone.visit(this.#ids, (series, days, _values, start, end) => {
      const id = this.#ids[series] as number;
      for (let at = start; at < end; at++) emptied += empty.run(batch, keyOf(id, days[at] as number)).changes;
    });
    return emptied;
  }

  /** How many of the values that it wrote had been retracted before: to a reader they are new. */
  #restored(batch: number): number {
    const count = this.#setting.database.prepare<[number], number>("SELECT count(*) FROM revisions WHERE until = ? AND value IS NULL");
    return count.pluck().get(batch) ?? 0;
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
    const noteSource = database.prepare("INSERT INTO batch_sources (batch, source) VALUES (?, ?) ON CONFLICT DO NOTHING");
    const idOf = (dimension: Dimension, name: string) => {
      makeName.run(dimension, name);
      const id = nameId.get(dimension, name) as number;
      if (dimension === "source") noteSource.run(this.#batch, id);
      return id;
    };
    // A thousand series share some dozens of names.
    const ids = DIMENSIONS.map((dimension) => ({ dimension, known: new Map<string, number>() }));
    for (const series of this.#series.keys.slice(this.#ids.length)) {
      const names = ids.map(({ dimension, known }) => {
        const name = series[dimension];
        const id = known.get(name) ?? idOf(dimension, name);
        known.set(name, id);
        return id;
      });
      makeSeries.run(names);
      this.#ids.push(seriesId.get(...names) as number);
    }
  }
}
