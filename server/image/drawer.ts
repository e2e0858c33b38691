import { Worker } from "node:worker_threads";
import { environmentWith } from "../config.ts";
import type { DrawerSetting, FromDrawer, ToDrawer } from "./messages.ts";

/** A drawing took too long, or its thread died under it. */
export class DrawingLost extends Error {}

/** Old objects of a thread, in megabytes: what the chart's code and one large picture take, and no more. */
const MOST_MB = 160;

/** Young ones: to give them more room made no picture faster, but the server larger. */
const YOUNG_MB = 6;

/** One thread that draws one picture after the other. */
export class Drawer {
  readonly #worker: Worker;
  #gone: Error | undefined;
  #onGone: ((error: Error) => void) | undefined;

  /**
   * @param url of the built `worker.js`
   * @param onAnew told which modules had to be compiled, if any
   */
  constructor(url: URL, setting: DrawerSetting, onAnew: (modules: string[]) => void) {
    this.#worker = new Worker(url, {
      workerData: setting,
      // React without its checks for developers: four times as fast.
      env: environmentWith({ NODE_ENV: "production" }),
      resourceLimits: { maxOldGenerationSizeMb: MOST_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.#worker.on("message", (message: FromDrawer) => {
      if (message.type === "ready" && message.anew.length > 0) onAnew(message.anew);
    });
    const gone = (error: Error) => {
      this.#gone ??= error;
      this.#onGone?.(error);
    };
    this.#worker.on("error", gone);
    this.#worker.on("exit", (code) => gone(new DrawingLost(`The thread that draws ended with ${code}.`)));
    this.#worker.unref();
  }

  get isGone(): boolean {
    return this.#gone !== undefined;
  }

  /** @throws DrawingLost after so many milliseconds; the thread is gone then */
  draw(job: ToDrawer, milliseconds: number): Promise<FromDrawer> {
    const worker = this.#worker;
    return new Promise<FromDrawer>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#gone ??= new DrawingLost(`A drawing took more than ${milliseconds} ms.`);
        void worker.terminate();
        end();
        reject(this.#gone);
      }, milliseconds);
      const end = () => {
        clearTimeout(timer);
        worker.off("message", take);
        this.#onGone = undefined;
        worker.unref();
      };
      const take = (message: FromDrawer) => {
        if (message.type === "ready") return;
        end();
        resolve(message);
      };
      this.#onGone = (error) => {
        end();
        reject(error instanceof DrawingLost ? error : new DrawingLost(error.message, { cause: error }));
      };
      if (this.#gone) return this.#onGone(this.#gone);
      worker.ref();
      worker.on("message", take);
      worker.postMessage(job);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
