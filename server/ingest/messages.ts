import type { Receipt } from "../../data/model/snapshot.ts";
import type { Origin } from "../store/store.ts";
import type { Reading } from "./ingest.ts";

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

export type FromWorker =
  /** One chunk was taken: one more may be sent. */
  | { type: "taken" }
  | { type: "receipt"; receipt: Receipt }
  | { type: "failure"; isBusy: boolean; isFull: boolean; message: string; stack: string | undefined };

/** Chunks that may be on their way to the worker, so that it never waits for the next one. */
export const CHUNKS_AHEAD = 4;
