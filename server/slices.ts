import { setImmediate as turn } from "node:timers/promises";

/** Longest that work on many things may keep others from their answers. */
const SLICE_MS = 10;

/** Works on one thing after the other, and lets whoever waits come between. */
export async function inSlices<Item, Result>(items: readonly Item[], work: (item: Item) => Result): Promise<Result[]> {
  const results: Result[] = [];
  let end = performance.now() + SLICE_MS;
  for (const item of items) {
    results.push(work(item));
    if (performance.now() < end) continue;
    await turn();
    end = performance.now() + SLICE_MS;
  }
  return results;
}
