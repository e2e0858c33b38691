import { dayOfInstant } from "../../data/model/day.ts";
import type { SeriesKey } from "../../data/model/series.ts";
import type { Receipt } from "../../data/model/snapshot.ts";
import type { Batch, Change, Origin, Store } from "../store/store.ts";
import { KeyedBytes, type KeyedRequest } from "./keyed.ts";
import { listedOf } from "./names.ts";
import { type Reading, readRows } from "./read.ts";
import { Writer } from "./writer.ts";

/** One file or body to take in. */
export interface IngestJob extends Reading {
  store: Store;
  /** Where the bytes come from, and when: its clock also says which days are in the future. */
  origin: Omit<Origin, "content_hash">;
  /** After each chunk: bytes as they came, packed or not, and values read. */
  onProgress?: (progress: { bytes: number; rows: number }) => void;
  /** The receipt is kept for this request, by the transaction that writes what it is of. */
  keyed?: KeyedRequest | undefined;
  /** The bytes. Where it fails, nothing is written and the failure is thrown on. */
  stream: AsyncIterable<Uint8Array>;
}

/**
 * Takes a file into the store as one batch, all of it or nothing: decodes, validates and writes row by row, so that
 * memory does not grow with the file.
 *
 * A faulty file is answered by its receipt, with `rejected` above 0. Throws UnpackedTooLargeError, and what the stream or
 * the store throws.
 */
export async function ingest({ store, origin, stream, keyed: request, onProgress, ...reading }: IngestJob): Promise<Receipt> {
  const keyed = request && new KeyedBytes(request);
  const began = performance.now();
  const keys: SeriesKey[] = [];
  const writer = new Writer(
    () => store.open({ ...origin, content_hash: "" }),
    () => keys,
  );
  try {
    const listed = listedOf(store.catalog());
    const { hash, kept, ...counts } = await readRows(
      keyed?.watch(stream) ?? stream,
      { ...reading, listed, received_at: origin.received_at },
      {
        take: (columns, more) => {
          for (const key of more) keys.push(key);
          if (columns.count > 0) writer.add(columns);
        },
        // Others need not wait for a batch that will be rejected.
        lose: () => writer.rollback(),
        progress: (bytes, rows) => onProgress?.({ bytes, rows }),
      },
    );
    if (hash === undefined) return { ...NOTHING, vintage: store.vintage(), ...counts };
    const batch = writer.batch();
    batch.reject(kept);
    if (reading.dryRun) return { ...batch.preview(), ...counts, replayed: false };
    const receiptOf = (change: Change): Receipt => {
      const first = earlier(store, hash, change, keys);
      return { ...(first ?? change), ...counts, replayed: first !== undefined };
    };
    const now = Date.parse(origin.received_at) + performance.now() - began;
    const received_at = receivedAt(origin.received_at, now);
    return receiptOf(batch.commit({ content_hash: hash, received_at, keeping: keyed?.keeping(receiptOf, now) }));
  } finally {
    writer.rollback();
  }
}

const NOTHING = { batch: null, inserted: 0, revised: 0, unchanged: 0, retracted: 0, replayed: false };

/** A batch that is on its way at midnight belongs to the next day: what a day that is over stands for never changes. */
function receivedAt(began: string, end: number): string {
  return dayOfInstant(end) === dayOfInstant(Date.parse(began)) ? began : new Date(end).toISOString();
}

/**
 * What was answered when the same bytes came before, where they change nothing now and say the same: by the last batch
 * that was made of them, which put in place what is there. (A, wrong B, A again: a third A gets the receipt of the second.)
 */
function earlier(store: Store, hash: string, change: Change, keys: readonly SeriesKey[]): Change | undefined {
  if (change.batch !== null || keys.length === 0) return undefined;
  const sources = new Set(keys.map(({ source }) => source));
  const first = store.batchesOf(hash).find((batch) => isOf(batch, change, sources));
  return first && changeOf(first);
}

/** Whether a batch is what the same bytes would be, had they come first: another source makes other values of them. */
function isOf(batch: Batch, change: Change, sources: ReadonlySet<string>): boolean {
  return total(batch) === total(change) && batch.sources.length === sources.size && batch.sources.every((source) => sources.has(source));
}

function total({ inserted, revised, unchanged, retracted }: Omit<Change, "batch" | "vintage">): number {
  return inserted + revised + unchanged + retracted;
}

function changeOf({ batch, inserted, revised, unchanged, retracted }: Batch): Change {
  return { batch, vintage: batch, inserted, revised, unchanged, retracted };
}
