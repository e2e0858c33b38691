import type { Extent } from "../../data/analysis/table.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import type { Day, DayNumber } from "../../data/model/day.ts";
import type { Claim, Figure, SurgeEvent } from "../../data/model/figure.ts";
import type { Problem } from "../../data/model/problem.ts";
import type { DailySeries, SeriesKey, SeriesQuery } from "../../data/model/series.ts";
import type { Share } from "../../data/model/share.ts";
import type { Snapshot } from "../../data/model/snapshot.ts";

/** Entries of the reference: the dimensions and what is told beside the series. Versioned by batch like snapshots. */
export interface Reference {
  platforms: Catalog["platforms"];
  countries: Catalog["countries"];
  metrics: Catalog["metrics"];
  topics: Catalog["topics"];
  sources: Catalog["sources"];
  figures: Figure[];
  events: SurgeEvent[];
  claims: Claim[];
}

/** Where a batch came from; kept with it for ever. */
export interface Origin {
  /** `file`, `http`, `command`, or `reference` for what ships with the program. */
  channel: "file" | "http" | "command" | "reference";
  /** Name of the file or of the token; of a command what it did. */
  name: string;
  /** SHA-256 of the bytes, hexadecimal. */
  content_hash: string;
  /** ISO 8601 in UTC; the caller's clock. */
  received_at: string;
}

/** What a commit changed, counted in snapshots. `batch` is `null` where it changed nothing: then nothing was written. */
export interface Change {
  batch: number | null;
  /** The newest vintage afterwards. */
  vintage: number;
  inserted: number;
  revised: number;
  unchanged: number;
  retracted: number;
}

/** Snapshots in columns, for those who have many: 14 bytes each, where an object takes a hundred. */
export interface SnapshotColumns {
  /** How many there are; the arrays may be longer. */
  count: number;
  /** The numbers that `seriesNumber` of the same batch gave. */
  series: Uint32Array;
  /** Day numbers, from 1970-01-01 on. */
  days: Uint16Array;
  /** In the metric's unit; `NaN` withdraws what the day has. */
  values: Float64Array;
}

/** One batch as `GET /api/v1/vintages` lists it. */
export interface Batch extends Origin {
  batch: number;
  /** The sources that its rows name, those of unchanged rows among them. */
  sources: string[];
  /** Entries of the reference that it put or withdrew. */
  entries: number;
  inserted: number;
  revised: number;
  unchanged: number;
  retracted: number;
}

/** What a token may be good for. `admin` includes the others. */
export const SCOPES = ["ingest", "read", "share", "admin"] as const;

export type Scope = (typeof SCOPES)[number];

/** A token as it is kept: its hash, never itself. Times are ISO 8601 in UTC. */
export interface Token {
  name: string;
  /** SHA-256 of the token, hexadecimal. */
  hash: string;
  created_at: string;
  scopes: readonly Scope[];
  /** From then on it is good for nothing; null where it lasts. */
  expires_at: string | null;
  revoked_at: string | null;
  /** To the minute. */
  last_used_at: string | null;
}

/** A token that is made: it may ingest, and lasts, unless told. */
export type NewToken = Pick<Token, "name" | "hash" | "created_at"> & Partial<Pick<Token, "scopes" | "expires_at">>;

/** Which shares to list. */
export interface ShareQuery {
  /** Name of a token; everybody's where it is absent. */
  owner?: string;
  /** Slug of the last one that is known: those that are older. */
  before?: string;
  /** How many at most. */
  limit: number;
}

/** A share in a list, with how often it was followed in all, and the last UTC day on which it was. */
export interface ShareListing extends Share {
  visits: number;
  last_visit: Day | null;
}

/** What may change of a share. */
export type ShareChange = Partial<Pick<Share, "note" | "expires_at">>;

/** The image of a pinned share that was not drawn yet. */
export interface ImageToDraw {
  slug: string;
  /** Scheme and host that it says; empty where who made the share did not know. */
  origin: string;
}

/** How often shares were followed: by slug, then by UTC day. */
export type Visits = ReadonlyMap<string, ReadonlyMap<Day, number>>;

/** What was answered to a request with an Idempotency-Key. A key belongs to a token. */
export interface KeptReceipt {
  /** Name of the token. */
  token: string;
  key: string;
  /** SHA-256 of everything that decides the answer, hexadecimal. */
  request: string;
  /** As JSON. */
  receipt: string;
  /** ISO 8601 in UTC; the caller's clock. */
  kept_at: string;
}

/** A receipt to be kept by the batch that it is of. */
export interface ReceiptKeeping {
  /** Takes the place of an older one with its token and key. What it throws rolls the batch back. */
  of: (change: Change) => KeptReceipt;
  /** Those that were kept before are forgotten. ISO 8601 in UTC. */
  since: string;
}

/** What is known of a batch at its end alone. */
export interface Ending {
  /** Takes the place of the origin's, where it was not known before the last byte came. */
  content_hash?: string;
  /** The same of a batch that took long to come. */
  received_at?: string;
  /** Kept by the same transaction: never without the batch, nor the batch without it. Also of a batch that changes nothing. */
  keeping?: ReceiptKeeping | undefined;
}

