import type { Logger } from "pino";
import { type Day, dayOfInstant } from "../data/model/day.ts";
import { type Store, StoreBusyError } from "./store/store.ts";

/** How long after a visit it is written: many make one write. */
const DELAY_MS = 1000;

/** Counts who follows shares, by UTC day: in memory at once, in the store a little later. Keeps nothing of anybody. */
export class ShareVisits {
  readonly #store: Pick<Store, "countVisits">;
  readonly #log: Logger;
  readonly #waiting = new Map<string, Map<Day, number>>();
  #timer: NodeJS.Timeout | undefined;

  constructor({ store, log }: { store: Pick<Store, "countVisits">; log: Logger }) {
    this.#store = store;
    this.#log = log;
  }

  /** @param slug of a share that is there @param now milliseconds since 1970 */
  count(slug: string, now: number): void {
    const days = this.#waiting.get(slug) ?? new Map<Day, number>();
    const day = dayOfInstant(now);
    this.#waiting.set(slug, days.set(day, (days.get(day) ?? 0) + 1));
    this.#later();
  }

  /** Writes what waits. Where a batch is being written it is tried again. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.size === 0) return;
    try {
      this.#store.countVisits(this.#waiting);
      this.#waiting.clear();
    } catch (error) {
      if (error instanceof StoreBusyError) this.#later();
      // Who follows a share is not turned away because that could not be counted.
      else this.#log.error({ err: error }, "visits of shares could not be counted");
    }
  }

  /** Writes what waits, and writes no more afterwards. */
  close(): void {
    this.flush();
    clearTimeout(this.#timer);
  }

  #later(): void {
    this.#timer ??= setTimeout(() => this.flush(), DELAY_MS).unref();
  }
}
