import { Worker } from "node:worker_threads";
import { FILE_CHANGED, hashOfFile, markOfFile } from "./file-hash.ts";
import { buffersOf, errorOf, type FromReader, type ToReader } from "./messages.ts";
import type { Outcome, ReadingJob, RowSink } from "./read.ts";

/** Reads files in a thread of its own, one after the other, so that this one has time to write. */
export class ReaderThread {
  readonly #worker: Worker;
  /** Why the thread is gone. */
  #failure: { error: unknown } | undefined;
  /** What is under way hears of it. */
  #onFailure: ((error: unknown) => void) | undefined;

  /** @param url of the built `reader.js` */
  constructor(url: URL) {
    // It makes few objects and short-lived ones.
    this.#worker = new Worker(url, { resourceLimits: { maxYoungGenerationSizeMb: 3 } });
    const fail = (error: unknown) => {
      this.#failure ??= { error };
      this.#onFailure?.(error);
    };
    this.#worker.on("error", fail);
    this.#worker.on("exit", (code) => fail(new Error(`The thread that reads ended with ${code}.`)));
    // A thread that has nothing to do keeps no process alive.
    this.#worker.unref();
  }

  /**
   * Reads a file, which must stay as it is meanwhile.
   *
   * Throws what reading the file throws, and what the sink throws; the thread is of no more use then.
   */
  async read(path: string, job: ReadingJob, sink: RowSink): Promise<Outcome> {
    // Of a packed file what it unpacks to is hashed. This thread has time for any other, and that one has not.
    const isHashedElsewhere = job.packing === undefined;
    const mark = await markOfFile(path);
    const [outcome, hash] = await Promise.all([
      this.#read(path, { ...job, isHashedElsewhere }, sink),
      isHashedElsewhere ? hashOfFile(path) : undefined,
    ]);
    if ((await markOfFile(path)) !== mark)
      return { ...outcome, rejected: outcome.rejected + 1, errors: [FILE_CHANGED, ...outcome.errors], hash: undefined };
    return hash === undefined || outcome.hash === undefined ? outcome : { ...outcome, hash };
  }

  async #read(path: string, job: ReadingJob, sink: RowSink): Promise<Outcome> {
    if (this.#failure) throw this.#failure.error;
    const worker = this.#worker;
    worker.ref();
    try {
      return await new Promise<Outcome>((resolve, reject) => {
        this.#onFailure = reject;
        worker.on("message", (message: FromReader) => {
          try {
            if (message.type === "outcome") resolve(message.outcome);
            else if (message.type === "failure") reject(errorOf(message));
            else this.#pass(message, sink);
          } catch (error) {
            worker.removeAllListeners("message");
            reject(error);
          }
        });
        worker.postMessage({ type: "read", path, job } satisfies ToReader);
      });
    } finally {
      worker.removeAllListeners("message");
      this.#onFailure = undefined;
      worker.unref();
    }
  }

  #pass(message: Exclude<FromReader, { type: "outcome" | "failure" }>, sink: RowSink): void {
    if (message.type === "lose") sink.lose();
    else if (message.type === "progress") void sink.progress(message.bytes, message.rows);
    else {
      const columns = sink.take(message.columns, message.keys);
      this.#worker.postMessage({ type: "back", columns } satisfies ToReader, buffersOf(columns));
    }
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
