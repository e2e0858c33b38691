import type { SeriesKey } from "../../data/model/series.ts";
import { columnsFor } from "../store/order.ts";
import type { SnapshotColumns } from "../store/store.ts";

/**
 * Values of the first run, and of the longest: each is twice as long as the one before. More of them take more memory,
 * fewer make more to be put together where they are written; by the first, that side has its code compiled in time.
 */
const [SHORTEST, LONGEST] = [2 ** 9, 2 ** 17];

/** Takes columns whose series are numbered from 0 in the order of the keys that came so far. They are filled again when it returns. */
export type TakeRun = (columns: SnapshotColumns, more: readonly SeriesKey[]) => void;

/** Collects values until there is a run of them, and hands them over as they came: who writes them puts them in order. */
export class Runs {
  readonly #take: TakeRun;
  readonly #keys: () => readonly SeriesKey[];
  readonly #columns = columnsFor(LONGEST);
  #length = SHORTEST;
  #told = 0;

  /** @param keys all series that were named so far */
  constructor(take: TakeRun, keys: () => readonly SeriesKey[]) {
    this.#take = take;
    this.#keys = keys;
  }

  /** Takes a copy. */
  push({ count, series, days, values }: SnapshotColumns): void {
    const to = this.#columns;
    for (let from = 0; from < count; ) {
      const end = Math.min(count, from + this.#length - to.count);
      to.series.set(series.subarray(from, end), to.count);
      to.days.set(days.subarray(from, end), to.count);
      to.values.set(values.subarray(from, end), to.count);
      to.count += end - from;
      from = end;
      if (to.count === this.#length) this.flush();
    }
  }

  /** Hands over what there is, be it nothing: the keys are told in any case. */
  flush(): void {
    const keys = this.#keys();
    const more = keys.slice(this.#told);
    this.#told = keys.length;
    this.#take(this.#columns, more);
    this.#columns.count = 0;
    this.#length = Math.min(LONGEST, 2 * this.#length);
  }
}
