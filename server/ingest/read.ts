import type { Problem } from "../../data/model/problem.ts";
import { DEFAULT_SOURCE } from "../../data/model/slug.ts";
import type { RejectedRow } from "../store/store.ts";
import { Bytes } from "./bytes.ts";
import { decodeCsv } from "./csv.ts";
import { Faults, FileFault } from "./faults.ts";
import type { Format, OnError } from "./format.ts";
import { decodeJson, decodeNdjson } from "./json.ts";
import { type Listed, Names } from "./names.ts";
import type { Packing, UnpackedLimits } from "./packing.ts";
import { LONGEST_ROW } from "./row-length.ts";
import { CsvRows, takeJsonRow } from "./rows.ts";
import { Runs, type TakeRun } from "./runs.ts";
import { nameFault, Validator } from "./validate.ts";

/** How a file is to be read. */
export interface Reading extends UnpackedLimits {
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
  /** Rows that a file may have, with its blank lines; any number unless told. */
  mostRows?: number | undefined;
  /** Bytes that a row may have; 65,536 unless told. */
  longestRow?: number | undefined;
}

/** All that a file is read by. */
export interface ReadingJob extends Reading {
  /** What the file may name. */
  listed: Listed;
  /** ISO 8601: says which days are in the future. */
  received_at: string;
}

/** Where goes what is read. */
export interface RowSink {
  /** Takes values. @see TakeRun */
  take: TakeRun;
  /** There was a fault, and nothing will be written: no more values come. Once. */
  lose(): void;
  /** After each chunk: bytes as they came, packed or not, and values read. */
  progress(bytes: number, rows: number): void;
}

/** What a file came to. */
export interface Outcome {
  rows: number;
  rejected: number;
  errors: Problem[];
  /** Rows that were left out, where they are kept. */
  kept: RejectedRow[];
  /** SHA-256 of its bytes; `undefined` where nothing may be written of it. */
  hash: string | undefined;
}

/** Reads a file to its end: decodes it and checks every row. Throws UnpackedTooLargeError, and what the stream throws. */
export async function readRows(stream: AsyncIterable<Uint8Array>, job: ReadingJob, sink: RowSink): Promise<Outcome> {
  const { onError = "reject", mostRows = Number.POSITIVE_INFINITY } = job;
  const names = new Names(job.listed);
  const faults = new Faults(onError === "skip");
  /** Once there is a fault nothing will be written: the rest is read for its faults alone. */
  const isLost = () => onError === "reject" && faults.rejected > 0;
  let lost = false;
  const runs = new Runs(sink.take, () => validator.keys);
  const validator: Validator = new Validator({
    names,
    faults,
    source: job.source ?? DEFAULT_SOURCE,
    received_at: job.received_at,
    retract: job.retract ?? false,
    accept: (columns) => {
      if (!isLost()) runs.push(columns);
    },
  });
  const bytes = new Bytes(stream, job.packing, job);
  const afterChunk = () => {
    if (isLost() && !lost) {
      lost = true;
      sink.lose();
    }
    if (validator.rows + validator.blanks > mostRows) throw tooManyRows(mostRows, validator.blanks);
    sink.progress(bytes.received, validator.rows);
  };
  const outcome = (hash: string | undefined) => {
    const { rejected, errors, kept } = faults;
    return { rows: validator.rows, rejected, errors, kept, hash };
  };
  try {
    await read(job, bytes, names, validator, afterChunk);
    afterChunk();
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    validator.reject(error.problems[0]?.line ?? 1, () => "", error.problems);
    return outcome(undefined);
  } finally {
    validator.close();
  }
  if (isLost() || (faults.rejected > 0 && faults.rejected === validator.rows)) return outcome(undefined);
  runs.flush();
  return outcome(bytes.hash());
}

async function read(
  { source, format, longestRow = LONGEST_ROW }: Reading,
  bytes: Bytes,
  names: Names,
  validator: Validator,
  afterChunk: () => void,
): Promise<void> {
  if (source !== undefined && !names.has("source", source))
    throw new FileFault([{ field: "source", ...nameFault(names, "source", source), value: source }]);
  const text = watched(bytes.text(), afterChunk);
  if (format === "csv") {
    const rows = new CsvRows(names, validator);
    await decodeCsv(text, { rows, validator, longestRow, onLines: (lines) => bytes.told(lines) });
    if (!rows.layout) throw emptyFile();
    return;
  }
  const takeRow = (row: string, line: number) => takeJsonRow(row, line, validator);
  const setting = { take: takeRow, blank: () => validator.blank(), longestRow };
  await (format === "json" ? decodeJson(text, setting) : decodeNdjson(text, setting));
  if (bytes.received === 0) throw emptyFile();
}

async function* watched<Chunk>(chunks: AsyncIterable<Chunk>, afterEach: () => void): AsyncGenerator<Chunk> {
  for await (const chunk of chunks) {
    yield chunk;
    afterEach();
  }
}

function tooManyRows(most: number, blanks: number): FileFault {
  const what = blanks > 0 ? "rows, blank lines among them" : "rows";
  const detail = `It has more than ${most} ${what}. Send it in parts. The rest was not read.`;
  return new FileFault([{ field: "file", code: "too_many_rows", detail }]);
}

function emptyFile(): FileFault {
  return new FileFault([{ line: 1, field: "file", code: "empty_file", detail: "There is nothing in it." }]);
}
