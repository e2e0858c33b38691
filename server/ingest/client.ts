import { Worker } from "node:worker_threads";
import type { Receipt } from "../../data/model/snapshot.ts";
import { StoreBusyError } from "../store/store.ts";
import { Exchange } from "./exchange.ts";
import type { KeyedRequest } from "./keyed.ts";
import type { WorkerSetting } from "./messages.ts";
import type { Reading } from "./read.ts";

export interface IngestWorkerSetting {
  /** The built `worker.js`. */
  url: URL;
  /** Absolute path of the database. */
  database: string;
  now: () => Date;
}

/** One body to take in. */
export interface BodyToIngest extends Reading {
  /** Where it fails, nothing is written and the failure is thrown on. */
  body: ReadableStream<Uint8Array>;
  /** Who sends: the name of the token. */
  name: string;
  /** The receipt is kept for this request. */
  keyed?: KeyedRequest | undefined;
}

/** Ingests in a thread of its own, one body after the other. The thread starts with the first. */
export class IngestWorker {
  readonly #setting: IngestWorkerSetting;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;
  /** Rolls back what is under way. */
  #cancel: (() => void) | undefined;

  constructor(setting: IngestWorkerSetting) {
    this.#setting = setting;
  }

  /**
   * Takes a body as one batch, all of it or nothing. Waits for those that came before; the body is not read meanwhile.
   *
   * @throws StoreBusyError where another process held the database for too long, or the server is stopping
   */
  ingest(body: BodyToIngest): Promise<Receipt> {
    const receipt = this.#last.then(() => this.#run(body));
    this.#last = receipt.catch(() => {});
    return receipt;
  }

  /** Rolls back what is under way and ends the thread. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancel?.();
    await this.#last;
    await this.#worker?.terminate();
  }

  async #run({ body, name, ...reading }: BodyToIngest): Promise<Receipt> {
    if (this.#closed) throw stopping();
    const worker = this.#worker ?? this.#start();
    worker.ref();
    const origin = { channel: "http", name, received_at: this.#setting.now().toISOString() } as const;
    const exchange = new Exchange(worker, { ...reading, origin }, body);
    this.#cancel = () => exchange.break(stopping());
    try {
      return await exchange.receipt();
    } finally {
      this.#cancel = undefined;
      // An idle thread keeps no process alive.
      worker.unref();
    }
  }

  #start(): Worker {
    const { url, database } = this.#setting;
    const worker = new Worker(url, {
      workerData: { database } satisfies WorkerSetting,
      // It makes few objects and short-lived ones: room for more of them is memory that is never given back.
      resourceLimits: { maxYoungGenerationSizeMb: 3 },
    });
    const forget = () => {
      if (this.#worker === worker) this.#worker = undefined;
    };
    // The exchange that is under way reports the failure; the next one starts another thread.
    worker.on("error", forget);
    worker.on("exit", forget);
    this.#worker = worker;
    return worker;
  }
}

function stopping(): StoreBusyError {
  return new StoreBusyError("The server is stopping. Nothing was written.");
}
