import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, type Interval, numberOf } from "../model/day.ts";
import { type OverTime, overTime } from "../model/metric.ts";
import type { DailySeries } from "../model/series.ts";
import type { SourceKind } from "../model/source.ts";
import { defaultView, type View } from "../model/view.ts";
import { bucketDates, bucketed, bucketLength, bucketsOf } from "./buckets.ts";
import { dailySeries } from "./daily.ts";
import { sumCountries } from "./sum.ts";
import { extentOf, resolveRange, seriesTable, shownDays } from "./table.ts";

const series = (country: string, values: Record<string, number>, source = "default"): DailySeries => ({
  platform: "rednote",
  country,
  metric: "signups",
  topic: "all",
  source,
  days: Object.keys(values).map(numberOf),
  values: Object.values(values),
});
const metric = (over_time: OverTime, over_countries: "sum" | "none" = "sum") => ({
  id: "signups",
  name: "Signups",
  unit: "users",
  over_time,
  over_countries,
  whole: true,
  least: 0,
  most: 1e12,
});
const source = (id: string, kind: SourceKind) => ({ id, name: id, kind, publisher: "", url: "", licence: "", method: "", day_zone: "" });
const sources = [source("default", "observed"), source("panel", "estimate")];
const catalog = (over: OverTime = "sum") => ({ vintage: 3, metrics: [metric(over)], sources });
const view = (change: Partial<View>): View => ({ ...defaultView(), metric: "signups", platforms: ["rednote"], ...change });
const range = { from: "2025-01-06", to: "2025-01-19" };

describe("the rules over time", () => {
  it.each([
    ["sum", 6],
    ["mean", 2],
    ["last", 1],
    ["min", 1],
  ] as const)("%s leaves missing days out", (rule, expected) => {
    expect(overTime(rule, [3, null, 2, null, 1])).toBe(expected);
    expect(overTime(rule, [null])).toBeNull();
    expect(overTime(rule, [])).toBeNull();
  });
});

describe("buckets", () => {
  it("are clipped to the range and keep their names", () => {
    const buckets = bucketsOf(numberOf("2025-01-15"), numberOf("2025-01-21"), "week");
    expect(bucketDates(buckets)).toEqual(["2025-01-13", "2025-01-20"]);
    const column = bucketed(
      series("US", { "2025-01-13": 100, "2025-01-15": 1, "2025-01-20": 2, "2025-01-22": 100 }),
      "observed",
      metric("sum"),
      buckets,
    );
    expect(column.values).toEqual([1, 2]);
    expect(column.days).toEqual([1, 1]);
  });

  it("say how long they are", () => {
    expect(bucketLength(numberOf("2024-02-01"), "month")).toBe(29);
    expect(bucketLength(numberOf("2025-01-13"), "week")).toBe(7);
  });

  it("put every reported day of the range into exactly one bucket", () => {
    const days = fc.uniqueArray(fc.integer({ min: 20_000, max: 20_400 }), { maxLength: 80 }).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 20_000, max: 20_200 }),
        fc.nat(200),
        fc.constantFrom<Interval>("day", "week", "month"),
        (list, from, length, interval) => {
          const to = from + length;
          const one: DailySeries = {
            platform: "p",
            country: "US",
            metric: "m",
            topic: "all",
            source: "s",
            days: list,
            values: list.map((day) => day % 97),
          };
          const column = bucketed(one, "observed", { over_time: "sum" }, bucketsOf(from, to, interval));
          const expected = list.filter((day) => day >= from && day <= to);
          expect(column.values.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(
            expected.reduce((sum, day) => sum + (day % 97), 0),
          );
          if (interval !== "day") expect(column.days?.reduce((sum, count) => sum + count, 0)).toBe(expected.length);
        },
      ),
    );
  });
});

