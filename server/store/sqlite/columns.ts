import type { SnapshotColumns } from "../store.ts";

/**
 * Values on their way into the store, as columns: 14 bytes each, where an object takes a hundred.
 * Grows with what comes, up to the capacity.
 */
export class Columns {
  #series = new Uint32Array(1024);
  #days = new Uint16Array(1024);
  #values = new Float64Array(1024);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  push(series: number, day: number, value: number): void {
    if (this.#count === this.#days.length) this.#grow();
    this.#series[this.#count] = series;
    this.#days[this.#count] = day;
    this.#values[this.#count] = value;
    this.#count++;
  }

  clear(): void {
    this.#count = 0;
  }

  /** All of them, in the order in which they came; not to be changed. */
  all(): SnapshotColumns {
    return { count: this.#count, series: this.#series, days: this.#days, values: this.#values };
  }

  #grow(): void {
    const size = this.#days.length * 2;
    const series = new Uint32Array(size);
    series.set(this.#series);
    const days = new Uint16Array(size);
    days.set(this.#days);
    const values = new Float64Array(size);
    values.set(this.#values);
    [this.#series, this.#days, this.#values] = [series, days, values];
  }
}
