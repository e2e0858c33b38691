import type { DayNumber } from "../../data/model/day.ts";
import type { SeriesKey } from "../../data/model/series.ts";
import type { OpenBatch, SnapshotColumns } from "../store/store.ts";

/** Values that go to the store at once. */
const CHUNK = 16_384;

/** Hands values to an open batch, many at a time. The batch is opened with the first of them. */
export class Writer {
  readonly #open: () => OpenBatch;
  readonly #keys: () => readonly SeriesKey[];
  readonly #columns: SnapshotColumns = {
    count: 0,
    series: new Uint32Array(CHUNK),
    days: new Uint16Array(CHUNK),
    values: new Float64Array(CHUNK),
  };
  /** What the batch calls the series, by the numbers that they come with. */
  readonly #numbers: number[] = [];
  #batch: OpenBatch | undefined;

  /** @param keys the series, by the numbers that they come with */
  constructor(open: () => OpenBatch, keys: () => readonly SeriesKey[]) {
    this.#open = open;
    this.#keys = keys;
  }

  /** @param value `NaN` withdraws what the day has */
  add(series: number, day: DayNumber, value: number): void {
    const columns = this.#columns;
    const at = columns.count++;
    columns.series[at] = series;
    columns.days[at] = day;
    columns.values[at] = value;
    if (columns.count === CHUNK) this.#flush();
  }

  /** The batch, with all values in it. */
  batch(): OpenBatch {
    return this.#flush();
  }

  rollback(): void {
    this.#batch?.rollback();
  }

  #flush(): OpenBatch {
    this.#batch ??= this.#open();
    const columns = this.#columns;
    const { count, series } = columns;
    const [numbers, keys] = [this.#numbers, this.#keys()];
    // Only those that have a value: a batch names no other series.
    for (let at = 0; at < count; at++) {
      const number = series[at] as number;
      let known = numbers[number];
      if (known === undefined) {
        known = this.#batch.seriesNumber(keys[number] as SeriesKey);
        numbers[number] = known;
      }
      series[at] = known;
    }
    this.#batch.addColumns(columns);
    columns.count = 0;
    return this.#batch;
  }
}
