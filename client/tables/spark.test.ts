import { expect, it } from "vitest";
import { spark } from "./spark.ts";

const at = (value: number) => ({ value, text: "", about: false, full: undefined, when: "" });
const draw = (values: (number | null)[], peak: number, log: boolean, ranked = false) =>
  spark({ values, peak: at(peak) }, [1, 100], log, ranked, [106, 28]);

it("draws equal growth as equal height on a logarithmic scale", () => {
  expect(draw([1, 10, 100], 100, true)).toEqual({ path: "M3.0 24.0h.01L53.0 14.0L103.0 4.0", peak: [103, 4] });
  expect(draw([1, 50.5, 100], 100, false).path).toBe("M3.0 24.0h.01L53.0 14.0L103.0 4.0");
});

it("leaves gaps open and shows a day that stands alone", () => {
  expect(draw([1, null, 100], 100, true).path).toBe("M3.0 24.0h.01M103.0 4.0h.01");
});

it("puts the first rank on top", () => {
  expect(draw([100, 1], 1, true, true).peak).toEqual([103, 4]);
});

it("draws a level line in the middle, and one value on one date", () => {
  expect(spark({ values: [7], peak: at(7) }, [7, 7], true, false, [106, 28])).toEqual({ path: "M53.0 14.0h.01", peak: [53, 14] });
});

it("falls back to a linear scale where there is a zero", () => {
  expect(spark({ values: [0, 10], peak: at(10) }, [0, 10], true, false, [106, 28]).path).toBe("M3.0 24.0h.01L103.0 4.0");
});
