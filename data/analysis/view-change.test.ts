import fc from "fast-check";
import { expect, it } from "vitest";
import { runsOf, seriesChanges } from "./view-change.ts";

const KEY = { platform: "rednote", country: "US", metric: "signups", topic: "all", source: "default" };

it("sorts the days of a series into what was inserted, revised and retracted", () => {
  const diff = { ...KEY, days: [2, 3, 4], old: [6, null, 0], new: [7, 8, null] };
  expect(seriesChanges([diff])).toEqual([{ ...KEY, inserted: [3], revised: [2], retracted: [4] }]);
});

it("tells a series once whose days come in parts, and takes a zero for a value", () => {
  const parts = [
    { ...KEY, days: [1], old: [0], new: [1] },
    { ...KEY, days: [9], old: [1], new: [0] },
  ];
  expect(seriesChanges(parts)).toEqual([{ ...KEY, inserted: [], revised: [1, 9], retracted: [] }]);
});

it("puts days into runs that hold them all, and nothing else, as few as can be", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 60 })), (some) => {
      const days = some.sort((a, b) => a - b);
      const runs = runsOf(days);
      expect(runs.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => from + at))).toEqual(days);
      for (const [at, [from]] of runs.entries()) if (at > 0) expect(from).toBeGreaterThan((runs[at - 1]?.[1] ?? 0) + 1);
    }),
  );
});
