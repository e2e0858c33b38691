import type { Logger } from "pino";
import { LateWrites } from "./late-writes.ts";
import type { Store } from "./store/store.ts";

const MINUTE_MS = 60_000;

/** Notes when tokens are used: in memory at once, in the store a little later, for each token once a minute at most. */
export class TokenUses {
  /** When each token was last noted, in milliseconds. */
  readonly #noted = new Map<string, number>();
  readonly #waiting = new Map<string, string>();
  readonly #writes: LateWrites;

  constructor({ store, log }: { store: Pick<Store, "touchTokens">; log: Logger }) {
    this.#writes = new LateWrites({
      waiting: this.#waiting,
      write: () => store.touchTokens(this.#waiting),
      log,
      // A request that was allowed is not refused because its moment could not be written down.
      failure: "the last use of tokens could not be noted",
    });
  }

  note(name: string, now: number): void {
    if (now - (this.#noted.get(name) ?? Number.NEGATIVE_INFINITY) < MINUTE_MS) return;
    this.#noted.set(name, now);
    this.#waiting.set(name, new Date(now).toISOString());
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
