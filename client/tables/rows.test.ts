import { describe, expect, it } from "vitest";
import { strokes } from "../../data/chart/palette.ts";
import { numberOf } from "../../data/model/day.ts";
import type { SeriesColumn, SeriesTable } from "../../data/model/series.ts";
import { defaultView } from "../../data/model/view.ts";
import { CATALOG, figure } from "../controls/catalog.fixture.ts";
import { daysOf, seriesRows } from "./rows.ts";

const view = defaultView();
const PRESS = { platform: "rednote", country: "US", topic: "all", source: "model-press", kind: "modelled" } as const;

function tableOf(columns: SeriesColumn[], differences: Partial<SeriesTable> = {}): SeriesTable {
  const dates = ["2025-01-11", "2025-01-12", "2025-01-13", "2025-01-14"];
  return { vintage: 2, metric: "daily_active_users", unit: "users", interval: "day", dates, series: columns, ...differences };
}

function rowsOf(table: SeriesTable, figures = [figure()], overTime: "mean" | "min" = "mean", days = daysOf(table)) {
  if (days === null) throw new Error("a table without dates");
  const content = seriesRows(table, days, figures, CATALOG, strokes(view, table.series, CATALOG.sources), { over_time: overTime });
  const [row] = content.rows;
  if (row === undefined) throw new Error("no row");
  return { ...content, row };
}

describe("a modelled series", () => {
  const { row, heads } = rowsOf(tableOf([{ ...PRESS, values: [301_234, 712_345, 3_400_000, null] }]));

  it("keeps the digits of a published value and shortens the others", () => {
    expect(row.first).toMatchObject({ text: "300k", about: true, full: undefined, when: "11 Jan" });
    expect(row.peak).toMatchObject({ text: "3.4M", about: false, when: "13 Jan" });
    expect(row.last).toEqual(row.peak);
  });

  it("says how often the peak holds the first value, and how many days there are", () => {
    expect(row.growthText).toBe("×11");
    expect(row.growth).toBeCloseTo(11.287, 3);
    expect(row.count).toBe(3);
    expect(heads).toEqual({
      period: "11 Jan to 14 Jan 2025",
      first: "First day",
      growth: "Peak ÷ first",
      last: "Last day",
      count: "Days of 4",
    });
  });

  it("is named by what it is", () => {
    expect(row).toMatchObject({ platform: "RedNote", place: "United States", source: "Press reading", kind: "modelled" });
    expect(row.stroke).toMatchObject({ color: "rednote", dash: "7 4" });
  });

  it("has no plain value where the figure is of another day, platform or source", () => {
    const about = (...figures: Parameters<typeof figure>[0][]) =>
      rowsOf(tableOf([{ ...PRESS, values: [1, 2, 3_400_000, null] }]), figures.map(figure)).row.peak.about;
    expect(about({})).toBe(false);
    expect(about({ date_from: "2025-01-12", date_to: "2025-01-12" })).toBe(true);
    expect(about({ platform: "tiktok" })).toBe(true);
    expect(about({ fixes: ["model-blog"] })).toBe(true);
    expect(about({ value: 3_500_000 })).toBe(true);
  });
});

it("has no baseline where the first value is the peak, or nothing", () => {
  expect(rowsOf(tableOf([{ ...PRESS, values: [32_500_000, 14_900_000, null, null] }])).row).toMatchObject({
    growth: undefined,
    growthText: "no baseline",
  });
  expect(rowsOf(tableOf([{ ...PRESS, values: [0, 5, null, null] }])).row.growthText).toBe("no baseline");
});

it("keeps three digits of an observed value, and all of them at hand", () => {
  const { row } = rowsOf(tableOf([{ ...PRESS, source: "default", kind: "observed", values: [1_234_567, 500, null, null] }]));
  expect(row.first).toMatchObject({ text: "1.23M", about: false, full: "1,234,567" });
  expect(row.last).toMatchObject({ text: "500", full: undefined });
});

it("takes the smallest of a rank for its peak, and counts places", () => {
  const { row, heads, ranked } = rowsOf(
    tableOf([{ ...PRESS, source: "default", kind: "observed", values: [11, 1, 4, null] }], { metric: "app_store_rank" }),
    [],
    "min",
  );
  expect(ranked).toBe(true);
  expect(row.peak).toMatchObject({ text: "1", when: "12 Jan" });
  expect([heads.growth, row.growthText]).toEqual(["Places gained", "10"]);
});

it("says which days of a week were reported, and begins with the range", () => {
  const table = tableOf([{ ...PRESS, values: [null, 500_000, 900_000], days: [0, 7, 1] }], {
    interval: "week",
    dates: ["2024-12-30", "2025-01-06", "2025-01-13"],
  });
  const { row, heads } = rowsOf(table, [], "mean", { from: numberOf("2025-01-01"), to: numberOf("2025-01-15") });
  expect(row.first.when).toBe("6 Jan");
  expect(row.last.when).toBe("13 Jan, 1 of 7 days");
  expect(heads).toMatchObject({ period: "1 Jan to 15 Jan 2025", first: "First week", count: "Weeks of 3" });
});

it("names months, and years where the range has two", () => {
  const months = tableOf([{ ...PRESS, values: [5, 6], days: [31, 31] }], { interval: "month", dates: ["2024-12-01", "2025-01-01"] });
  expect(rowsOf(months, [], "mean", { from: numberOf("2024-12-01"), to: numberOf("2025-01-31") }).row.last.when).toBe("Jan 2025");
  const days = tableOf([{ ...PRESS, values: [5, 6] }], { dates: ["2024-12-31", "2025-01-01"] });
  expect(rowsOf(days).row.first.when).toBe("31 Dec 2024");
});

it("names the topic where it is one, and a sum by its countries", () => {
  expect(rowsOf(tableOf([{ ...PRESS, topic: "privacy", values: [1, 2, 3, 4] }])).row.place).toBe("United States, Privacy");
  expect(rowsOf(tableOf([{ ...PRESS, country: "US+GB", values: [1, 2, 3, 4] }])).row.place).toBe("US and GB");
});

it("leaves out a series without a value", () => {
  expect(() => rowsOf(tableOf([{ ...PRESS, values: [null, null, null, null] }]))).toThrow("no row");
});