/** A row that was left out of a batch whose others were taken. */
export interface RejectedRow {
  /** Where it begins in the file, counted from 1. */
  line: number;
  /** As it stood there; the fields of CSV with commas between. */
  row: string;
  problems: readonly Problem[];
}

/** What one value is of: one day of one series. */
export type SnapshotKey = Omit<Snapshot, "value">;

/** Ids of entries of the reference, by list; the slug of an event. */
export type EntryIds = { [List in keyof Reference]?: readonly string[] };

/** Which series: what is absent leaves none of them out. */
export type SeriesFilter = Partial<SeriesQuery>;

/** Some days of one series at two vintages. A day that one of them lacks is missing there. */
export interface WrittenDays {
  before: DailySeries;
  after: DailySeries;
}

/** On what terms a batch is written. */
export interface Terms {
  /** The newest vintage that its sender knew: where another batch has come since, it throws `StaleBatchError`. */
  after?: number;
  /** Whether it waits for a writer in another process or thread, as it does unless told. */
  waits?: boolean;
}

/** Days of one series that a batch changed, ascending: columns, because there may be millions. */
export interface ChangedDays extends SeriesKey {
  days: DayNumber[];
  /** What the batch found; `null` where there was nothing. */
  old: (number | null)[];
  /** The last batch that changed it again; `null` where none has. */
  later: (number | null)[];
}

/** One entry of the reference that a batch changed. */
export type EntryChange = {
  [List in keyof Reference]: {
    list: List;
    id: string;
    old: Reference[List][number] | null;
    new: Reference[List][number] | null;
    later: number | null;
  };
}[keyof Reference];

/**
 * An open batch. Nothing is visible to readers before `commit`; `rollback`, or closing the store, forgets it all.
 */
export interface OpenBatch {
  /**
   * Adds values. Each names ids that the reference has, or that this batch `put` before; throws `UnknownNameError`
   * otherwise. A day of a series comes at most once in a batch; the second throws `DuplicateSnapshotError`.
   * After a throw the batch can only be rolled back.
   */
  add(snapshots: readonly Snapshot[]): void;
  /** The number of a series that `addColumns` will name in this batch. Throws `UnknownNameError` as `add` does. */
  seriesNumber(series: SeriesKey): number;
  /**
   * As `add` and `retract`, without an object a row. The arrays are the caller's again afterwards. A day that comes
   * twice throws `DuplicateSnapshotError` by the commit or the preview at the latest.
   */
  addColumns(columns: SnapshotColumns): void;
  /**
   * Withdraws values: from this vintage on there is none, older vintages keep it. Counts as retracted where there was
   * one, as unchanged where there was none; a value that is added later counts as inserted. Throws as `add` does.
   */
  retract(keys: readonly SnapshotKey[]): void;
  /** Keeps rows that were left out, in their order, for as long as the batch is kept: nothing of a batch that changes nothing. Once. */
  reject(rows: readonly RejectedRow[]): void;
  /** Puts reference entries in place of those with the same id. Entries that are not named stay. */
  put(reference: Partial<Reference>): void;
  /** Takes entries out of the reference, from this vintage on. What names them stays. */
  withdraw(ids: EntryIds): void;
  /** Makes the batch durable and visible, all of it. A batch that changes nothing leaves no trace, but the receipt that is to be kept. */
  commit(ending?: Ending): Change;
  /** Ends the batch as `commit` would, without a trace: what it would have changed, with `batch` null. */
  preview(): Change;
  /** Forgets the batch. Does nothing where it has ended. */
  rollback(): void;
}

/** One thing that is wrong with what is stored. */
export interface StoreFault {
  /** Stable, for machines. */
  code: string;
  detail: string;
}

/**
 * The port: what a storage engine must do. `store.contract.ts` says it as tests that each engine passes.
 *
 * A read without `vintage` is at the newest; at vintage 7 it answers as if batch 8 had never come.
 */
