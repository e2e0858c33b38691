import { setTimeout } from "node:timers/promises";
import { RequestProblem } from "./problem.ts";
import { StoreBusyError } from "./store/store.ts";

/** Another process may be writing: how often to try, and how long to wait in between. */
const TRIES = 50;
const PAUSE_MS = 100;

/**
 * Writes something that never waits inside of the database, where the whole server would wait with it: tries again for
 * five seconds while somebody else writes.
 *
 * @param also errors, besides `StoreBusyError`, after which it is worth a try
 * @throws the last of these errors
 */
export async function patiently<Result>(write: () => Result, also: readonly (new () => Error)[] = []): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return write();
    } catch (error) {
      if (tries === TRIES || ![StoreBusyError, ...also].some((kind) => error instanceof kind)) throw error;
      await setTimeout(PAUSE_MS);
    }
  }
}

/** The answer where patience has ended. */
export function busy(): RequestProblem {
  return new RequestProblem("busy", "Another batch was being written for too long. Nothing was written; try again.", {
    headers: { "Retry-After": "5" },
  });
}
