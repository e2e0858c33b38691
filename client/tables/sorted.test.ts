import { describe, expect, it } from "vitest";
import type { CellValue, SeriesRow } from "./rows.ts";
import { sortedRows } from "./sorted.ts";

const cell = (value: number): CellValue => ({ value, text: String(value), about: false, full: undefined, when: "" });
const row = (id: string, peak: number, growth: number | undefined): SeriesRow => ({
  id,
  platform: id,
  platformId: id,
  place: "United States",
  source: "Press reading",
  kind: "modelled",
  stroke: { color: "rednote", dash: "", width: 1, cap: "butt", hatched: false },
  values: [],
  first: cell(1),
  peak: cell(peak),
  last: cell(peak),
  growth,
  growthText: "",
  count: peak % 10,
  words: `${id} United States Press reading modelled`,
});

const ROWS = [row("small", 9, 3), row("large", 100, undefined), row("middle", 20, 12)];
const ids = (...given: Parameters<typeof sortedRows>) => sortedRows(...given).map(({ id }) => id);

describe("sortedRows", () => {
  it("sorts by number, not by text", () => {
    expect(ids(ROWS, { id: "peak", desc: true }, "")).toEqual(["large", "middle", "small"]);
    expect(ids(ROWS, { id: "peak", desc: false }, "")).toEqual(["small", "middle", "large"]);
  });

  it("puts what has no baseline last, whichever way it sorts", () => {
    expect(ids(ROWS, { id: "growth", desc: true }, "")).toEqual(["middle", "small", "large"]);
    expect(ids(ROWS, { id: "growth", desc: false }, "")).toEqual(["small", "middle", "large"]);
  });

  it("keeps the order of the chart where two are equal", () => {
    expect(ids(ROWS, { id: "first", desc: true }, "")).toEqual(["small", "large", "middle"]);
  });

  it("filters by words, in any case, and by nothing else", () => {
    expect(ids(ROWS, { id: "peak", desc: true }, " MIDDLE ")).toEqual(["middle"]);
    expect(ids(ROWS, { id: "peak", desc: true }, "press")).toHaveLength(3);
    expect(ids(ROWS, { id: "peak", desc: true }, "100")).toEqual([]);
  });
});
