import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type MapScale, mapSteps, RAMP, stepOf } from "./map-steps.ts";

const limits = (values: number[], scale: MapScale) => {
  const steps = mapSteps(values, scale);
  return [...steps.map(({ from }) => from), steps.at(-1)?.to];
};

describe("the steps of a map", () => {
  it("have round limits: ratios where the scale is logarithmic, the finer the less there is to span", () => {
    expect(limits([3_000, 80_000], "log")).toEqual([2_000, 5_000, 10_000, 20_000, 50_000, 100_000]);
    expect(limits([900, 400_000], "log")).toEqual([300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000]);
    expect(limits([20, 40_000_000], "log")).toEqual([10, 100, 1_000, 10_000, 100_000, 1e6, 1e7, 1e8]);
    expect(limits([1, 1e12], "log")).toEqual([1, 100, 1e4, 1e6, 1e8, 1e10, 1e12, 1e14]);
  });

  it("are equal differences where it is linear, and whole days where days are told", () => {
    expect(limits([0.12, 0.61], "linear")).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
    expect(limits([2, 4], "whole")).toEqual([2, 3, 4, 5]);
    expect(limits([20101, 20139], "whole")).toEqual([20100, 20110, 20120, 20130, 20140]);
  });

  it("put zeros into the first step of a logarithmic scale", () => {
    const steps = mapSteps([0, 30, 900], "log");
    expect(steps[0]?.from).toBe(0);
    expect(stepOf(steps, 0)).toBe(0);
    expect(mapSteps([0], "log")).toHaveLength(1);
  });

  it("cut places after the first, and give the best the strongest colour", () => {
    expect(limits([1, 25], "rank")).toEqual([1, 2, 4, 11, 31]);
    expect(mapSteps([1, 25], "rank").map(({ color }) => color)).toEqual([7, 5, 3, 1]);
    expect(limits([1], "rank")).toEqual([1, 2]);
    expect(limits([1, 640], "rank").at(-1)).toBe(1001);
  });

  it("spread over the whole ramp, weak to strong", () => {
    expect(mapSteps([3_000, 80_000], "log").map(({ color }) => color)).toEqual([1, 3, 4, 6, 7]);
    expect(mapSteps([5], "linear").map(({ color }) => color)).toEqual([4]);
  });

  it("are none where there is no value", () => {
    expect(mapSteps([], "log")).toEqual([]);
    expect(mapSteps([Number.NaN], "linear")).toEqual([]);
    expect(stepOf([], 3)).toBe(-1);
  });

  it.each(["log", "linear", "whole", "rank"] as const)("hold every value of a %s scale, each in the step that says so", (scale) => {
    const value =
      scale === "rank" || scale === "whole"
        ? fc.integer({ min: 1, max: 10_000 })
        : fc.oneof(fc.double({ min: 1e-3, max: 1e10, noNaN: true }), fc.constant(0), fc.integer({ min: 0, max: 1e9 }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 30 }), (values) => {
        const steps = mapSteps(values, scale);
        expect(steps.length).toBeGreaterThan(0);
        expect(steps.length).toBeLessThanOrEqual(RAMP);
        expect(new Set(steps.map(({ color }) => color)).size).toBe(steps.length);
        steps.slice(1).forEach((step, index) => {
          expect(step.from).toBe(steps[index]?.to);
        });
        for (const one of values) {
          const step = steps[stepOf(steps, one)];
          expect(one).toBeGreaterThanOrEqual((step?.from ?? Number.NaN) * (1 - 1e-6));
          expect(one).toBeLessThan((step?.to ?? Number.NaN) * (1 + 1e-6));
        }
      }),
    );
  });
});
