import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberOf } from "../model/day.ts";
import { decadesOf, linearAxis, logAxis, place, timeTicks } from "./axis.ts";

const texts = (from: string, to: string, most: number) => timeTicks(numberOf(from), numberOf(to), most).map((tick) => tick.text);

describe("a logarithmic axis", () => {
  it("has ticks at 1 and 3 of each power, with room above and below the values", () => {
    const axis = logAxis([3e5, 3.4e6, 3.25e7], false);
    expect(axis?.ticks.map((tick) => tick.text)).toEqual(["300k", "1M", "3M", "10M", "30M"]);
    expect(axis?.bottom).toBeLessThan(3e5);
    expect(axis?.top).toBeGreaterThan(3.25e7);
  });

  it("has no place for zero and less", () => {
    expect(logAxis([0, -5], false)).toBeNull();
    expect(logAxis([0, 10], false)?.bottom).toBeGreaterThan(0);
  });

  it("gives ×10 the same share of its height wherever it stands", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1e9, noNaN: true }), fc.double({ min: 1.01, max: 1e4, noNaN: true }), (low, ratio) => {
        const axis = logAxis([low, low * ratio], false);
        if (!axis) throw new Error("no axis");
        expect((place(axis, low * ratio) - place(axis, low)) * decadesOf(axis)).toBeCloseTo(Math.log10(ratio), 6);
      }),
    );
  });

  it("runs downwards for ranks: the first is on top", () => {
    const axis = logAxis([1, 25], true);
    if (!axis) throw new Error("no axis");
    expect(place(axis, 1)).toBeGreaterThan(place(axis, 25));
  });
});

describe("a linear axis", () => {
  it("begins at zero and ends at a round number above the values", () => {
    expect(linearAxis([3e5, 3.4e6], false)?.ticks.map((tick) => tick.text)).toEqual(["0", "1M", "2M", "3M", "4M"]);
  });

  it("goes below zero where a value does, and stands where all are zero", () => {
    expect(linearAxis([-20, 50], false)?.bottom).toBeLessThanOrEqual(-20);
    expect(linearAxis([0, 0], false)?.top).toBeGreaterThan(0);
    expect(linearAxis([], false)).toBeNull();
  });

  it("holds every value", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { minLength: 1 }), (values) => {
        const axis = linearAxis(values, false);
        if (!axis) throw new Error("no axis");
        for (const value of values) {
          expect(place(axis, value)).toBeGreaterThanOrEqual(-1e-9);
          expect(place(axis, value)).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(axis.ticks.length).toBeLessThan(14);
      }),
    );
  });
});

describe("a time axis", () => {
  it("names days, Mondays, months or years, as there is room", () => {
    expect(texts("2025-01-13", "2025-01-16", 9)).toEqual(["13 Jan 2025", "14 Jan", "15 Jan", "16 Jan"]);
    expect(texts("2025-01-01", "2025-02-15", 12)).toEqual([
      "1 Jan 2025",
      "6 Jan",
      "13 Jan",
      "20 Jan",
      "27 Jan",
      "3 Feb",
      "10 Feb",
      "15 Feb",
    ]);
    expect(texts("2024-12-30", "2025-01-20", 9)[1]).toBe("6 Jan 2025");
    expect(texts("2024-10-01", "2025-06-30", 12)).toEqual(["Oct 2024", "Nov", "Dec", "Jan 2025", "Feb", "Mar", "Apr", "May", "Jun"]);
    expect(texts("2020-01-01", "2026-12-31", 9)).toEqual(["2020", "2021", "2022", "2023", "2024", "2025", "2026"]);
  });

  it("has about as many ticks as fit, inside the range, ascending", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: 0, max: 7304 }),
        fc.integer({ min: 3, max: 20 }),
        (from, length, most) => {
          const ticks = timeTicks(from, from + length, most);
          expect(ticks.length).toBeLessThanOrEqual(most + 3);
          ticks.forEach(({ day }, index) => {
            expect(day).toBeGreaterThanOrEqual(from);
            expect(day).toBeLessThanOrEqual(from + length);
            if (index > 0) expect(day).toBeGreaterThan(ticks[index - 1]?.day ?? 0);
          });
        },
      ),
    );
  });
});
