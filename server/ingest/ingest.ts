import { dayOfInstant } from "../../data/model/day.ts";
import { DEFAULT_SOURCE } from "../../data/model/slug.ts";
import type { Receipt } from "../../data/model/snapshot.ts";
import type { Batch, Change, Origin, Store } from "../store/store.ts";
import { Bytes } from "./bytes.ts";
import { decodeCsv } from "./csv.ts";
import { Faults, FileFault } from "./faults.ts";
import type { Format } from "./format.ts";
import { decodeJson, decodeNdjson } from "./json.ts";
import { Names } from "./names.ts";
import type { Packing } from "./packing.ts";
import { CsvRows, takeJsonRow } from "./rows.ts";
import { nameFault, Validator } from "./validate.ts";
import { Writer } from "./writer.ts";

/** What becomes of a file with faults: it is rejected as a whole, or its faulty rows are left out. */
export const ON_ERROR = ["reject", "skip"] as const;

export type OnError = (typeof ON_ERROR)[number];

/** How a file is to be read. */
export interface Reading {
  format: Format;
  packing?: Packing | undefined;
  /** Source of rows that name none; `default` unless told. */
  source?: string | undefined;
  /** `reject` unless told. A file that cannot be read to its end is rejected in any case. */
  onError?: OnError | undefined;
  /** A blank value of a long file, or a null of JSON, withdraws what the day has; a fault unless told. */
  retract?: boolean | undefined;
  /** Say what would change, and write nothing. */
  dryRun?: boolean | undefined;
  /** Rows that a file may have; any number unless told. */
  mostRows?: number | undefined;
  /** Bytes that a packed file may grow to, and then not to hundreds of times its size either; any number unless told. */
  mostUnpacked?: number | undefined;
}

/** One file or body to take in. */
export interface IngestJob extends Reading {
  store: Store;
  /** The bytes. Where it fails, nothing is written and the failure is thrown on. */
  stream: AsyncIterable<Uint8Array>;
  /** Where the bytes come from, and when: its clock also says which days are in the future. */
  origin: Omit<Origin, "content_hash">;
  /** After each chunk: bytes as they came, packed or not, and values read. */
  onProgress?: (progress: { bytes: number; rows: number }) => void;
}

/**
 * Takes a file into the store as one batch, all of it or nothing: decodes, validates and writes row by row, so that
 * memory does not grow with the file.
 *
 * A faulty file is answered by its receipt, with `rejected` above 0. Throws UnpackedTooLargeError, and what the stream or
 * the store throws.
 */
export async function ingest(job: IngestJob): Promise<Receipt> {
  const { store, origin, dryRun = false, onError = "reject", mostRows = Number.POSITIVE_INFINITY } = job;
  const began = performance.now();
  const names = new Names(store.catalog());
  const faults = new Faults(onError === "skip");
  /** Once there is a fault nothing will be written: the rest is read for its faults alone. */
  const isLost = () => onError === "reject" && faults.rejected > 0;
  const validator: Validator = new Validator({
    names,
    faults,
    source: job.source ?? DEFAULT_SOURCE,
    received_at: origin.received_at,
    retract: job.retract ?? false,
    accept: (series, day, value) => {
      if (!isLost()) writer.add(series, day, value);
    },
  });
  const writer = new Writer(
    () => store.open({ ...origin, content_hash: "" }),
    () => validator.keys,
  );
  const bytes = new Bytes(job.stream, job.packing, job.mostUnpacked);
  try {
    const progress = () => job.onProgress?.({ bytes: bytes.received, rows: validator.rows });
    await read(job, bytes, names, validator, () => {
      // Others need not wait for a batch that will be rejected.
      if (isLost()) writer.rollback();
      if (validator.rows > mostRows) throw tooManyRows(mostRows);
      progress();
    });
    progress();
    if (validator.rows > mostRows) throw tooManyRows(mostRows);
    if (isLost() || (faults.rejected > 0 && faults.rejected === validator.rows)) return rejection(store, validator, faults);
    const { rows } = validator;
    const { rejected, errors } = faults;
    const hash = bytes.hash();
    const batch = writer.batch();
    batch.reject(faults.kept);
    const change = dryRun ? batch.preview() : batch.commit(hash, receivedAt(origin.received_at, performance.now() - began));
    const first = dryRun ? undefined : earlier(store, hash, change, validator);
    return { ...(first ?? change), rows, rejected, errors, replayed: first !== undefined };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    validator.reject(error.problems[0]?.line ?? 1, () => "", error.problems);
    return rejection(store, validator, faults);
  } finally {
    writer.rollback();
  }
}

/** A batch that is on its way at midnight belongs to the next day: what a day that is over stands for never changes. */
function receivedAt(began: string, ms: number): string {
  const end = Date.parse(began) + ms;
  return dayOfInstant(end) === dayOfInstant(Date.parse(began)) ? began : new Date(end).toISOString();
}

/**
 * What was answered when the same bytes came before, where they change nothing now and say the same: by the last batch
 * that was made of them, which put in place what is there. (A, wrong B, A again: a third A gets the receipt of the second.)
 */
function earlier(store: Store, hash: string, change: Change, { keys }: Validator): Change | undefined {
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

async function read(
  { source, format }: IngestJob,
  bytes: Bytes,
  names: Names,
  validator: Validator,
  afterChunk: () => void,
): Promise<void> {
  if (source !== undefined && !names.has("source", source))
    throw new FileFault([{ field: "source", ...nameFault(names, "source", source), value: source }]);
  const text = withBreaks(bytes.text(), afterChunk);
  if (format === "csv") {
    const rows = new CsvRows(names, validator);
    await decodeCsv(text, { rows, validator });
    if (!rows.layout) throw emptyFile();
    return;
  }
  const takeRow = (row: string, line: number) => takeJsonRow(row, line, validator);
  await (format === "json" ? decodeJson(text, takeRow) : decodeNdjson(text, takeRow));
  if (bytes.received === 0) throw emptyFile();
}

async function* withBreaks<Chunk>(chunks: AsyncIterable<Chunk>, afterEach: () => void): AsyncGenerator<Chunk> {
  for await (const chunk of chunks) {
    yield chunk;
    afterEach();
  }
}

function tooManyRows(most: number): FileFault {
  const detail = `It has more than ${most} rows. Send it in parts. The rest was not read.`;
  return new FileFault([{ field: "file", code: "too_many_rows", detail }]);
}

function emptyFile(): FileFault {
  return new FileFault([{ line: 1, field: "file", code: "empty_file", detail: "There is nothing in it." }]);
}

function rejection(store: Store, validator: Validator, { rejected, errors }: Faults): Receipt {
  const nothing = { batch: null, vintage: store.vintage(), inserted: 0, revised: 0, unchanged: 0, retracted: 0 };
  return { ...nothing, rows: validator.rows, rejected, errors, replayed: false };
}
