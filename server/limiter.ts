import { LRUCache } from "lru-cache";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { RequestProblem } from "./problem.ts";

const MINUTE_S = 60;

/** Lots that a minute is given out in, where there is that much to give. */
const LOTS = 100;

/** Requests that a key may still make without asking, and until when. */
interface Lot {
  left: number;
  /** As performance.now() counts. */
  until: number;
}

/**
 * Lets each key through so many times a minute. What it may do is given out in lots, and a request of a lot is counted
 * without a promise: where an answer is at hand, asking the library for each would be a tenth of the work.
 */
export class Limiter {
  readonly #limiter: RateLimiterMemory | undefined;
  readonly #lots = new LRUCache<string, Lot>({ max: 10_000 });
  /** Requests in a lot, but for the last one of a minute. */
  readonly #lot: number;
  readonly #perMinute: number;
  readonly #who: string;

  /**
   * @param perMinute 0 is any number
   * @param who what a key stands for, as in `One address`
   */
  constructor(perMinute: number, who: string) {
    this.#perMinute = perMinute;
    this.#who = who;
    this.#lot = Math.max(1, Math.floor(perMinute / LOTS));
    const points = Math.ceil(perMinute / this.#lot);
    this.#limiter = perMinute > 0 ? new RateLimiterMemory({ points, duration: MINUTE_S }) : undefined;
  }

  /** Counts one request of a lot. Answers false, and counts nothing, where the key has none: then {@link take} decides. */
  takeOfLot(key: string): boolean {
    if (this.#limiter === undefined) return true;
    const lot = this.#lots.get(key);
    if (lot === undefined || lot.left === 0 || performance.now() >= lot.until) return false;
    lot.left--;
    return true;
  }

  /** Counts one request. Throws RequestProblem (429) where it is one too many. */
  async take(key: string): Promise<void> {
    if (this.#limiter === undefined || this.takeOfLot(key)) return;
    try {
      const { remainingPoints, consumedPoints, msBeforeNext } = await this.#limiter.consume(key);
      const given = remainingPoints > 0 ? this.#lot : this.#perMinute - (consumedPoints - 1) * this.#lot;
      if (given > 1) this.#lots.set(key, { left: given - 1, until: performance.now() + msBeforeNext });
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw new RequestProblem(
        "too-many-requests",
        `${this.#who} may make ${this.#perMinute} requests in a minute. Come back in ${seconds} s.`,
        { headers: { "Retry-After": String(seconds) } },
      );
    }
  }
}
