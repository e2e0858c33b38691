import { existsSync } from "node:fs";
import type { Database } from "better-sqlite3";
import type { Extent } from "../../../data/analysis/table.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import { type Day, dayOf, numberOf } from "../../../data/model/day.ts";
import type { Claim, Figure, SurgeEvent } from "../../../data/model/figure.ts";
import type { DailySeries, SeriesQuery } from "../../../data/model/series.ts";
import type { Share } from "../../../data/model/share.ts";
import {
  type Batch,
  type ChangedDays,
  type EntryChange,
  type ImageToDraw,
  type KeptReceipt,
  type NewToken,
  type OpenBatch,
  type Origin,
  type Reference,
  type RejectedRow,
  type SeriesFilter,
  type ShareChange,
  type ShareListing,
  type ShareQuery,
  type Store,
  StoreBusyError,
  type StoreFault,
  StoreMissingError,
  type Terms,
  type Token,
  type Visits,
  type WrittenDays,
} from "../store.ts";
import { backUp } from "./backup.ts";
import { SqliteBatch } from "./batch.ts";
import { CatalogReader } from "./catalog.ts";
import { atOnce, connect, portError } from "./connection.ts";
import { extentReader } from "./extents.ts";
import { HistoryReader } from "./history.ts";
import { migrate } from "./migrate.ts";
import { readReceipt } from "./receipts.ts";
import { ReferenceReader } from "./reference.ts";
import { RejectedRows } from "./rejected.ts";
import { SeriesReader } from "./series.ts";
import { Shares } from "./shares.ts";
import { Tokens } from "./tokens.ts";
import { verify } from "./verify.ts";
import { WrittenReader } from "./written.ts";

const BATCH = `
  SELECT batches.batch, channel, name, content_hash, received_at, inserted, revised, unchanged, retracted,
    coalesce(changed.entries, 0) AS entries,
    (SELECT json_group_array(names.name ORDER BY names.id) FROM batch_sources JOIN names ON names.id = source
      WHERE batch_sources.batch = batches.batch) AS sources
  FROM batches LEFT JOIN (SELECT batch, count(*) AS entries FROM reference GROUP BY batch) AS changed ON changed.batch = batches.batch`;

type BatchRow = Omit<Batch, "sources"> & { sources: string };

export interface SqliteOptions {
  /** Milliseconds that a write waits for another process; ten seconds unless told. */
  patience?: number;
  /** Whether to make a database where there is none, as it does unless told. */
  make?: boolean;
  /** Values of a batch that wait until they are written at once; a million, 10 MB, unless told. */
  run?: number;
}

/**
 * Opens a store in a file of SQLite; makes it where it is missing and brings an older one to this version.
 *
 * @param path of the file, or `:memory:` for one that is forgotten when it closes
 * @throws StoreMissingError where there is no file and none is to be made
 * @throws StoreVersionError where the file is newer than this program, another program's, or no database
 * @throws StoreBusyError where another process holds it for longer than the patience
 * @throws StoreUnusableError where it cannot be opened, or is damaged
 */
export function openSqliteStore(path: string, { patience = 10_000, make = true, run = 2 ** 20 }: SqliteOptions = {}): Store {
  if (!make && !existsSync(path))
    throw new StoreMissingError(`There is no database at ${path}. \`npm start\` makes one; SURGE_DATABASE names another.`);
  const writer = connect(path, patience);
  try {
    migrate(writer);
    if (path === ":memory:") return new SqliteStore(writer, writer, run);
    const reader = connect(path, patience);
    reader.pragma("query_only = ON");
    return new SqliteStore(writer, reader, run);
  } catch (error) {
    writer.close();
    throw portError(error, path);
  }
}

