import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsFor, isInOrder, putInOrder } from "./order.ts";
import type { SnapshotColumns } from "./store.ts";

type Row = readonly [series: number, day: number];

/** The value tells the row, so that one that lost its row is found. */
const valueFor = ([series, day]: Row) => series * 1e6 + day;

function columnsOf(rows: readonly Row[]): SnapshotColumns {
  // Longer than what is in them, as columns that are used again are.
  const columns = columnsFor(rows.length + 3);
  columns.count = rows.length;
  for (const [at, row] of rows.entries()) {
    [columns.series[at], columns.days[at]] = row;
    columns.values[at] = valueFor(row);
  }
  return columns;
}

function rowsOf({ count, series, days, values }: SnapshotColumns): number[][] {
  return Array.from({ length: count }, (_, at) => [series[at] as number, days[at] as number, values[at] as number]);
}

const byKey = (a: Row, b: Row) => a[0] - b[0] || a[1] - b[1];
const rows = fc.array(fc.tuple(fc.nat(4), fc.nat(65_535)), { maxLength: 3000, size: "max" });

describe("values in columns", () => {
  it("are put in the order of series, then days, each with its value", () => {
    fc.assert(
      fc.property(rows, (rows) => {
        const [from, to] = [columnsOf(rows), columnsFor(rows.length)];
        putInOrder(from, to);
        expect(rowsOf(to)).toEqual([...rows].sort(byKey).map((row) => [...row, valueFor(row)]));
        expect(rowsOf(from)).toEqual(rows.map((row) => [...row, valueFor(row)]));
      }),
      { numRuns: 50 },
    );
  });

  it("are in order exactly where putting them in order changes nothing", () => {
    const few = fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { maxLength: 4 });
    fc.assert(
      fc.property(few, (rows) => {
        const to = columnsFor(rows.length);
        putInOrder(columnsOf(rows), to);
        expect(isInOrder(columnsOf(rows))).toBe(JSON.stringify(rowsOf(to)) === JSON.stringify(rowsOf(columnsOf(rows))));
      }),
      { numRuns: 1000 },
    );
  });
});