describe("a sum over countries", () => {
  const us = series("US", { "2025-01-13": 1, "2025-01-14": 2 });
  const gb = series("GB", { "2025-01-13": 10 });
  const world = series("WORLD", { "2025-01-13": 1000 });

  it("is missing on a day unless all of them report", () => {
    expect(sumCountries([us, gb, world], ["US", "GB", "WORLD"], false)).toMatchObject([
      { country: "US+GB", days: us.days.slice(0, 1), values: [11], reported: [2] },
    ]);
  });

  it("can be partial, and says of how many", () => {
    expect(sumCountries([us, gb], ["US", "GB"], true)).toMatchObject([{ values: [11, 2], reported: [2, 1] }]);
  });

  it("never takes a source that the catalog does not list for one that counted", () => {
    const read = view({ range: { from: "2025-01-13", to: "2025-01-13" } });
    const given = ["default", "panel", "withdrawn"].map((source) => series("US", { "2025-01-13": 1 }, source));
    const { series: columns } = seriesTable(read, given, catalog());
    expect(columns.map(({ source, kind }) => [source, kind])).toEqual([
      ["default", "observed"],
      ["panel", "estimate"],
      ["withdrawn", "modelled"],
    ]);
  });

  it("keeps sources apart", () => {
    const sums = sumCountries([us, gb, series("US", { "2025-01-13": 5 }, "other")], ["US", "GB"], false);
    expect(sums.map((sum) => [sum.source, sum.values])).toEqual([
      ["default", [11]],
      ["other", []],
    ]);
  });

  it("says in a table how many countries reported", () => {
    const table = seriesTable(view({ countries: ["US", "GB"], sum: true, partial: true, range }), [us, gb], catalog());
    expect(table.series).toHaveLength(1);
    expect(table.series[0]?.reported?.slice(7, 10)).toEqual([2, 1, 0]);
  });

  it("is refused for what does not add up: each country stays its own", () => {
    const ranks = { ...catalog("min"), metrics: [metric("min", "none")] };
    expect(seriesTable(view({ countries: ["US", "GB"], sum: true, range }), [us, gb], ranks).series.map((one) => one.country)).toEqual([
      "US",
      "GB",
    ]);
  });
});

describe("a table", () => {
  const us = series("US", { "2025-01-06": 1, "2025-01-08": 3 });

  it("runs without holes over the range, null where nothing was reported", () => {
    const table = seriesTable(view({ range }), [us], catalog());
    expect(table.dates).toHaveLength(14);
    expect(table.series[0]?.values.slice(0, 4)).toEqual([1, null, 3, null]);
    expect(table.vintage).toBe(3);
  });

  it("counts a relative range back from the last day with data", () => {
    expect(seriesTable(view({ range: { last: 2 } }), [us], catalog()).dates).toEqual(["2025-01-07", "2025-01-08"]);
    expect(seriesTable(view({ range: "all" }), [us], catalog()).dates).toEqual(["2025-01-06", "2025-01-07", "2025-01-08"]);
    expect(seriesTable(view({ range: "all" }), [], catalog()).dates).toEqual([]);
  });

  it("has no line for a series without a day in the range", () => {
    expect(seriesTable(view({ range: { from: "2025-03-01", to: "2025-03-02" } }), [us], catalog()).series).toEqual([]);
  });

  it("by day turns back into the series that it came from", () => {
    const days = fc
      .uniqueArray(fc.integer({ min: 20_000, max: 20_300 }), { minLength: 1, maxLength: 60 })
      .map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(days, (list) => {
        const one: DailySeries = { ...us, days: list, values: list.map((day) => day / 4) };
        expect(dailySeries(seriesTable(view({ range: "all" }), [one], catalog()))).toEqual([one]);
      }),
    );
  });

  it("follows the order of the view", () => {
    const table = seriesTable(view({ countries: ["GB", "US"], range }), [us, series("GB", { "2025-01-07": 2 })], catalog());
    expect(table.series.map((one) => one.country)).toEqual(["GB", "US"]);
  });

  it("knows its extent", () => {
    expect(extentOf([us])).toEqual({ from: us.days[0], to: us.days[1] });
    expect(extentOf([])).toBeNull();
    expect(resolveRange({ from: "2025-01-01", to: "2025-01-02" }, null)).toEqual({
      from: numberOf("2025-01-01"),
      to: numberOf("2025-01-02"),
    });
    expect(dayOf(resolveRange({ last: 28 }, { from: 0, to: 100 })?.from ?? 0)).toBe("1970-03-15");
    expect(dayOf(shownDays({ last: 28 }, { from: 0, to: 100 }).from)).toBe("1970-03-15");
    expect([shownDays({ last: 28 }, null), shownDays("all", null)].map(({ from, to }) => [dayOf(from), dayOf(to)])).toEqual([
      ["2025-01-01", "2025-02-15"],
      ["2025-01-01", "2025-02-15"],
    ]);
  });
});
