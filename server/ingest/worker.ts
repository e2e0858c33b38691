import { parentPort, workerData } from "node:worker_threads";
import { openSqliteStore } from "../store/sqlite/sqlite.ts";
import { ingest } from "./ingest.ts";
import { CHUNKS_TOLD, type FromWorker, failureFor, type ToWorker, type WorkerJob, type WorkerSetting } from "./messages.ts";

/** The entry of the thread that ingests, so that decoding, checking and writing never hold up a reader. */

if (parentPort === null) throw new Error("This file runs in a worker thread only.");
const port = parentPort;
const { database } = workerData as WorkerSetting;

/** Messages that came and were not looked at yet, and who waits for the next. */
const inbox: ToWorker[] = [];
let wake: (() => void) | undefined;

port.on("message", (message: ToWorker) => {
  inbox.push(message);
  wake?.();
});

async function next(): Promise<ToWorker> {
  for (;;) {
    const message = inbox.shift();
    if (message) return message;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}

/** The bytes of one job. Reads to its end even where nobody wants them, so that the next message is the next job. */
class Incoming {
  #ended = false;
  /** Chunks that were taken, of which nothing was said. */
  #untold = 0;

  async *bytes(): AsyncGenerator<Uint8Array> {
    while (!this.#ended) {
      const bytes = await this.#next();
      if (bytes) yield bytes;
    }
  }

  async skip(): Promise<void> {
    while (!this.#ended) {
      const message = await next();
      this.#ended = message.type === "end" || message.type === "break";
    }
  }

  async #next(): Promise<Uint8Array | undefined> {
    const message = await next();
    if (message.type === "bytes") {
      if (++this.#untold === CHUNKS_TOLD) {
        answer({ type: "taken", chunks: this.#untold });
        this.#untold = 0;
      }
      return message.bytes;
    }
    this.#ended = true;
    if (message.type === "break") throw new Error("The bytes broke off.");
    return undefined;
  }
}

function answer(message: FromWorker): void {
  port.postMessage(message);
}

async function run(job: WorkerJob): Promise<void> {
  const incoming = new Incoming();
  try {
    const store = openSqliteStore(database);
    try {
      answer({ type: "receipt", receipt: await ingest({ store, stream: incoming.bytes(), ...job }) });
    } finally {
      store.close();
    }
  } catch (error) {
    answer(failureFor(error));
  }
  await incoming.skip();
}

for (;;) {
  const message = await next();
  if (message.type !== "begin") throw new Error(`A job was to begin, and there came ${message.type}.`);
  await run(message.job);
}
