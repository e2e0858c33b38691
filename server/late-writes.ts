import type { Logger } from "pino";
import { StoreBusyError } from "./store/store.ts";

/** How long after a change it is written: many make one write. */
const DELAY_MS = 1000;

interface Setting {
  /** What waits in memory; it is emptied once it is written. */
  waiting: { readonly size: number; clear(): void };
  write: () => void;
  log: Logger;
  /** What the log says where it cannot be written: no request fails over it. */
  failure: string;
}

/** Writes what waits in memory, a little later than it came. */
export class LateWrites {
  readonly #setting: Setting;
  #timer: NodeJS.Timeout | undefined;

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  later(): void {
    this.#timer ??= setTimeout(() => this.flush(), DELAY_MS).unref();
  }

  /** Writes what waits. Where a batch is being written it is tried again. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { waiting, write, log, failure } = this.#setting;
    if (waiting.size === 0) return;
    try {
      write();
      waiting.clear();
    } catch (error) {
      if (error instanceof StoreBusyError) this.later();
      else log.error({ err: error }, failure);
    }
  }

  /** Writes what waits, and writes no more afterwards. */
  close(): void {
    this.flush();
    clearTimeout(this.#timer);
  }
}
