import { isInOrder, putInOrder } from "../order.ts";
import { withRoom } from "../room.ts";
import type { SnapshotColumns } from "../store.ts";

/** More stretches than ever wait: an id and the place of a stretch make one whole number. */
const PLACES = 2 ** 24;

/** Values of a large batch. */
const MANY = 65_536;

/** Takes the values of one series from `start` to before `end`, in the order of days. */
export type Visit = (series: number, days: Uint16Array, values: Float64Array, start: number, end: number) => void;

/**
 * Values that wait to be written, by series. Runs that came one after the other are visited as one: what is written
 * at once touches each page of the database once. Ten bytes a value.
 */
export class Stretches {
  #days = new Uint16Array(0);
  #values = new Float64Array(0);
  #count = 0;
  /** The series of each stretch, and where it begins. These arrays are used again: new ones would pile up until all is collected. */
  #series = new Uint32Array(0);
  #starts = new Uint32Array(0);
  #order = new Float64Array(0);
  /** The series of values that were put in order. */
  #sorted = new Uint32Array(0);
  #stretches = 0;
  readonly #most: number;

  /** @param most values that wait at once, about; 0 where nobody knows */
  constructor(most = 0) {
    this.#most = most;
  }

  get count(): number {
    return this.#count;
  }

  /** Adds a copy, in the order of series, then days. @param see is shown each stretch of it */
  add(columns: SnapshotColumns, see: Visit): void {
    const { count } = columns;
    this.#makeRoom(this.#count + count);
    const series = this.#copy(columns);
    for (let start = 0, end = 0; start < count; start = end) {
      const number = series[start] as number;
      while (end < count && series[end] === number) end++;
      see(number, this.#days, this.#values, this.#count + start, this.#count + end);
      this.#series = withRoom(this.#series, this.#stretches + 1);
      this.#starts = withRoom(this.#starts, this.#stretches + 1);
      this.#series[this.#stretches] = number;
      this.#starts[this.#stretches++] = this.#count + start;
    }
    this.#count += count;
  }

  /** Where there are many, room for all at once: it takes no memory until it is used, and longer and longer copies pile up. */
  #makeRoom(needed: number): void {
    if (needed <= this.#days.length) return;
    const room = needed > MANY ? Math.max(needed, this.#most) : needed;
    this.#days = withRoom(this.#days, room);
    this.#values = withRoom(this.#values, room);
  }

  /** Copies days and values behind those that are there. Answers their series. */
  #copy(columns: SnapshotColumns): Uint32Array {
    const days = this.#days.subarray(this.#count);
    const values = this.#values.subarray(this.#count);
    if (!isInOrder(columns)) {
      this.#sorted = withRoom(this.#sorted, columns.count);
      putInOrder(columns, { count: 0, series: this.#sorted, days, values });
      return this.#sorted;
    }
    days.set(columns.days.subarray(0, columns.count));
    values.set(columns.values.subarray(0, columns.count));
    return columns.series;
  }

  /** Visits series by series, in the order of `ids`, which has an id for each. */
  visit(ids: readonly number[], visit: Visit): void {
    this.#order = withRoom(this.#order, this.#stretches);
    const order = this.#order.subarray(0, this.#stretches);
    for (let place = 0; place < order.length; place++) order[place] = (ids[this.#series[place] as number] as number) * PLACES + place;
    for (const key of order.sort()) {
      const place = key % PLACES;
      const end = place + 1 === this.#stretches ? this.#count : (this.#starts[place + 1] as number);
      visit(this.#series[place] as number, this.#days, this.#values, this.#starts[place] as number, end);
    }
  }

  clear(): void {
    this.#count = 0;
    this.#stretches = 0;
  }
}
