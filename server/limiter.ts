import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { RequestProblem } from "./problem.ts";

const MINUTE_S = 60;

/** Lets each key through so many times a minute. */
export class Limiter {
  readonly #limiter: RateLimiterMemory | undefined;
  readonly #perMinute: number;
  readonly #who: string;

  /**
   * @param perMinute 0 is any number
   * @param who what a key stands for, as in `One address`
   */
  constructor(perMinute: number, who: string) {
    this.#perMinute = perMinute;
    this.#who = who;
    this.#limiter = perMinute > 0 ? new RateLimiterMemory({ points: perMinute, duration: MINUTE_S }) : undefined;
  }

  /** Counts one request. Throws RequestProblem (429) where it is one too many. */
  async take(key: string): Promise<void> {
    if (this.#limiter === undefined) return;
    try {
      await this.#limiter.consume(key);
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
