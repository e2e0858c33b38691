import { describe, expect, it } from "vitest";
import { sparkline } from "./sparkline.ts";

const SIZE = [106, 28] as const;
const heights = (path: string) => [...path.matchAll(/[ML][\d.]+ ([\d.]+)/g)].map(([, y]) => Number(y));

describe("a line in a cell", () => {
  it("fills its scale, with its top marked", () => {
    const { path, top } = sparkline({ values: [10, 1000, 10], top: 1 }, true, false, SIZE);
    expect(heights(path)).toEqual([24, 4, 24]);
    expect(top).toEqual([53, 4]);
  });

  it("does not blow up noise to a surge", () => {
    const [low = 0, high = 0] = heights(sparkline({ values: [100, 101], top: 1 }, true, false, SIZE).path);
    expect(low - high).toBeLessThan(1);
  });

  it("breaks off where a day is missing, and shows a day alone", () => {
    expect(sparkline({ values: [1, null, 3, 4], top: 3 }, false, false, SIZE).path.match(/M/g)).toHaveLength(2);
    expect(sparkline({ values: [5], top: 0 }, false, false, SIZE).path).toContain("h.01");
  });

  it("has the best rank on top", () => {
    const [first = 0, second = 0] = heights(sparkline({ values: [50, 1], top: 1 }, false, true, SIZE).path);
    expect(second).toBeLessThan(first);
  });

  it("takes zeros, which have no logarithm", () => {
    expect(heights(sparkline({ values: [0, 10], top: 1 }, true, false, SIZE).path)).toEqual([24, 4]);
  });
});
