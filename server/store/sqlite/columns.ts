import { columnsFor, longer } from "../order.ts";
import type { SnapshotColumns } from "../store.ts";

/**
 * Values on their way into the store, as columns: 14 bytes each, where an object takes a hundred.
 * Grows with what comes.
 */
export class Columns {
  #columns = columnsFor(1024);

  get count(): number {
    return this.#columns.count;
  }

  push(series: number, day: number, value: number): void {
    const at = this.#columns.count;
    if (at === this.#columns.days.length) this.#columns = longer(this.#columns);
    const columns = this.#columns;
    columns.series[at] = series;
    columns.days[at] = day;
    columns.values[at] = value;
    columns.count = at + 1;
  }

  clear(): void {
    this.#columns.count = 0;
  }

  /** All of them, in the order in which they came; not to be changed. */
  all(): SnapshotColumns {
    return this.#columns;
  }
}
