import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isUndated, knownOn, latestOf, publicationDays } from "./known.ts";

const published = (published_on: string | null) => ({ published_on });

const FIGURES = ["2025-01-14", "2025-02-01", null, "2025-01-14", "2025-01-20"].map(published);

const DAY = fc.integer({ min: 10, max: 31 }).map((day) => `2025-01-${day}`);

describe("what was known on a day", () => {
  it("is what had been published by its end", () => {
    expect(knownOn(FIGURES, "2025-01-13")).toEqual([]);
    expect(knownOn(FIGURES, "2025-01-14")).toEqual(["2025-01-14", "2025-01-14"].map(published));
    expect(knownOn(FIGURES, "2025-01-31")).toHaveLength(3);
  });

  it("has figures without a day from the latest day on", () => {
    expect(latestOf(FIGURES)).toBe("2025-02-01");
    expect(knownOn(FIGURES, "2025-01-31").some(isUndated)).toBe(false);
    expect(knownOn(FIGURES, "2025-02-01")).toEqual(FIGURES);
    expect(knownOn(FIGURES, "2026-01-01")).toEqual(FIGURES);
  });

  it("has all of them where none has a day", () => {
    expect(latestOf([published(null)])).toBeNull();
    expect(knownOn([published(null)], "2025-01-14")).toHaveLength(1);
  });

  it("only grows as days go by, until it is everything", () => {
    const figures = fc.array(fc.option(DAY).map(published));
    fc.assert(
      fc.property(figures, DAY, DAY, (all, one, other) => {
        const [earlier, later] = [one, other].sort() as [string, string];
        const then = knownOn(all, later);
        expect(knownOn(all, earlier).every((figure) => then.includes(figure))).toBe(true);
        expect(knownOn(all, latestOf(all) ?? later)).toEqual(all);
      }),
    );
  });
});

describe("the days of publication", () => {
  it("come once each, in order", () => {
    expect(publicationDays(FIGURES)).toEqual(["2025-01-14", "2025-01-20", "2025-02-01"]);
    expect(publicationDays([published(null)])).toEqual([]);
  });
});
