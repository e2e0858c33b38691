import type { SeriesKey } from "../../data/model/series.ts";
import type { OpenBatch, SnapshotColumns } from "../store/store.ts";

/** Hands values to an open batch, many at a time. The batch is opened with the first of them. */
export class Writer {
  readonly #open: () => OpenBatch;
  readonly #keys: () => readonly SeriesKey[];
  /** What the batch calls the series, by the numbers that they come with. */
  readonly #numbers: number[] = [];
  #batch: OpenBatch | undefined;

  /** @param keys the series, by the numbers that they come with */
  constructor(open: () => OpenBatch, keys: () => readonly SeriesKey[]) {
    this.#open = open;
    this.#keys = keys;
  }

  /** Writes the batch's own numbers over those that the series come with. */
  add(columns: SnapshotColumns): void {
    const batch = this.batch();
    const { count, series } = columns;
    const [numbers, keys] = [this.#numbers, this.#keys()];
    let [number, known] = [-1, -1];
    for (let at = 0; at < count; at++) {
      // Often values of a series stand beside each other.
      if (series[at] !== number) {
        number = series[at] as number;
        // Only those that have a value: a batch names no other series.
        known = numbers[number] ?? batch.seriesNumber(keys[number] as SeriesKey);
        numbers[number] = known;
      }
      series[at] = known;
    }
    batch.addColumns(columns);
  }

  batch(): OpenBatch {
    this.#batch ??= this.#open();
    return this.#batch;
  }

  rollback(): void {
    this.#batch?.rollback();
  }
}
