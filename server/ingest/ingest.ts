import { DEFAULT_SOURCE } from "../../data/model/slug.ts";
import type { Receipt, Snapshot } from "../../data/model/snapshot.ts";
import type { Change, OpenBatch, Origin, Store } from "../store/store.ts";
import { Bytes } from "./bytes.ts";
import { decodeCsv } from "./csv.ts";
import { Faults, FileFault } from "./faults.ts";
import type { Format } from "./format.ts";
import { decodeJson, decodeNdjson } from "./json.ts";
import { Names } from "./names.ts";
import { CsvRows, takeJsonRow } from "./rows.ts";
import { nameFault, Validator } from "./validate.ts";

/** Rows that go to the store at once. */
const CHUNK = 4096;

/** One file or body to take in. */
export interface IngestJob {
  store: Store;
  /** The bytes. Where it fails, nothing is written and the failure is thrown on. */
  stream: AsyncIterable<Uint8Array>;
  format: Format;
  gzip?: boolean;
  /** Source of rows that name none; `default` unless told. */
  source?: string;
  /** Where the bytes come from, and when: its clock also says which days are in the future. */
  origin: Omit<Origin, "content_hash">;
  /** Say what would change, and write nothing. */
  dryRun?: boolean;
  /** After each chunk: bytes as they came, packed or not, and values read. */
  onProgress?: (progress: { bytes: number; rows: number }) => void;
}

/**
 * Takes a file into the store as one batch, all of it or nothing: decodes, validates and writes row by row, so that
 * memory does not grow with the file.
 *
 * A faulty file is answered by its receipt, with `rejected` above 0. Throws what the stream or the store throws.
 */
export async function ingest(job: IngestJob): Promise<Receipt> {
  const names = new Names(job.store.catalog());
  const faults = new Faults();
  const writer = new Writer(job);
  const validator = new Validator({
    names,
    faults,
    source: job.source ?? DEFAULT_SOURCE,
    received_at: job.origin.received_at,
    accept: (snapshot) => {
      // Once there is a fault nothing will be written: the rest is read for its faults alone.
      if (faults.rejected === 0) writer.add(snapshot);
    },
  });
  const bytes = new Bytes(job.stream, job.gzip ?? false);
  try {
    const progress = () => job.onProgress?.({ bytes: bytes.received, rows: validator.rows });
    await read(job, bytes, names, validator, () => {
      // Others need not wait for a batch that will be rejected.
      if (faults.rejected > 0) writer.rollback();
      progress();
    });
    progress();
    if (faults.rejected > 0) return rejection(job.store, validator, faults);
    const hash = bytes.hash();
    const change = writer.end(hash);
    const replayed = change.batch === null && !job.dryRun && validator.rows > 0 && job.store.batchOf(hash) !== undefined;
    return { ...change, rows: validator.rows, rejected: 0, errors: [], replayed };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    validator.reject(error.problems);
    return rejection(job.store, validator, faults);
  } finally {
    writer.rollback();
  }
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
    await decodeCsv(text, (fields, line) => rows.take(fields, line));
    if (!rows.begun) throw emptyFile();
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

function emptyFile(): FileFault {
  return new FileFault([{ line: 1, field: "file", code: "empty_file", detail: "There is nothing in it." }]);
}

function rejection(store: Store, validator: Validator, { rejected, errors }: Faults): Receipt {
  const nothing = { batch: null, vintage: store.vintage(), inserted: 0, revised: 0, unchanged: 0, retracted: 0 };
  return { ...nothing, rows: validator.rows, rejected, errors, replayed: false };
}

/** Hands snapshots to an open batch, many at a time. */
class Writer {
  readonly #job: IngestJob;
  #batch: OpenBatch | undefined;
  #waiting: Snapshot[] = [];

  constructor(job: IngestJob) {
    this.#job = job;
  }

  add(snapshot: Snapshot): void {
    this.#waiting.push(snapshot);
    if (this.#waiting.length >= CHUNK) this.#flush();
  }

  end(contentHash: string): Change {
    const batch = this.#flush();
    return this.#job.dryRun ? batch.preview() : batch.commit(contentHash);
  }

  rollback(): void {
    this.#batch?.rollback();
  }

  #flush(): OpenBatch {
    this.#batch ??= this.#job.store.open({ ...this.#job.origin, content_hash: "" });
    this.#batch.add(this.#waiting);
    this.#waiting = [];
    return this.#batch;
  }
}
