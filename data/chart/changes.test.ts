import { describe, expect, it } from "vitest";
import { changedDays, countChanges } from "./changes.ts";

const us = { platform: "rednote", country: "US", metric: "signups", topic: "all", source: "default" };
const gb = { ...us, country: "GB" };
const days = { from: 2, to: 4 };
const diffs = [
  { ...us, days: [1, 2, 4, 5], old: [1, 2, null, 5], new: [9, null, 4, 6] },
  { ...gb, days: [2], old: [7], new: [8] },
];

describe("what changed of a view", () => {
  it("is counted on its days alone; what is new is no change of what is shown", () => {
    const series = [
      { ...us, days: [1, 2, 3, 5], values: [1, 2, 3, 5] },
      { ...gb, days: [2, 3], values: [7, 7] },
    ];
    expect(countChanges(series, diffs, days)).toEqual({ shown: 4, changed: 2, added: 1 });
    expect(countChanges(series, diffs, { from: 3, to: 3 })).toEqual({ shown: 2, changed: 0, added: 0 });
  });

  it("is listed by day", () => {
    expect(changedDays(diffs, days)).toEqual([
      { series: us, day: 2, old: 2, new: null },
      { series: gb, day: 2, old: 7, new: 8 },
      { series: us, day: 4, old: null, new: 4 },
    ]);
  });
});
