import { describe, expect, it } from "vitest";
import { numberOf } from "../model/day.ts";
import type { SeriesTable } from "../model/series.ts";
import { changedDays, changedFigures, changedLines, shownValues, steppedBack, tableChanges } from "./changes.ts";
import { figure, figures, model, press } from "./model.fixture.ts";

const us = { platform: "rednote", country: "US", metric: "signups", topic: "all", source: "default" };
const gb = { ...us, country: "GB" };

describe("what changed of a view", () => {
  it("is set beside the values of its days, or of all", () => {
    const series = [
      { ...us, days: [1, 2, 3, 5], values: [1, 2, 3, 5] },
      { ...gb, days: [2, 3], values: [7, 7] },
    ];
    expect(shownValues(series, { from: 2, to: 4 })).toBe(4);
    expect(shownValues(series, null)).toBe(6);
  });

  it("is listed by day", () => {
    const diffs = [
      { ...us, days: [2, 4], old: [2, null], new: [null, 4] },
      { ...gb, days: [2], old: [7], new: [8] },
    ];
    expect(changedDays(diffs)).toEqual([
      { series: us, day: 2, old: 2, new: null },
      { series: gb, day: 2, old: 7, new: 8 },
      { series: us, day: 4, old: null, new: 4 },
    ]);
  });
});

describe("what changed of the values that are drawn", () => {
  const table = (dates: string[], columns: [typeof us, (number | null)[]][]): SeriesTable => ({
    ...{ vintage: 1, metric: "signups", unit: "accounts", interval: "week", dates },
    series: columns.map(([{ metric: _, ...key }, values]) => ({ ...key, kind: "observed", values })),
  });
  const weeks = ["2025-01-06", "2025-01-13", "2025-01-20"];

  it("counts weeks where weeks are drawn, and names each by its Monday", () => {
    const { count, rows } = tableChanges(table(weeks, [[us, [10, 20, null]]]), table(weeks, [[us, [10, 25, 30]]]));
    expect(count).toEqual({ shown: 2, changed: 1, added: 1 });
    expect(rows).toEqual([
      { series: us, day: numberOf("2025-01-13"), old: 20, new: 25 },
      { series: us, day: numberOf("2025-01-20"), old: null, new: 30 },
    ]);
  });

  it("tells a value that was withdrawn, a series that is new, and days that came after the range", () => {
    const after = table([...weeks, "2025-01-27"], [[gb, [1, null, null, 2]]]);
    const { count, rows } = tableChanges(table(weeks, [[us, [10, null, null]]]), after);
    expect(count).toEqual({ shown: 1, changed: 1, added: 2 });
    expect(rows.map(({ series, old, new: now }) => [series.country, old, now])).toEqual([
      ["US", 10, null],
      ["GB", null, 1],
      ["GB", null, 2],
    ]);
  });
});

describe("a picture that a later one is drawn over", () => {
  const before = model({}, [press], { figures });
  const others = figures.map((one) => (one.id === "rf003" ? { ...one, value: 4_200_000 } : one)).filter(({ id }) => id !== "rf004");
  const after = model({}, [{ ...press, values: press.values.map((value) => 2 * value) }], {
    figures: [...others, figure("rf999", 2_000_000, "2025-01-20")],
  });

  it("finds the lines and figures that are others, new or gone", () => {
    expect([...changedFigures(before, after)].sort()).toEqual(["rf003", "rf004", "rf999"]);
    expect(changedLines(before, after).size).toBe(1);
    expect([changedFigures(before, before).size, changedLines(before, before).size]).toEqual([0, 0]);
  });

  it("has them dashed and grey, and leaves the rest as it was", () => {
    const changed = { lines: changedLines(before, after), figures: changedFigures(before, after) };
    const [old, now] = [before, steppedBack(before, changed)].map(({ panels }) => panels[0] as (typeof panels)[0]) as [
      (typeof before.panels)[0],
      (typeof before.panels)[0],
    ];
    expect(now.lines[0]?.stroke).toMatchObject({ color: "text-3", dash: "4 3" });
    const former = now.figures.filter(({ state }) => state === "former");
    expect(former.map(({ figure: { id }, color }) => [id, color])).toEqual([
      ["rf003", "text-3"],
      ["rf004", "text-3"],
    ]);
    const rest = (marks: typeof old.figures) => marks.filter(({ figure: { id } }) => !changed.figures.has(id));
    expect(rest(now.figures)).toEqual(rest(old.figures));
  });
});