class SqliteStore implements Store {
  readonly #writer: Database;
  readonly #reader: Database;
  readonly #series: SeriesReader;
  readonly #catalog: CatalogReader;
  readonly #reference: ReferenceReader;
  readonly #tokens: Tokens;
  readonly #shares: Shares;
  readonly #keptReceipt;
  readonly #rejected: RejectedRows;
  readonly #history: HistoryReader;
  readonly #written: WrittenReader;
  readonly #extentOf;
  readonly #begin;
  readonly #end;
  readonly #vintage;
  readonly #vintageBefore;
  readonly #batches;
  readonly #batchesOf;
  readonly #run: number;
  #open: OpenBatch | undefined;

  constructor(writer: Database, reader: Database, run: number) {
    this.#writer = writer;
    this.#reader = reader;
    // Where readers share the connection, they would see what is written before the commit.
    this.#run = writer === reader ? Number.POSITIVE_INFINITY : run;
    this.#series = new SeriesReader(reader);
    this.#catalog = new CatalogReader(reader);
    this.#reference = new ReferenceReader(reader);
    this.#tokens = new Tokens(writer, reader);
    this.#shares = new Shares(writer, reader);
    this.#keptReceipt = readReceipt(reader);
    this.#rejected = new RejectedRows(reader);
    this.#history = new HistoryReader(reader);
    this.#written = new WrittenReader(reader);
    this.#extentOf = extentReader(reader);
    // Prepared: each read begins and ends, and reading the words takes longer than doing it.
    this.#begin = reader.prepare("BEGIN");
    this.#end = reader.prepare("COMMIT");
    this.#vintage = reader.prepare<[], number>("SELECT coalesce(max(batch), 0) FROM batches").pluck();
    this.#vintageBefore = reader.prepare<[string], number>("SELECT coalesce(max(batch), 0) FROM batches WHERE received_at < ?").pluck();
    this.#batches = reader.prepare<[], BatchRow>(`${BATCH} ORDER BY batches.batch DESC`);
    this.#batchesOf = reader.prepare<[string], BatchRow>(`${BATCH} WHERE content_hash = ? ORDER BY batches.batch DESC`);
  }

