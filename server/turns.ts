import { RequestProblem } from "./problem.ts";

/** When to come back where too many wait. */
const COME_BACK_S = 10;

/** One piece of work after the other, in the order in which they came; only so many may wait. */
export class Turns {
  readonly #most: number;
  /** The one under way and those that wait. */
  #inside = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** @param most pieces that may wait besides the one under way */
  constructor(most: number) {
    this.#most = most;
  }

  /** Throws RequestProblem (429) at once where too many wait already. */
  take<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#inside > this.#most) return Promise.reject(full(this.#most));
    this.#inside++;
    const result = this.#last.then(work);
    const done = () => {
      this.#inside--;
    };
    this.#last = result.then(done, done);
    return result;
  }
}

function full(waiting: number): RequestProblem {
  const others = waiting === 0 ? "Another ingest is under way" : `An ingest is under way and ${waiting} wait`;
  return new RequestProblem("too-many-requests", `${others}. Nothing was written. Come back in ${COME_BACK_S} s.`, {
    headers: { "Retry-After": String(COME_BACK_S) },
  });
}
