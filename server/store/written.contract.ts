import { expect, it } from "vitest";
import { dayOf, numberOf } from "../../data/model/day.ts";
import type { DailySeries } from "../../data/model/series.ts";
import { committed, REFERENCE, snapshot } from "./store.fixture.ts";
import type { OpenBatch, SeriesFilter, Store } from "./store.ts";

/** What every engine knows of the time between two vintages: what was written, and from when to when the days went. */
export function describeWritten(current: () => Store): void {
  const write = (fill: (batch: OpenBatch) => void) => committed(current(), fill);
  /** Batch 2 has three days, two of one series; 3 restates one and withdraws one; 4 takes the restatement back and adds downloads. */
  const begin = () => {
    write((batch) => batch.put(REFERENCE));
    write((batch) => batch.add([snapshot("2025-01-13", 5), snapshot("2025-01-14", 6), snapshot("2025-01-20", 7, { country: "GB" })]));
    write((batch) => {
      batch.add([snapshot("2025-01-13", 50)]);
      batch.retract([snapshot("2025-01-20", 0, { country: "GB" })]);
    });
    write((batch) => batch.add([snapshot("2025-01-13", 5), snapshot("2025-02-01", 8, { metric: "downloads", source: "panel" })]));
  };
  const points = ({ days, values }: DailySeries) => days.map((day, at) => `${dayOf(day).slice(5)} ${values[at]}`);
  const written = (filter: SeriesFilter, earlier: number, later: number) =>
    [...current().writtenDays(filter, earlier, later)].map(
      ({ before, after }) => `${before.metric} ${after.country}: ${points(before)} > ${points(after)}`,
    );

  it("tells what batches between two vintages wrote, as it is at both, one day each", () => {
    begin();
    expect(written({}, 2, 3)).toEqual(["signups US: 01-13 5 > 01-13 50", "signups GB: 01-20 7 > "]);
    expect(written({}, 3, 4)).toEqual(["signups US: 01-13 50 > 01-13 5", "downloads US:  > 02-01 8"]);
    expect(written({}, 2, 4)).toEqual(["signups US: 01-13 5 > 01-13 5", "signups GB: 01-20 7 > ", "downloads US:  > 02-01 8"]);
    expect(written({}, 1, 3)).toEqual(["signups US:  > 01-13 50,01-14 6"]);
    expect(written({}, 4, 4)).toEqual([]);
  });

  it("leaves out what no filter names, and orders series by its lists", () => {
    begin();
    expect(written({ countries: ["GB", "US"] }, 2, 3)).toEqual(["signups GB: 01-20 7 > ", "signups US: 01-13 5 > 01-13 50"]);
    expect(written({ metric: "downloads" }, 1, 4)).toEqual(["downloads US:  > 02-01 8"]);
    expect(written({ sources: ["default"], topics: ["all"], platforms: ["rednote"] }, 3, 4)).toEqual(["signups US: 01-13 50 > 01-13 5"]);
    expect(written({ to: numberOf("2025-01-13") }, 1, 2)).toEqual(["signups US:  > 01-13 5"]);
    expect(written({ from: numberOf("2025-01-14") }, 1, 2)).toEqual(["signups US:  > 01-14 6", "signups GB:  > 01-20 7"]);
    expect(written({ countries: [] }, 1, 4)).toEqual([]);
  });

  it("knows the first and the last day of some series together, as of the vintage", () => {
    begin();
    const extent = (filter: SeriesFilter, vintage?: number) => {
      const found = current().extent(filter, vintage);
      return found && [dayOf(found.from), dayOf(found.to)];
    };
    expect([1, 2, 3, 4, undefined].map((vintage) => extent({}, vintage))).toEqual([
      null,
      ["2025-01-13", "2025-01-20"],
      ["2025-01-13", "2025-01-14"],
      ["2025-01-13", "2025-02-01"],
      ["2025-01-13", "2025-02-01"],
    ]);
    expect(extent({ countries: ["GB"] }, 2)).toEqual(["2025-01-20", "2025-01-20"]);
    expect(extent({ countries: ["GB"] })).toBeNull();
    expect(extent({ metric: "downloads" })).toEqual(["2025-02-01", "2025-02-01"]);
  });
}
