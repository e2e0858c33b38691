import { columnsFor, isInOrder, putInOrder, startsOf } from "../order.ts";
import type { SnapshotColumns } from "../store.ts";

/** More stretches than ever wait: an id and the place of a stretch make one whole number. */
const PLACES = 2 ** 24;

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
  /** The series of each stretch, and where it begins. Behind the last it ends. */
  #series: number[] = [];
  #starts: number[] = [0];

  get count(): number {
    return this.#count;
  }

  /** Adds a copy. */
  add(given: SnapshotColumns): void {
    const columns = inOrder(given);
    const { count, series, days, values } = columns;
    this.#makeRoom(count);
    this.#days.set(days.subarray(0, count), this.#count);
    this.#values.set(values.subarray(0, count), this.#count);
    const starts = startsOf(columns);
    for (let stretch = 1; stretch < starts.length; stretch++) {
      this.#series.push(series[starts[stretch - 1] as number] as number);
      this.#starts.push(this.#count + (starts[stretch] as number));
    }
    this.#count += count;
  }

  /** Visits series by series, in the order of `ids`, which has an id for each. */
  visit(ids: readonly number[], visit: Visit): void {
    const order = Float64Array.from(this.#series, (series, place) => (ids[series] as number) * PLACES + place).sort();
    for (const key of order) {
      const place = key % PLACES;
      visit(this.#series[place] as number, this.#days, this.#values, this.#starts[place] as number, this.#starts[place + 1] as number);
    }
  }

  clear(): void {
    this.#count = 0;
    this.#series = [];
    this.#starts = [0];
  }

  #makeRoom(more: number): void {
    const needed = this.#count + more;
    if (needed <= this.#days.length) return;
    const room = Math.max(needed, 2 * this.#days.length);
    const [days, values] = [new Uint16Array(room), new Float64Array(room)];
    days.set(this.#days);
    values.set(this.#values);
    [this.#days, this.#values] = [days, values];
  }
}

function inOrder(given: SnapshotColumns): SnapshotColumns {
  if (isInOrder(given)) return given;
  const columns = columnsFor(given.count);
  putInOrder(given, columns);
  return columns;
}
