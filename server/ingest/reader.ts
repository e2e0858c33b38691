import { createReadStream } from "node:fs";
import { parentPort } from "node:worker_threads";
import type { SnapshotColumns } from "../store/store.ts";
import { buffersOf, type FromReader, failureFor, type ToReader } from "./messages.ts";
import { columnsFor, type RowSink, readRows } from "./read.ts";

/** The entry of the thread that reads files for a command, while the command writes what was read before. */

if (parentPort === null) throw new Error("This file runs in a worker thread only.");
const port = parentPort;

/** Bytes read at once. */
const CHUNK = 256 * 1024;

/** Chunks of values that may wait for the writer: 7 MB, half a million values. */
const MOST_WAITING = 32;

/** Chunks that came back: they are filled again. */
const free: SnapshotColumns[] = [];
let waiting = 0;
let wake: (() => void) | undefined;

function answer(message: FromReader, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}

const sink: RowSink = {
  take: (columns, keys) => {
    const { count, series, days, values } = columns;
    const copy = free.pop() ?? columnsFor(series.length);
    copy.count = count;
    copy.series.set(series.subarray(0, count));
    copy.days.set(days.subarray(0, count));
    copy.values.set(values.subarray(0, count));
    waiting++;
    answer({ type: "values", columns: copy, keys }, buffersOf(copy));
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
