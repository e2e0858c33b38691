import { createReadStream } from "node:fs";
import { parentPort } from "node:worker_threads";
import { columnsFor } from "../store/order.ts";
import type { SnapshotColumns } from "../store/store.ts";
import { buffersOf, type FromReader, failureFor, type ToReader } from "./messages.ts";
import { type RowSink, readRows } from "./read.ts";

/** The entry of the thread that reads files for a command, while the command writes what was read before. */

if (parentPort === null) throw new Error("This file runs in a worker thread only.");
const port = parentPort;

/** Bytes read at once. */
const CHUNK = 256 * 1024;

/** Runs of values that may wait for the writer, 2 MB each: it writes a million values at once, and this thread reads on meanwhile. */
const MOST_WAITING = 8;

/** Columns that came back: they are filled again. */
const free: SnapshotColumns[] = [];
let waiting = 0;
let wake: (() => void) | undefined;

function answer(message: FromReader, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}

const sink: RowSink = {
  take: (columns, keys) => {
    const { length } = columns.series;
    waiting++;
    answer({ type: "values", columns, keys }, buffersOf(columns));
    return free.pop() ?? columnsFor(length);
  },
  lose: () => answer({ type: "lose" }),
  progress: (bytes, rows) => {
    answer({ type: "progress", bytes, rows });
    return waiting < MOST_WAITING ? undefined : new Promise((resolve) => (wake = resolve));
  },
};

port.on("message", (message: ToReader) => {
  if (message.type === "back") {
    waiting--;
    free.push(message.columns);
    wake?.();
    return;
  }
  readRows(createReadStream(message.path, { highWaterMark: CHUNK }), message.job, sink).then(
    (outcome) => answer({ type: "outcome", outcome }),
    (error) => answer(failureFor(error)),
  );
});
