import { describe, expect, it } from "vitest";
import { dateTo, nearest } from "./dates.ts";

describe("dateTo", () => {
  it("goes a date or a week on, to the first and to the last, and never beyond them", () => {
    expect(["ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End"].map((key) => dateTo(key, 8, 12))).toEqual([7, 9, 1, 11, 0, 11]);
    expect(["ArrowLeft", "PageUp"].map((key) => dateTo(key, 0, 12))).toEqual([0, 0]);
  });

  it("begins at the end that a key comes from, where none is read", () => {
    expect(["ArrowLeft", "ArrowRight", "PageUp", "PageDown"].map((key) => dateTo(key, null, 12))).toEqual([11, 0, 0, 7]);
  });

  it("leads nowhere for another key", () => {
    expect(dateTo("b", 8, 12)).toBeUndefined();
  });
});

describe("nearest", () => {
  it("is the index of the nearest place, the first of two", () => {
    expect(nearest([1, 4, 8], 5)).toBe(1);
    expect(nearest([1, 4, 8], 6)).toBe(1);
    expect(nearest([1, 4, 8], 99)).toBe(2);
  });

  it("is null of nothing", () => {
    expect(nearest([], 5)).toBeNull();
  });
});
