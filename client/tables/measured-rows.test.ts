import { describe, expect, it } from "vitest";
import { seriesTable } from "../../data/analysis/table.ts";
import { measuredModel } from "../../data/chart/measured-model.ts";
import { catalog, event, series } from "../../data/chart/model.fixture.ts";
import { numberOf } from "../../data/model/day.ts";
import { defaultView, type View } from "../../data/model/view.ts";
import { seriesRows } from "./rows.ts";

const range = { from: "2025-01-01", to: "2025-01-07" };
const days = { from: numberOf(range.from), to: numberOf(range.to) };
const values = { "2024-12-18": 5, "2024-12-19": 8, "2025-01-01": 0, "2025-01-02": 20, "2025-01-03": 30, "2025-01-04": 15 };
const all = [series(values, { source: "default" })];

function rowsOf(change: Partial<View>) {
  const view: View = { ...defaultView(), platforms: ["rednote"], range, ...change };
  const table = seriesTable(view, all, catalog);
  const events = [event("ruling", "2025-01-03")];
  const model = measuredModel({ view, range: days, table, daily: table, series: all, figures: [], events, catalog });
  return seriesRows(table, days, [], catalog, model.strokes, model.metric, model.reshaped);
}

describe("the table of another measure", () => {
  it("has an index in place of the values, and the values behind it; zero, which the scale refuses, among them", () => {
    const { rows } = rowsOf({ measure: "index" });
    expect(rows).toHaveLength(1);
    expect(rows[0]?.first).toMatchObject({ text: "0", when: "1 Jan", full: "value 0" });
    expect(rows[0]?.peak).toMatchObject({ text: "150", when: "3 Jan", full: "value 30" });
    expect(rows[0]?.last.text).toBe("75");
  });

  it("has the largest and the lowest change, with their signs", () => {
    const { rows, heads } = rowsOf({ measure: "daychange" });
    expect(heads.growth).toBe("Lowest");
    expect([rows[0]?.peak.text, rows[0]?.growthText, rows[0]?.count]).toEqual(["+50%", "−50%", 2]);
  });

  it("says the day from day 0 and the calendar day", () => {
    expect(rowsOf({ align: "ruling" }).rows[0]?.last).toMatchObject({ text: "15", when: "day 1, 4 Jan 2025" });
  });

  it("has a row for the second period, named by its days and dated by its own calendar", () => {
    const { rows } = rowsOf({ compare: "2024-12-18" });
    expect(rows.map((row) => row.place)).toEqual(["United States", "United States, 18 Dec to 24 Dec 2024"]);
    expect(rows[1]?.peak).toMatchObject({ text: "8", when: "19 Dec 2024" });
    expect(rows[1]?.stroke.second).toBe(true);
  });
});
