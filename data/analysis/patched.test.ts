import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DailySeries, seriesId } from "../model/series.ts";
import { diffSeries } from "./diff.ts";
import { patched } from "./patched.ts";

const key = { platform: "rednote", metric: "signups", topic: "all", source: "default" };

const POINTS = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 20_100, max: 20_108 }), fc.integer({ min: 0, max: 2 })), {
    selector: ([day]) => day,
    minLength: 1,
  })
  .map((points) => points.sort(([a], [b]) => a - b));

const VINTAGE = fc.dictionary(fc.constantFrom("US", "GB", "DE"), POINTS, { maxKeys: 3 }).map((lists) =>
  Object.entries(lists).map(
    ([country, points]): DailySeries => ({
      ...key,
      country,
      days: points.map(([day]) => day),
      values: points.map(([, value]) => value),
    }),
  ),
);

const byId = (all: readonly DailySeries[]) => new Map(all.map((series) => [seriesId(series), series]));

describe("patched", () => {
  it("makes the later vintage of the earlier one and the diff", () => {
    fc.assert(
      fc.property(VINTAGE, VINTAGE, (before, after) => {
        expect(byId(patched(before, diffSeries(before, after)))).toEqual(byId(after));
      }),
    );
  });

  it("keeps series that did not change as they are", () => {
    const [us, gb]: DailySeries[] = [
      { ...key, country: "US", days: [1, 2], values: [5, 6] },
      { ...key, country: "GB", days: [1], values: [5] },
    ];
    if (!us || !gb) throw new Error("two series");
    const [first, second] = patched([us, gb], [{ ...key, country: "US", days: [1, 2], old: [5, 6], new: [null, 7] }]);
    expect(first).toEqual({ ...us, days: [2], values: [7] });
    expect(second).toBe(gb);
  });
});
