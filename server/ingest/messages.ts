import type { Receipt } from "../../data/model/snapshot.ts";
import { type Origin, StoreBusyError, StoreFullError } from "../store/store.ts";
import type { Reading } from "./ingest.ts";
import { UnpackedTooLargeError } from "./packing.ts";

/** What the worker is started with. */
export interface WorkerSetting {
  /** Absolute path of the database. */
  database: string;
}

/** What a worker is to take in; the bytes follow. */
export interface WorkerJob extends Reading {
  origin: Omit<Origin, "content_hash">;
}

export type ToWorker =
  | { type: "begin"; job: WorkerJob }
  | { type: "bytes"; bytes: Uint8Array }
  | { type: "end" }
  /** The bytes broke off, or nobody wants the receipt any more: roll back. */
  | { type: "break" };

/** Errors that mean something to the server, by what they are called between the threads. */
export const FAILURES = { busy: StoreBusyError, full: StoreFullError, tooLarge: UnpackedTooLargeError } as const;

type FailureKind = keyof typeof FAILURES;

export function kindOf(error: unknown): FailureKind | undefined {
  return (Object.keys(FAILURES) as FailureKind[]).find((kind) => error instanceof FAILURES[kind]);
}

export type FromWorker =
  /** One chunk was taken: one more may be sent. */
  | { type: "taken" }
  | { type: "receipt"; receipt: Receipt }
  | { type: "failure"; kind: FailureKind | undefined; message: string; stack: string | undefined };

/** Chunks that may be on their way to the worker, so that it never waits for the next one. */
export const CHUNKS_AHEAD = 4;
