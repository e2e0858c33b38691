import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Columns } from "./columns.ts";

describe("columns", () => {
  it("are visited by series, then day, each with its value", () => {
    const rows = fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(65_535)), { selector: (row) => row.join(), maxLength: 3000, size: "max" });
    // Ids in another order than the numbers: a series may have been in the store before.
    const ids = [70, 3, 50, 9, 8];
    fc.assert(
      fc.property(rows, (rows) => {
        const columns = new Columns();
        for (const [series, day] of rows) columns.push(series, day, series * 1e6 + day);
        const visited: number[][] = [];
        columns.inOrder(ids, (id, day, value) => visited.push([id, day, value]));
        const expected = rows
          .map(([series, day]) => [ids[series] as number, day, series * 1e6 + day] as const)
          .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(visited).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it("can be filled again", () => {
    const columns = new Columns();
    columns.push(0, 1, 10);
    columns.clear();
    columns.push(0, 2, 20);
    const visited: number[][] = [];
    columns.inOrder([7], (id, day, value) => visited.push([id, day, value]));
    expect([columns.count, visited]).toEqual([1, [[7, 2, 20]]]);
  });
});
