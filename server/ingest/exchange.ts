import type { Worker } from "node:worker_threads";
import type { Receipt } from "../../data/model/snapshot.ts";
import { Buffers } from "./buffers.ts";
import { CHUNKS_AHEAD, errorOf, type FromWorker, type ToWorker, type WorkerJob } from "./messages.ts";

/** The thread is gone: it ran out of memory, or has a fault. What it was writing is rolled back. */
export class WorkerEndedError extends Error {}

/** One job between the server and the thread: bytes go there, at most a few chunks ahead, and a receipt comes back. */
export class Exchange {
  readonly #worker: Worker;
  readonly #bytes: ReadableStreamDefaultReader<Uint8Array>;
  readonly #answer: Promise<Receipt>;
  #credit = CHUNKS_AHEAD;
  #onCredit: (() => void) | undefined;
  /** Whether the thread was told that no more bytes come. */
  #ended = false;
  /** Why the bytes broke off. */
  #broken: { cause: unknown } | undefined;

  constructor(worker: Worker, job: WorkerJob, body: ReadableStream<Uint8Array>) {
    this.#worker = worker;
    this.#bytes = body.getReader();
    this.#answer = this.#listen();
    this.#send({ type: "begin", job });
  }

  /** Answers the receipt, as soon as there is one; a body that is still coming is not read any further. */
  async receipt(): Promise<Receipt> {
    void this.#pump();
    try {
      return await this.#answer;
    } catch (error) {
      throw this.#broken ? this.#broken.cause : error;
    } finally {
      this.break(undefined);
    }
  }

  /** Ends the bytes before their end, so that the thread rolls back. Does nothing once they have ended. */
  break(cause: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#broken = { cause };
    this.#send({ type: "break" });
    this.#onCredit?.();
    // The body is given up: how it ends interests nobody.
    this.#bytes.cancel(cause).catch(() => {});
  }

  async #pump(): Promise<void> {
    const buffers = new Buffers();
    try {
      while (!this.#ended) {
        while (this.#credit === 0 && !this.#ended)
          await new Promise<void>((resolve) => {
            this.#onCredit = resolve;
          });
        const { done, value } = await this.#bytes.read();
        if (this.#ended) return;
        if (done) {
          this.#ended = true;
          this.#send({ type: "end" });
          return;
        }
        this.#credit--;
        // A copy of its own: what is handed over to another thread is gone here, and buffers are often shared.
        const bytes = new Uint8Array(value);
        this.#send({ type: "bytes", bytes }, [bytes.buffer]);
        // The chunk that came, and its copy, which has no length here any more.
        buffers.passed(2 * value.length);
      }
    } catch (error) {
      this.break(error);
    }
  }

  #listen(): Promise<Receipt> {
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const onMessage = (message: FromWorker) => {
        if (message.type === "taken") {
          this.#credit += message.chunks;
          this.#onCredit?.();
          return;
        }
        stop();
        if (message.type === "receipt") resolve(message.receipt);
        else reject(errorOf(message));
      };
      const onError = (error: Error) => {
        stop();
        reject(new WorkerEndedError(`The ingest thread failed: ${error.message}`, { cause: error }));
      };
      const onExit = (code: number) => {
        stop();
        reject(new WorkerEndedError(`The ingest thread ended with ${code}.`));
      };
      const stop = () => {
        worker.off("message", onMessage);
        worker.off("error", onError);
        worker.off("exit", onExit);
      };
      worker.on("message", onMessage);
      worker.on("error", onError);
      worker.on("exit", onExit);
    });
  }

  #send(message: ToWorker, transfer: ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, transfer);
  }
}