export interface Store {
  /**
   * Starts a batch; one at a time in a store, the second throws `StoreBusyError`. What has to be written waits for a
   * writer in another process for up to 10 seconds, then throws `StoreBusyError` too. Throws `StoreFullError` where there is no room left.
   */
  open(origin: Origin, terms?: Terms): OpenBatch;
  /** The matching series that have any day in the range, ordered by the query's lists. */
  series(query: SeriesQuery, vintage?: number): DailySeries[];
  /** The first and the last day of the matching series together; `null` where none has any. */
  extent(filter: SeriesFilter, vintage?: number): Extent | null;
  /**
   * The days of the matching series that the batches between two vintages wrote, the later one's among them, as they
   * are at both: all that can differ, and what was put back as it was. Read series by series while it is asked for, in
   * an order that later batches do not change.
   */
  writtenDays(filter: SeriesFilter, earlier: number, later: number): Iterable<WrittenDays>;
  /** Lists in the order in which their entries first came. Shared between callers: not to be changed. */
  catalog(vintage?: number): Catalog;
  figures(vintage?: number): Figure[];
  /** By date; on one date in the order in which they first came. */
  events(vintage?: number): SurgeEvent[];
  claims(vintage?: number): Claim[];
  /** The newest vintage; 0 in an empty store. One look-up: cheap enough for every request. */
  vintage(): number;
  /** The last batch received by the end of a UTC day; 0 where none was. */
  vintageOn(day: string): number;
  /** Newest first. */
  batches(): Batch[];
  /** Every value that a batch changed, read series by series while it is asked for. A series may come twice, a day does not. */
  changedDays(batch: number): Iterable<ChangedDays>;
  /** Every entry of the reference that a batch changed. */
  changedEntries(batch: number): EntryChange[];
  /** The batches with these bytes and their counts, newest first, for replays. Batches that changed nothing are not kept. */
  batchesOf(content_hash: string): Batch[];
  /** The rows that were left out of a batch, in the order of the file. */
  rejected(batch: number): RejectedRow[];
  /** Throws `NameTakenError` where a token has that name. */
  createToken(token: NewToken): void;
  /** Also one that is revoked or has expired: the caller has the clock. */
  tokenByHash(hash: string): Token | undefined;
  /** By name. */
  tokens(): Token[];
  /** Whether there is a token of that name; one that is revoked already keeps its time. */
  revokeToken(name: string, revoked_at: string): boolean;
  /** Notes when tokens were last used. Never waits: throws `StoreBusyError` at once where somebody else is writing. */
  touchTokens(uses: ReadonlyMap<string, string>): void;
  /**
   * Keeps a share, and of a pinned one that its image is to be drawn, which says the origin. Throws `NameTakenError` where a share has that slug. This and whatever else changes shares never
   * waits: it throws `StoreBusyError` at once where somebody else is writing.
   */
  createShare(share: Share, origin?: string): void;
  /** Also one that has ended: the caller has the clock. */
  share(slug: string): Share | undefined;
  /** Newest first. */
  shares(query: ShareQuery): ShareListing[];
  /** Whether there is such a share that was not revoked: of one that was, nothing changes any more. */
  changeShare(slug: string, change: ShareChange): boolean;
  /** As `changeShare`. Its image is forgotten. */
  revokeShare(slug: string, revoked_at: string): boolean;
  /** Ends a share, and makes the same one under a fresh slug, with its image; both or neither. Answers as `changeShare`. */
  rotateShare(slug: string, fresh: string, at: string): boolean;
  /** The image of a pinned share, once it is drawn: PNG. */
  shareImage(slug: string): Uint8Array<ArrayBuffer> | undefined;
  /** Bytes of all such images. */
  shareImageBytes(): number;
  /** The first image that is to be drawn, in the order in which shares were made; of shares after a slug where one is given. */
  nextShareImage(after?: string): ImageToDraw | undefined;
  /** Keeps an image, 1 MiB at most. Whether it was still to be drawn: what is kept never changes. Never waits, as `createShare`. */
  keepShareImage(slug: string, bytes: Uint8Array, at: string): boolean;
  /** Adds to how often shares were followed; slugs that are not there count for nothing. */
  countVisits(visits: Visits): void;
  /** How often a share was followed, by UTC day, ascending, from a day on; a day without visits is missing. */
  visits(slug: string, since?: Day): { day: Day; visits: number }[];
  /** The receipt that is kept for a key of a token. */
  keptReceipt(token: string, key: string): KeptReceipt | undefined;
  /**
   * Writes the whole store into a new file, as of one moment, while others read and write; checked before it is named.
   * Answers the newest vintage in it. Throws `BackupError` where the file is there already or cannot be written.
   */
  backup(file: string): number;
  /** Everything that is wrong with what is stored: nothing, unless a disk or a person damaged it. */
  verify(): StoreFault[];
  /** Throws where the store cannot be read and written. */
  check(): void;
  close(): void;
}

/** A snapshot names something that the reference lacks. */
export class UnknownNameError extends Error {}

/** A batch has the same day of the same series twice. */
export class DuplicateSnapshotError extends Error {}

/** A name that must be new is not. */
export class NameTakenError extends Error {}

/** Another process held the store for too long, or this one has a batch open. */
export class StoreBusyError extends Error {}

/** There is no room left where the store is kept. What was being written is rolled back; what was there is intact. */
export class StoreFullError extends Error {}

/** Another batch came between what a batch is based on and its writing. */
export class StaleBatchError extends Error {}

/** A backup cannot be written, or is none that can be restored. */
export class BackupError extends Error {}

/** There is no store where one is expected. */
export class StoreMissingError extends Error {}

/** The file was made by a newer program, or is not a store. */
export class StoreVersionError extends Error {}

/** The store cannot be opened, read or written as it is: damaged, locked away, or on a disk that fails. */
export class StoreUnusableError extends Error {}
