import { describe, expect, inject, it } from "vitest";
import { dayOf, numberOf } from "../model/day.ts";
import { type Anchor, fixedSources } from "./anchor.ts";
import { modelledFile, modelledSeries, neighbourValue } from "./model.ts";
import { weekdayFactor } from "./rhythm.ts";

const anchor = (day: string, value: number, more: Partial<Anchor> = {}): Anchor => ({
  source: "model-press",
  platform: "rednote",
  country: "US",
  metric: "downloads",
  day,
  value,
  figures: ["rf003"],
  rule: "published",
  note: "",
  ...more,
});
const users = (day: string, value: number, more: Partial<Anchor> = {}) => anchor(day, value, { metric: "daily_active_users", ...more });

describe("the modelled series", () => {
  it("is tested in the zone that the project names", () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(inject("zone"));
  });

  it("grows by one factor a day between two anchors", () => {
    const [series] = modelledSeries([anchor("2025-01-01", 100), anchor("2025-01-03", 400), anchor("2025-01-05", 100)]);
    expect(series?.values).toEqual([100, 200, 400, 200, 100]);
  });

  it("begins with its first anchor and ends with its last", () => {
    const [series] = modelledSeries([users("2024-12-30", 1000), users("2025-01-02", 1000)]);
    expect(series?.days.map(dayOf)).toEqual(["2024-12-30", "2024-12-31", "2025-01-01", "2025-01-02"]);
    expect(modelledSeries([users("2025-01-19", 5)])[0]).toMatchObject({ days: [numberOf("2025-01-19")], values: [5] });
    expect(modelledSeries([])).toEqual([]);
  });

  it("has a weekly rhythm of daily users: two Mondays alike, the Sunday between them 2 percent above", () => {
    const [series] = modelledSeries([users("2025-01-06", 1_000_000), users("2025-01-13", 1_000_000)]);
    expect(series?.values).toEqual([1_000_000, 997_487, 997_487, 1_000_000, 1_005_025, 1_015_075, 1_020_101, 1_000_000]);
  });

  it("is flat up to an anchor that is held", () => {
    const [series] = modelledSeries([users("2025-01-13", 3_400_000), users("2025-01-19", 3_400_000, { rule: "held" })]);
    expect(series?.values).toEqual(Array(7).fill(3_400_000));
  });

  it("keeps platforms, countries, metrics and sources apart", () => {
    const series = modelledSeries([
      anchor("2025-01-01", 1),
      anchor("2025-01-01", 2, { country: "DE" }),
      anchor("2025-01-01", 3, { platform: "tiktok" }),
      users("2025-01-01", 4),
      anchor("2025-01-01", 5, { source: "model-blog" }),
    ]);
    expect(series.map(({ values }) => values)).toEqual([[1], [2], [3], [4], [5]]);
  });

  it("refuses days that do not ascend and values that no logarithm takes", () => {
    expect(() => modelledSeries([anchor("2025-01-02", 1), anchor("2025-01-02", 2)])).toThrow(
      "anchor model-press/rednote/US/downloads on 2025-01-02: comes after 2025-01-02 in the list",
    );
    for (const value of [0, -1, 0.5, Number.NaN])
      expect(() => modelledSeries([anchor("2025-01-02", value)])).toThrow("whole and above zero");
  });

  it("is written as one line a day", () => {
    expect(modelledFile(modelledSeries([anchor("2025-01-01", 100), anchor("2025-01-02", 400)]))).toBe(
      "date,platform,country,metric,value,source\n2025-01-01,rednote,US,downloads,100,model-press\n2025-01-02,rednote,US,downloads,400,model-press\n",
    );
  });
});

it("the weekly rhythm has a mean of 1, whatever its strength", () => {
  for (const strength of [0, 0.5, 1, 4]) {
    let sum = 0;
    for (let day = 20_000; day < 20_007; day++) sum += weekdayFactor(day, strength);
    expect(sum / 7).toBeCloseTo(1, 12);
  }
});

it("a neighbour of a spike is at the figure's level on its own weekday", () => {
  const [monday, saturday] = [numberOf("2025-01-13"), numberOf("2025-01-18")];
  expect(neighbourValue("daily_active_users", 82_200_000, monday, monday + 7)).toBe(82_200_000);
  expect(neighbourValue("daily_active_users", 82_200_000, monday, saturday)).toBe(Math.round((82_200_000 / 0.995) * 1.01));
  expect(neighbourValue("downloads", 1000, monday, saturday)).toBe(1000);
});

it("a figure fixes the sources whose anchors name it, each once", () => {
  const fixes = fixedSources([
    { source: "model-press", figures: ["rf040", "rf041"] },
    { source: "model-press", figures: ["rf040"] },
    { source: "model-blog", figures: ["rf040"] },
  ]);
  expect(fixes.get("rf040")).toEqual(["model-press", "model-blog"]);
  expect(fixes.get("rf041")).toEqual(["model-press"]);
  expect(fixes.get("rf004")).toBeUndefined();
});
