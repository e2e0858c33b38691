import { RequestProblem } from "./problem.ts";

/** When to come back where too many wait. */
const COME_BACK_S = 10;

/** One piece of work after the other, in the order in which they came; only so many may wait. */
export class Turns {
  readonly #most: number;
  /** The one under way and those that wait. */
  #inside = 0;
  #last: Promise<unknown> = Promise.resolve();
  #closed = false;

  /** @param most pieces that may wait besides the one under way */
  constructor(most: number) {
    this.#most = most;
  }

  /** Whether work is under way. */
  get isBusy(): boolean {
    return this.#inside > 0;
  }

  /** Throws RequestProblem (429) at once where too many wait already. */
  take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#inside > this.#most) return Promise.reject(full(this.#most));
    this.#inside++;
    const result = this.#last.then(() => (this.#closed ? Promise.reject(stopping()) : work()));
    const done = () => {
      this.#inside--;
    };
    this.#last = result.then(done, done);
    return result;
  }

  /** Lets nobody begin any more. What is under way goes on. */
  close(): void {
    this.#closed = true;
  }
}

function stopping(): RequestProblem {
  return new RequestProblem("busy", "The server is stopping. Nothing was written; try again in a while.", {
    headers: { "Retry-After": String(COME_BACK_S) },
  });
}

function full(waiting: number): RequestProblem {
  const others = waiting === 0 ? "Another ingest is under way" : `An ingest is under way and ${waiting} wait`;
  return new RequestProblem("too-many-requests", `${others}. Nothing was written. Come back in ${COME_BACK_S} s.`, {
    headers: { "Retry-After": String(COME_BACK_S) },
  });
}
