import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { median, tamed } from "./robust.ts";

describe("a median", () => {
  it("is what stands in the middle of the sorted numbers, whatever their order, and leaves them as they are", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: -3, max: 3 })), { minLength: 1 }), (numbers) => {
        const before = [...numbers];
        const sorted = numbers.toSorted((a, b) => a - b);
        const half = sorted.length >> 1;
        const middle = sorted.length % 2 === 1 ? (sorted[half] as number) : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
        expect(median(numbers)).toEqual(middle === 0 ? expect.closeTo(0) : middle);
        expect(numbers).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  it("is none of nothing", () => {
    expect(median([])).toBeNaN();
  });
});

it("wild numbers are drawn in to three deviations, the others stay", () => {
  const [a, b, c, d, wild] = tamed([1, 1.1, 0.9, 1, 90]) as [number, number, number, number, number];
  expect([a, b, c, d]).toEqual([1, 1.1, 0.9, 1]);
  expect(wild).toBeCloseTo(1 + 3 * 1.4826 * 0.1, 6);
});
