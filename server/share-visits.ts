import type { Logger } from "pino";
import { type Day, dayOfInstant } from "../data/model/day.ts";
import { LateWrites } from "./late-writes.ts";
import type { Store } from "./store/store.ts";

/** Counts who follows shares, by UTC day: in memory at once, in the store a little later. Keeps nothing of anybody. */
export class ShareVisits {
  readonly #waiting = new Map<string, Map<Day, number>>();
  readonly #writes: LateWrites;

  constructor({ store, log }: { store: Pick<Store, "countVisits">; log: Logger }) {
    this.#writes = new LateWrites({
      waiting: this.#waiting,
      write: () => store.countVisits(this.#waiting),
      log,
      // Who follows a share is not turned away because that could not be counted.
      failure: "visits of shares could not be counted",
    });
  }

  /** @param slug of a share that is there @param now milliseconds since 1970 */
  count(slug: string, now: number): void {
    const days = this.#waiting.get(slug) ?? new Map<Day, number>();
    const day = dayOfInstant(now);
    this.#waiting.set(slug, days.set(day, (days.get(day) ?? 0) + 1));
    this.#writes.later();
  }

  /** Writes what waits. Where a batch is being written it is tried again. */
  flush(): void {
    this.#writes.flush();
  }

  /** Writes what waits, and writes no more afterwards. */
  close(): void {
    this.#writes.close();
  }
}
