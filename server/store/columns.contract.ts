import { expect, it } from "vitest";
import { numberOf } from "../../data/model/day.ts";
import { committed, EVERYTHING, origin, REFERENCE, snapshot } from "./store.fixture.ts";
import { DuplicateSnapshotError, type OpenBatch, type SnapshotColumns, type Store, UnknownNameError } from "./store.ts";

/** Rows as columns, with room behind them that is not to be read. */
export function columnsOf(rows: readonly [series: number, day: number, value: number][]): SnapshotColumns {
  const [series, days, values] = [new Uint32Array(rows.length + 2), new Uint16Array(rows.length + 2), new Float64Array(rows.length + 2)];
  for (const [at, row] of rows.entries()) [series[at], days[at], values[at]] = row;
  return { count: rows.length, series, days, values };
}

/** What every engine does with values in columns: the same as with objects. */
export function describeColumns(current: () => Store): void {
  const write = (fill: (batch: OpenBatch) => void) => committed(current(), fill);
  const valuesAt = (vintage?: number) =>
    current()
      .series(EVERYTHING, vintage)
      .map(({ platform, values }) => [platform, ...values]);
  const day = numberOf("2025-01-13");

  it("takes values in columns beside objects, withdraws where there is no number, and leaves the arrays alone", () => {
    write((batch) => batch.put(REFERENCE));
    const counts = write((batch) => {
      const tiktok = batch.seriesNumber(snapshot("", 0, { platform: "tiktok" }));
      batch.add([snapshot("2025-01-13", 1)]);
      const rednote = batch.seriesNumber(snapshot("", 0));
      const columns = columnsOf([
        [rednote, day + 2, 3],
        [tiktok, day, -0],
        [rednote, day + 1, 2],
      ]);
      batch.addColumns(columns);
      columns.values.fill(99);
      batch.addColumns(columnsOf([]));
      expect(batch.seriesNumber(snapshot("", 0))).toBe(rednote);
    });
    expect(counts).toEqual({ batch: 2, vintage: 2, inserted: 4, revised: 0, unchanged: 0, retracted: 0 });
    expect(valuesAt()).toEqual([
      ["rednote", 1, 2, 3],
      ["tiktok", 0],
    ]);
    const changes = write((batch) => {
      const rednote = batch.seriesNumber(snapshot("", 0));
      batch.addColumns(
        columnsOf([
          [rednote, day, 1],
          [rednote, day + 1, Number.NaN],
          [rednote, day + 2, 4],
          [rednote, day + 3, Number.NaN],
        ]),
      );
    });
    expect(changes).toEqual({ batch: 3, vintage: 3, inserted: 0, revised: 1, unchanged: 2, retracted: 1 });
    expect(valuesAt()[0]).toEqual(["rednote", 1, 4]);
    expect(valuesAt(2)[0]).toEqual(["rednote", 1, 2, 3]);
  });

  it("refuses in columns what it refuses in objects", () => {
    write((batch) => batch.put(REFERENCE));
    const refused: [(batch: OpenBatch) => void, new (message?: string) => Error][] = [
      [(batch) => batch.seriesNumber(snapshot("", 0, { platform: "vine" })), UnknownNameError],
      [(batch) => batch.addColumns(columnsOf([[7, day, 1]])), RangeError],
    ];
    for (const value of [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
      refused.push([(batch) => batch.addColumns(columnsOf([[batch.seriesNumber(snapshot("", 0)), day, value]])), RangeError]);
    for (const value of [1, Number.NaN])
      refused.push([
        (batch) => {
          batch.add([snapshot("2025-01-13", 1)]);
          batch.addColumns(columnsOf([[batch.seriesNumber(snapshot("", 0)), day, value]]));
          batch.commit();
        },
        DuplicateSnapshotError,
      ]);
    refused.push([
      (batch) => {
        const number = batch.seriesNumber(snapshot("", 0));
        batch.addColumns(
          columnsOf([
            [number, day, 1],
            [number, day + 1, 1],
          ]),
        );
        batch.addColumns(columnsOf([[number, day + 1, 1]]));
        batch.preview();
      },
      DuplicateSnapshotError,
    ]);
    for (const [fill, error] of refused) {
      const batch = current().open(origin());
      expect(() => fill(batch)).toThrow(error);
      batch.rollback();
      expect(() => batch.addColumns(columnsOf([]))).toThrow(/ended/);
    }
    expect(current().vintage()).toBe(1);
  });
}
