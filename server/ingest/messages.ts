import type { Receipt } from "../../data/model/snapshot.ts";
import { type Origin, StoreBusyError, StoreFullError } from "../store/store.ts";
import type { KeyedRequest } from "./keyed.ts";
import { UnpackedTooLargeError } from "./packing.ts";
import type { Reading } from "./read.ts";

/** What the worker is started with. */
export interface WorkerSetting {
  /** Absolute path of the database. */
  database: string;
}

/** What a worker is to take in; the bytes follow. */
export interface WorkerJob extends Reading {
  origin: Omit<Origin, "content_hash">;
  keyed?: KeyedRequest | undefined;
}

export type ToWorker =
  | { type: "begin"; job: WorkerJob }
  | { type: "bytes"; bytes: Uint8Array }
  | { type: "end" }
  /** The bytes broke off, or nobody wants the receipt any more: roll back. */
  | { type: "break" };

/** Errors that mean something to the server, by what they are called between the threads. */
const FAILURES = { busy: StoreBusyError, full: StoreFullError, tooLarge: UnpackedTooLargeError } as const;

type FailureKind = keyof typeof FAILURES;

/** An error on its way to another thread, which would know it for any error. */
export interface Failure {
  type: "failure";
  kind: FailureKind | undefined;
  message: string;
  stack: string | undefined;
}

export function failureFor(error: unknown): Failure {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const kind = (Object.keys(FAILURES) as FailureKind[]).find((kind) => error instanceof FAILURES[kind]);
  return { type: "failure", kind, message, stack };
}

/** The error that came as a failure. */
export function errorOf({ kind, message, stack }: Failure): Error {
  const error = new (kind ? FAILURES[kind] : Error)(message);
  // Where it happened in the thread, for the log.
  if (stack !== undefined) error.stack = stack;
  return error;
}

export type FromWorker =
  /** So many chunks were taken: as many more may be sent. */
  { type: "taken"; chunks: number } | { type: "receipt"; receipt: Receipt } | Failure;

/** Chunks that may be on their way to the worker, so that it never waits for the next one. */
export const CHUNKS_AHEAD = 16;

/** Chunks that the worker tells of at once: a message costs it as much as to read a few hundred rows. */
export const CHUNKS_TOLD = 4;
