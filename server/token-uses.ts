import type { Logger } from "pino";
import { type Store, StoreBusyError } from "./store/store.ts";

const MINUTE_MS = 60_000;

/** How long after a use it is written: uses by several tokens make one write. */
const DELAY_MS = 1000;

/** Notes when tokens are used: in memory at once, in the store a little later, for each token once a minute at most. */
export class TokenUses {
  readonly #store: Pick<Store, "touchTokens">;
  readonly #log: Logger;
  /** When each token was last noted, in milliseconds. */
  readonly #noted = new Map<string, number>();
  readonly #waiting = new Map<string, string>();
  #timer: NodeJS.Timeout | undefined;

  constructor({ store, log }: { store: Pick<Store, "touchTokens">; log: Logger }) {
    this.#store = store;
    this.#log = log;
  }

  note(name: string, now: number): void {
    if (now - (this.#noted.get(name) ?? Number.NEGATIVE_INFINITY) < MINUTE_MS) return;
    this.#noted.set(name, now);
    this.#waiting.set(name, new Date(now).toISOString());
    this.#later();
  }

  /** Writes what waits. Where a batch is being written it is tried again. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.size === 0) return;
    try {
      this.#store.touchTokens(this.#waiting);
      this.#waiting.clear();
    } catch (error) {
      if (error instanceof StoreBusyError) this.#later();
      // A request that was allowed is not refused because its moment could not be written down.
      else this.#log.error({ err: error }, "the last use of tokens could not be noted");
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