  open(origin: Origin, terms: Terms = {}): OpenBatch {
    if (this.#open) throw new StoreBusyError("A batch is open already. Commit it or roll it back first.");
    const onEnd = () => {
      this.#open = undefined;
    };
    const reference = this.#reference.at(this.vintage());
    const batch = new SqliteBatch({ database: this.#writer, run: this.#run, origin, reference, terms, onEnd });
    this.#open = batch;
    return batch;
  }

  series(query: SeriesQuery, vintage = Number.POSITIVE_INFINITY): DailySeries[] {
    return this.#reading((newest) => this.#series.read(query, newest, vintage));
  }

  extent(filter: SeriesFilter, vintage = Number.POSITIVE_INFINITY): Extent | null {
    return this.#reading((newest) => {
      let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (const { id } of this.#series.find(filter, newest)) {
        const [first, last] = this.#extentOf(id, Math.min(vintage, newest)) ?? [from, to];
        [from, to] = [Math.min(from, first), Math.max(to, last)];
      }
      return from <= to ? { from, to } : null;
    });
  }

  *writtenDays(filter: SeriesFilter, earlier: number, later: number): Generator<WrittenDays> {
    for (const series of this.#series.find(filter, this.vintage())) {
      const written = this.#reading(() => this.#written.of(series, filter, earlier, later));
      if (written.before.days.length + written.after.days.length > 0) yield written;
    }
  }

  catalog(vintage = Number.POSITIVE_INFINITY): Catalog {
    // Without a look at the file, where that was taken before.
    const known = this.#catalog.known(vintage);
    if (known) return known;
    return this.#reading((newest) => {
      const at = Math.min(vintage, newest);
      return this.#catalog.at(at, this.#reference.at(at), () => this.#series.all(newest));
    });
  }

  figures(vintage?: number): Figure[] {
    return this.#referenceAt(vintage).figures;
  }

  events(vintage?: number): SurgeEvent[] {
    return this.#referenceAt(vintage).events;
  }

  claims(vintage?: number): Claim[] {
    return this.#referenceAt(vintage).claims;
  }

  vintage(): number {
    return this.#vintage.get() ?? 0;
  }

  vintageOn(day: string): number {
    return this.#vintageBefore.get(dayOf(numberOf(day) + 1)) ?? 0;
  }

  batches(): Batch[] {
    return this.#batches.all().map(batchOf);
  }

  batchesOf(content_hash: string): Batch[] {
    return this.#batchesOf.all(content_hash).map(batchOf);
  }

  changedDays(batch: number): Iterable<ChangedDays> {
    return this.#history.days(batch, this.#series.all(this.vintage()));
  }

  changedEntries(batch: number): EntryChange[] {
    return this.#history.entries(batch);
  }

  rejected(batch: number): RejectedRow[] {
    return this.#rejected.of(batch);
  }

  createToken(token: NewToken): void {
    this.#tokens.create(token);
  }

  tokenByHash(hash: string): Token | undefined {
    return this.#tokens.byHash(hash);
  }

  tokens(): Token[] {
    return this.#tokens.all();
  }

  revokeToken(name: string, revoked_at: string): boolean {
    return this.#tokens.revoke(name, revoked_at);
  }

  touchTokens(uses: ReadonlyMap<string, string>): void {
    this.#tokens.touch(uses);
  }

  createShare(share: Share, origin = ""): void {
    this.#shares.create(share, origin);
  }

  share(slug: string): Share | undefined {
    return this.#shares.bySlug(slug);
  }

  shares(query: ShareQuery): ShareListing[] {
    return this.#shares.list(query);
  }

  changeShare(slug: string, change: ShareChange): boolean {
    return this.#shares.change(slug, change);
  }

  revokeShare(slug: string, revoked_at: string): boolean {
    return this.#shares.revoke(slug, revoked_at);
  }

  rotateShare(slug: string, fresh: string, at: string): boolean {
    return this.#shares.rotate(slug, fresh, at);
  }

  shareImage(slug: string): Uint8Array<ArrayBuffer> | undefined {
    return this.#shares.images.bySlug(slug);
  }

  shareImageBytes(): number {
    return this.#shares.images.total();
  }

  nextShareImage(after = ""): ImageToDraw | undefined {
    return this.#shares.images.next(after);
  }

  keepShareImage(slug: string, bytes: Uint8Array, at: string): boolean {
    return this.#shares.keepImage(slug, bytes, at);
  }

  countVisits(visits: Visits): void {
    this.#shares.count(visits);
  }

  visits(slug: string, since?: Day): { day: Day; visits: number }[] {
    return this.#shares.visits(slug, since);
  }

  keptReceipt(token: string, key: string): KeptReceipt | undefined {
    return this.#keptReceipt.get(token, key);
  }

  backup(file: string): number {
    return backUp(this.#reader, file);
  }

  verify(): StoreFault[] {
    return this.#reading(() => verify(this.#reader));
  }

  check(): void {
    this.vintage();
    if (this.#writer.inTransaction) return;
    try {
      atOnce(this.#writer, () => {
        // To begin a transaction asks nothing of a file that may only be read; a statement that could write does.
        this.#writer.exec("DELETE FROM tokens WHERE false");
      });
    } catch (error) {
      // Another process is writing: so the file can be written.
      if (!(error instanceof StoreBusyError)) throw error;
    }
  }

  close(): void {
    this.#open?.rollback();
    this.#reader.close();
    this.#writer.close();
  }

  #referenceAt(vintage = Number.POSITIVE_INFINITY): Reference {
    return this.#reading((newest) => this.#reference.at(Math.min(vintage, newest)));
  }

  /** Several statements as one moment: a batch that another process commits meanwhile is seen by none of them. */
  #reading<Result>(read: (newest: number) => Result): Result {
    if (this.#reader.inTransaction) return read(this.vintage());
    this.#begin.run();
    try {
      return read(this.vintage());
    } finally {
      this.#end.run();
    }
  }
}

function batchOf(row: BatchRow): Batch {
  return { ...row, sources: JSON.parse(row.sources) as string[] };
}
