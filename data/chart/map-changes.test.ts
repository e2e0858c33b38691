import { describe, expect, it } from "vitest";
import { numberOf } from "../model/day.ts";
import { defaultView } from "../model/view.ts";
import { catalogWith, madeUp, RANGE } from "./map.fixture.ts";
import { changedCells, mapChanges } from "./map-changes.ts";
import { mapModel, NO_VALUE } from "./map-model.ts";

const VIEW = { ...defaultView(), sources: ["illustrative"] };
const day = (label: string) => numberOf(label);
const US = madeUp("US", { "2025-01-10": 40_000, "2025-01-11": 40_000 });
const NO = madeUp("NO", { "2025-01-10": 700, "2025-01-12": 800 });
const later = [
  madeUp("US", { "2025-01-10": 40_000, "2025-01-11": 3_000_000 }),
  madeUp("NO", { "2025-01-10": 700 }),
  madeUp("SG", { "2025-01-10": 50_000 }),
];

function compared(after = later) {
  const catalog = catalogWith(later);
  const now = mapModel(VIEW, after, catalog, { range: RANGE, figures: [] });
  const before = mapModel(VIEW, [US, NO], catalog, { range: RANGE, figures: [], beside: now });
  const changes = mapChanges(before, now);
  return { before, changes, on: (label: string) => Object.fromEntries(changedCells(before, changes, day(label))) };
}

describe("what a later map has otherwise", () => {
  const { before, changes, on } = compared();

  it("is told day by day: a value that is another, one that is new, and one that is gone", () => {
    expect(changes.days).toEqual(["2025-01-10", "2025-01-11", "2025-01-12"].map(day));
    expect(Object.keys(on("2025-01-10"))).toEqual(["SG"]);
    expect(Object.keys(on("2025-01-11"))).toEqual(["US"]);
    expect(on("2025-01-12")).toEqual({ NO: NO_VALUE });
    expect(on("2025-01-13")).toEqual({});
  });

  it("stands in steps that hold the values of both, so that a colour means one thing", () => {
    const step = before.steps[on("2025-01-11").US as number];
    expect(step && step.from <= 3_000_000 && step.to > 3_000_000).toBe(true);
    expect(changes.after.steps).toBe(before.steps);
    const alone = mapModel(VIEW, [US, NO], catalogWith(later), { range: RANGE, figures: [] });
    expect(alone.steps.at(-1)?.to).toBeLessThan(3_000_000);
  });

  it("is nothing where both have the same", () => {
    const same = compared([US, NO]);
    expect([same.changes.days, same.on("2025-01-10")]).toEqual([[], {}]);
  });
});
