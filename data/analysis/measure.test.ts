import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dated } from "./dated.ts";
import { baseOf, changes, indexed, measureUnit, perPeople } from "./measure.ts";

const RANK = { over_time: "min", over_countries: "none" } as const;
const MINUTES = { over_time: "mean", over_countries: "none" } as const;
const SIGNUPS = { over_time: "sum", over_countries: "sum" } as const;

const dated = (day: number, value: number, of: Partial<Dated> = {}): Dated => ({
  day,
  value,
  reported: 1,
  of: 1,
  published: false,
  ...of,
});
const yesterday = (day: number) => day - 1;
const pairs = (values: readonly Dated[]) => values.map(({ day, value }) => [day, value]);

/** Values above zero on some days of sixty, ascending. */
const series = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 59 }), fc.integer({ min: 1, max: 1e9 })), { selector: ([day]) => day, minLength: 1 })
  .map((all) => all.sort(([a], [b]) => a - b).map(([day, value]) => dated(day, value)));

describe("the unit of a measure", () => {
  it("is that of the change of a rank: places", () => {
    expect(measureUnit("daychange", RANK)).toBe("places");
    expect(measureUnit("weekchange", SIGNUPS)).toBe("percent");
  });

  it("is none where a measure says nothing of the metric", () => {
    expect([measureUnit("index", RANK), measureUnit("per100k", RANK), measureUnit("per100k", MINUTES)]).toEqual([null, null, null]);
    expect([measureUnit("index", MINUTES), measureUnit("per100k", SIGNUPS), measureUnit("value", RANK)]).toEqual([
      "index",
      "per100k",
      "value",
    ]);
  });
});

describe("the base of an index", () => {
  it("is the value of its day, or the first whole one above zero", () => {
    const values = [dated(1, 0), dated(2, 5, { reported: 3, of: 7 }), dated(9, 20, { reported: 7, of: 7 }), dated(16, 30)];
    expect(baseOf(values, 16)).toEqual({ base: values[3] });
    expect(baseOf(values, null)).toEqual({ base: values[2] });
  });

  it("is refused where it is zero, missing, or part of a week, and says which", () => {
    const values = [dated(1, 0), dated(8, 5, { reported: 3, of: 7 })];
    expect(baseOf(values, 1)).toEqual({ refused: "zero" });
    expect(baseOf(values, 2)).toEqual({ refused: "missing" });
    expect(baseOf(values, 8)).toEqual({ refused: "incomplete" });
    expect(baseOf(values, null)).toEqual({ refused: "incomplete" });
    expect(baseOf([dated(1, 0)], null)).toEqual({ refused: "zero" });
    expect(baseOf([], null)).toEqual({ refused: "missing" });
  });

  it("of zero makes no index", () => {
    expect(() => indexed([dated(1, 5)], dated(1, 0))).toThrow(RangeError);
  });
});

describe("an index", () => {
  it("is 100 on its base day, and keeps what was reported beside it", () => {
    const [first, second] = indexed([dated(1, 300), dated(3, 450)], dated(1, 300));
    expect(first).toMatchObject({ value: 100, was: 300 });
    expect(second).toMatchObject({ day: 3, value: 150, was: 450 });
  });

  it("rests on published figures where value and base do", () => {
    const values = [dated(1, 1, { published: true }), dated(2, 2)];
    expect(indexed(values, dated(1, 1, { published: true })).map((one) => one.published)).toEqual([true, false]);
    expect(indexed(values, dated(1, 1)).map((one) => one.published)).toEqual([false, false]);
  });

  it("keeps every ratio and every day, and does not know the size of the unit", () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 2, max: 1000 }), (values, times) => {
        const base = baseOf(values, null);
        if (!("base" in base)) throw new Error("no base");
        const index = indexed(values, base.base);
        const larger = values.map((one) => ({ ...one, value: one.value * times }));
        const again = indexed(larger, larger[0] as Dated);
        expect(index.map((one) => one.day)).toEqual(values.map((one) => one.day));
        index.forEach((one, at) => {
          expect((again[at] as Dated).value).toBeCloseTo(one.value, 6);
          expect(one.value / 100).toBeCloseTo((values[at] as Dated).value / (values[0] as Dated).value, 6);
        });
      }),
    );
  });
});

describe("a value for 100,000 people", () => {
  it("is shared out among those who live there", () => {
    expect(perPeople([dated(1, 3_400_000, { published: true })], 340_000_000)).toEqual([
      dated(1, 1000, { published: true, was: 3_400_000 }),
    ]);
  });

  it("needs people", () => {
    expect(() => perPeople([dated(1, 5)], 0)).toThrow(RangeError);
  });
});

describe("a change", () => {
  it("is a percentage of the value before, up or down", () => {
    expect(pairs(changes([dated(1, 200), dated(2, 300), dated(3, 150)], yesterday, "percent").values)).toEqual([
      [2, 50],
      [3, -50],
    ]);
  });

  it("of a rank is in places, and gaining some is positive", () => {
    expect(pairs(changes([dated(1, 5), dated(2, 2), dated(3, 9)], yesterday, "places").values)).toEqual([
      [2, 3],
      [3, -7],
    ]);
  });

  it("is a gap where the day before is one", () => {
    expect(pairs(changes([dated(1, 5), dated(3, 9), dated(4, 18)], yesterday, "percent").values)).toEqual([[4, 100]]);
  });

  it("leaves out incomplete weeks on either side", () => {
    const week = (day: number, value: number, reported = 7) => dated(day, value, { reported, of: 7 });
    const values = [week(0, 10), week(7, 20, 6), week(14, 30), week(21, 60)];
    expect(pairs(changes(values, (day) => day - 7, "percent").values)).toEqual([[21, 100]]);
  });

  it("from zero is none, and is counted", () => {
    const { values, fromZero } = changes([dated(1, 0), dated(2, 9), dated(3, 0)], yesterday, "percent");
    expect(pairs(values)).toEqual([[3, -100]]);
    expect(fromZero).toBe(1);
  });

  it("rests on published figures where both days do", () => {
    const of = (...published: boolean[]) => published.map((one, day) => dated(day, day + 1, { published: one }));
    expect(changes(of(true, true, false, true), yesterday, "percent").values.map((one) => one.published)).toEqual([true, false, false]);
  });

  it("chained over days without a gap gives the last day divided by the first", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 2, maxLength: 40 }), (numbers) => {
        const { values } = changes(
          numbers.map((value, day) => dated(day, value)),
          yesterday,
          "percent",
        );
        expect(values).toHaveLength(numbers.length - 1);
        const product = values.reduce((all, one) => all * (1 + one.value / 100), 1);
        const ratio = (numbers.at(-1) as number) / (numbers[0] as number);
        expect(product / ratio).toBeCloseTo(1, 9);
      }),
    );
  });

  it("has a value exactly where a day and the one before it have, and never less than -100 %", () => {
    fc.assert(
      fc.property(series, fc.constantFrom(1, 7), (values, lag) => {
        const days = new Set(values.map((one) => one.day));
        const changed = changes(values, (day) => day - lag, "percent").values;
        expect(changed.map((one) => one.day)).toEqual(values.map((one) => one.day).filter((day) => days.has(day - lag)));
        for (const one of changed) expect(one.value).toBeGreaterThanOrEqual(-100);
      }),
    );
  });
});
