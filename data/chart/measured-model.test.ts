import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extentOf, seriesTable } from "../analysis/table.ts";
import type { Country } from "../model/catalog.ts";
import { dayOf, numberOf } from "../model/day.ts";
import type { SurgeEvent } from "../model/figure.ts";
import type { DailySeries } from "../model/series.ts";
import { defaultView, type View } from "../model/view.ts";
import { dayTicks, measuredModel } from "./measured-model.ts";
import { catalog as base, blog, event, figures, press, series } from "./model.fixture.ts";
import { spanText } from "./sentence.ts";

const people: Record<string, number | null> = { US: 340_000_000, GB: 69_000_000, NO: null };
const catalog = { ...base, countries: base.countries.map((one): Country => ({ ...one, population: people[one.id] ?? null })) };

function model(change: Partial<View>, all: DailySeries[], extra: { figures?: typeof figures; events?: SurgeEvent[] } = {}) {
  const view: View = { ...defaultView(), platforms: ["rednote"], range: { from: "2025-01-01", to: "2025-01-31" }, ...change };
  if (view.range === "all" || "last" in view.range) throw new Error("the fixture takes days");
  const range = { from: numberOf(view.range.from), to: numberOf(view.range.to) };
  const table = seriesTable(view, all, catalog);
  const daily = seriesTable({ ...view, interval: "day" }, all, catalog);
  const rest = { figures: extra.figures ?? figures, events: extra.events ?? [], catalog };
  return measuredModel({ view, range, table, daily, series: all, ...rest });
}

const observed = (values: Record<string, number>, of: Partial<DailySeries> = {}) => series(values, { source: "default", ...of });
const drawn = (made: ReturnType<typeof model>) =>
  made.panels
    .flatMap((panel) => panel.lines)
    .map((line) => line.points.map((point) => [dayOf(point.day), Math.round(point.value * 100) / 100]));
const days = (from: string, values: readonly number[]) =>
  Object.fromEntries(values.map((value, index) => [dayOf(numberOf(from) + index), value]));

describe("an index", () => {
  it("is 100 on the first day of each line, or on the day that the address names", () => {
    const one = observed({ "2025-01-10": 200, "2025-01-11": 300 });
    expect(drawn(model({ measure: "index" }, [one]))).toEqual([
      [
        ["2025-01-10", 100],
        ["2025-01-11", 150],
      ],
    ]);
    expect(drawn(model({ measure: "index", base: "2025-01-11" }, [one]))[0]?.[0]).toEqual(["2025-01-10", 66.67]);
    expect(model({ measure: "index", base: "2025-01-11" }, [one]).description).toMatch(/^Daily active users, index, 11 Jan 2025 = 100,/);
  });

  it("may have its base on a day beyond the picture", () => {
    const one = observed({ "2024-12-20": 50, "2025-01-10": 200 });
    expect(drawn(model({ measure: "index", base: "2024-12-20" }, [one]))).toEqual([[["2025-01-10", 400]]]);
  });

  it("refuses a base of zero and a missing one, each series for itself", () => {
    const zero = observed({ "2025-01-10": 0, "2025-01-11": 300 });
    const late = observed({ "2025-01-11": 10 }, { country: "GB" });
    const good = observed({ "2025-01-10": 5, "2025-01-11": 10 }, { country: "NO" });
    const made = model({ measure: "index", base: "2025-01-10", countries: ["US", "GB", "NO"] }, [zero, late, good]);
    expect(drawn(made)).toHaveLength(1);
    expect(made.description).toContain("No index of RedNote United States: the base is zero, and nothing is a percentage of zero.");
    expect(made.description).toContain("No index of RedNote United Kingdom: nothing was reported for the base.");
    expect(model({ measure: "index", base: "2025-01-10" }, [zero], { figures: [] }).empty).toBe(
      "No index of RedNote Observed: the base is zero, and nothing is a percentage of zero.",
    );
  });

  it("of a sum has no base on a day on which a country is missing, and says so instead of naming no first value", () => {
    const us = observed({ "2025-01-09": 90, "2025-01-10": 100, "2025-01-11": 100 });
    const gb = observed({ "2025-01-10": 50, "2025-01-11": 80 }, { country: "GB" });
    const sum: Partial<View> = { measure: "index", countries: ["US", "GB"], sum: true, partial: true };
    const none = { figures: [] };
    expect(drawn(model(sum, [us, gb], none))).toEqual([
      [
        ["2025-01-10", 100],
        ["2025-01-11", 120],
      ],
    ]);
    expect(model({ ...sum, base: "2025-01-09" }, [us, gb], none).empty).toBe(
      "No index of RedNote Observed: not all of the countries reported for the base.",
    );
    const never = model({ ...sum, countries: ["US", "GB", "NO"] }, [us, gb], none);
    expect(never.empty).toBe("No index of RedNote Observed: not all of the countries reported for the base.");
    expect(never.description).not.toContain("first values");
  });

  it("by week refuses a week without all of its days", () => {
    const one = observed({ ...days("2025-01-08", [1, 1, 1, 1, 1]), ...days("2025-01-13", [3, 3, 3, 3, 3, 3, 3]) });
    expect(model({ measure: "index", interval: "week", base: "2025-01-09" }, [one], { figures: [] }).empty).toBe(
      "No index of RedNote Observed: the base has not all of its days.",
    );
    expect(model({ measure: "index", interval: "week" }, [one]).description).toContain("week of 13 Jan 2025 = 100");
  });

  it("of figures is that of the line which they fix; the others are not drawn, and the line of sources says so", () => {
    const made = model({ measure: "index" }, [press, blog]);
    expect(made.panels[0]?.figures.map((mark) => [mark.figure.id, mark.text, Math.round(mark.value)])).toEqual([
      ["rf001", "about 100", 100],
      ["rf002", "under 233", 233],
      ["rf003", "≈ 1,100", 1133],
      ["rf007", "100", 100],
      ["rf008", "45.8", 46],
    ]);
    expect(made.reshaped?.figuresNote).toBe("2 published figures are not drawn in this measure: no line of their source has a base.");
    expect(made.panels[0]?.bracket).toBeNull();
  });

  it("is quoted from published figures alone, and as roughly as they were given", () => {
    expect(spanText(model({ measure: "index" }, [press]).headline)).toBe(
      "RedNote in the US stood at an index of about 1,100 on 13 Jan 2025.",
    );
    const modelled = series({ "2025-01-10": 301_000, "2025-01-13": 3_400_000 });
    expect(spanText(model({ measure: "index" }, [modelled]).headline)).toBe(
      "RedNote in the US: no index of it is quoted, since its base is a modelled day.",
    );
  });

  it("is refused to ranks, which stay as they are", () => {
    const ranks = observed({ "2025-01-10": 5 }, { metric: "app_store_rank" });
    const made = model({ measure: "index", metric: "app_store_rank" }, [ranks]);
    expect(drawn(made)).toEqual([[["2025-01-10", 5]]]);
    expect(made.reshaped?.notice).toBe("No index of App Store rank: a rank is no amount. Showing the rank.");
    expect(made.panels[0]?.axis.top).toBeLessThan(made.panels[0]?.axis.bottom ?? 0);
  });
});

describe("values for 100,000 people", () => {
  it("are those of the country, figures among them", () => {
    const made = model({ measure: "per100k" }, [press]);
    expect(made.panels[0]?.lines[0]?.points[2]).toMatchObject({ value: 1000, was: 3_400_000, published: true });
    expect(made.panels[0]?.figures.find((mark) => mark.figure.id === "rf003")?.text).toBe("1,000");
    expect(made.panels[0]?.subtitle).toBe("United States, daily active users per 100,000 people");
  });

  it("are left out where nobody knows how many live there, and the country is named", () => {
    const norway = observed({ "2025-01-10": 5 }, { country: "NO" });
    const made = model({ measure: "per100k", countries: ["US", "NO"] }, [press, norway], { figures: [] });
    expect(drawn(made)).toHaveLength(1);
    expect(made.description).toContain("Left out: RedNote Norway, Observed. The reference has no population there.");
  });

  it("of a sum count the people of all its countries, on days that all report", () => {
    const us = observed({ "2025-01-10": 340, "2025-01-11": 340 });
    const gb = observed({ "2025-01-10": 69 }, { country: "GB" });
    const made = model({ measure: "per100k", countries: ["US", "GB"], sum: true, partial: true }, [us, gb]);
    expect(drawn(made)).toEqual([[["2025-01-10", 0.1]]]);
    expect(made.description).toContain("Days on which a country is missing are left out.");
  });
});

describe("changes", () => {
  it("know the day before the first of the picture, and stand on a linear scale, which is said in the picture", () => {
    const one = observed(days("2024-12-31", [100, 150, 75]));
    const made = model({ measure: "daychange" }, [one]);
    expect(drawn(made)).toEqual([
      [
        ["2025-01-01", 50],
        ["2025-01-02", -50],
      ],
    ]);
    expect(made.view.scale).toBe("linear");
    expect(made.reshaped?.notice).toMatch(/have no place on a logarithmic scale: drawn on a linear one/);
    expect(made.panels[0]?.axis.ticks.map((tick) => tick.text)).toContain("−50%");
    expect(model({ measure: "daychange", scale: "linear" }, [one]).reshaped?.notice).toBeNull();
  });

  it("from the same weekday a week before are named so", () => {
    const one = observed(days("2024-12-25", [10, 20, 30, 40, 50, 60, 70, 20]));
    const made = model({ measure: "weekchange" }, [one]);
    expect(drawn(made)).toEqual([[["2025-01-01", 100]]]);
    expect(made.panels[0]?.subtitle).toBe("United States, daily active users, change from the same weekday a week before in %");
  });

  it("by week leave out weeks without all of their days, and weeks that the picture cuts", () => {
    const one = observed(
      days(
        "2024-12-23",
        Array.from({ length: 35 }, (_, day) => 2 ** Math.floor(day / 7)),
      ),
    );
    const range = { from: "2025-01-02", to: "2025-01-24" };
    expect(drawn(model({ measure: "weekchange", interval: "week", range }, [one]))).toEqual([
      [
        ["2025-01-06", 100],
        ["2025-01-13", 100],
      ],
    ]);
  });

  it("from zero are left out and counted", () => {
    const made = model({ measure: "daychange" }, [observed(days("2025-01-01", [0, 5, 10]))]);
    expect(drawn(made)).toEqual([[["2025-01-03", 100]]]);
    expect(made.description).toContain("One change from zero is left out: nothing is a percentage of zero.");
  });

  it("of ranks are places, upwards", () => {
    const made = model({ measure: "daychange", metric: "app_store_rank" }, [
      observed(days("2025-01-01", [9, 4, 6]), { metric: "app_store_rank" }),
    ]);
    expect(drawn(made)[0]?.map(([, value]) => value)).toEqual([5, -2]);
    expect(made.panels[0]?.axis.top).toBeGreaterThan(made.panels[0]?.axis.bottom ?? 0);
    expect(made.description).not.toContain("best rank");
  });

  it("of figures there are none, and the line of sources says so", () => {
    const made = model({ measure: "daychange" }, [press]);
    expect(made.panels[0]?.figures).toEqual([]);
    expect(made.reshaped?.figuresNote).toBe("Published figures are not drawn in this measure: each is a level, none a change.");
  });

  it("of modelled lines are never quoted, nor those from a figure that was given as under so much", () => {
    expect(spanText(model({ measure: "daychange" }, [press]).headline)).toBe(
      "RedNote in the US: nothing of it is quoted, since no such value rests on published figures alone.",
    );
  });
});

describe("lines from day 0", () => {
  const ruling = event("scotus-ruling", "2025-01-12", { title: "The ruling" });
  const us = observed(days("2025-01-10", [1, 2, 3, 4]));

  it("stand by days from an event, with their calendar day, and the events with them", () => {
    const made = model({ align: "scotus-ruling" }, [us], { figures: [], events: [ruling] });
    expect(made.panels[0]?.lines[0]?.points.map((point) => [point.day, dayOf(point.date ?? 0), point.value])).toEqual([
      [-2, "2025-01-10", 1],
      [-1, "2025-01-11", 2],
      [0, "2025-01-12", 3],
      [1, "2025-01-13", 4],
    ]);
    expect(made.range).toEqual({ from: -2, to: 1 });
    expect(made.events.map((mark) => mark.from)).toEqual([0]);
    expect(made.description).toContain("Day 0 = The ruling, 12 Jan 2025.");
    expect(made.panels[0]?.fields).toEqual([]);
  });

  it("leave out series without an onset, and name them", () => {
    const made = model({ align: "onset" }, [us], { figures: [] });
    expect(made.panels).toEqual([]);
    expect(made.empty).toBe("Left out: RedNote Observed. No surge was found, so there is no day 0.");
  });

  it("say what day 0 of each line is, and that of a model's line it is the model's", () => {
    const values = Array.from({ length: 45 }, (_, day) => (day < 20 ? 1000 : 1000 + 9000 * 0.9 ** (day - 20)));
    const made = model({ align: "onset" }, [series(days("2025-01-01", values))], { figures: [] });
    expect(made.description).toContain("Day 0 = own onset: RedNote Press reading 21 Jan 2025 (a property of the model).");
  });

  it("are drawn by day and without a second period; an event that nobody knows is said", () => {
    const made = model({ align: "scotus-ruling", interval: "week", compare: "2024-12-04" }, [us], { figures: [], events: [ruling] });
    expect(made.view.interval).toBe("day");
    expect(made.panels[0]?.compared).toEqual([]);
    expect(made.description).toContain("Lines that begin at day 0 are drawn by day.");
    expect(made.description).toContain("No second period is drawn beside lines that begin at day 0.");
    expect(model({ align: "nowhere" }, [us]).description).toContain("There is no event `nowhere`: drawn by calendar day.");
  });

  it("take the figures that fix them along", () => {
    const made = model({ align: "scotus-ruling" }, [press], { events: [ruling] });
    expect(made.panels[0]?.figures.find((mark) => mark.figure.id === "rf003")).toMatchObject({ from: 1, to: 1 });
  });
});

describe("a second period", () => {
  const one = observed({ ...days("2024-12-04", [7, 8, 9]), ...days("2025-01-01", [1, 2, 3]) });

  it("stands behind the first, date upon date, with its own calendar days", () => {
    const made = model({ compare: "2024-12-04", range: { from: "2025-01-01", to: "2025-01-20" } }, [one], { figures: [] });
    const [line] = made.panels[0]?.compared ?? [];
    expect(line?.points.map((point) => [dayOf(point.day), dayOf(point.date ?? 0), point.value])).toEqual([
      ["2025-01-01", "2024-12-04", 7],
      ["2025-01-02", "2024-12-05", 8],
      ["2025-01-03", "2024-12-06", 9],
    ]);
    expect(line?.label).toBe("4 Dec to 23 Dec 2024");
    expect(line?.stroke).toMatchObject({ color: "rednote", second: true });
    expect(made.panels[0]?.axis.top).toBeGreaterThan(9);
    expect(spanText(made.headline)).toMatch(/In the second period RedNote was highest at 9 on 6 Dec 2024\.$/);
  });

  it("quotes no week that it cuts off", () => {
    const high = observed({ ...days("2024-12-04", [90, 90, 90, 90, 90, 5, 5, 5, 5, 5, 5, 5]), ...days("2025-01-01", [1, 2, 3]) });
    const made = model({ compare: "2024-12-04", interval: "week", range: { from: "2025-01-01", to: "2025-01-12" } }, [high], {
      figures: [],
    });
    expect(made.panels[0]?.compared?.[0]?.points.map(({ value }) => value)).toEqual([90, 5]);
    expect(spanText(made.headline)).toMatch(/In the second period RedNote was highest at 5 on 9 Dec 2024\.$/);
  });

  it("that was asked for on another weekday is moved, and says so", () => {
    expect(model({ compare: "2024-12-02" }, [one]).description).toContain(
      "It begins on Wednesday 4 December 2024 instead of Monday 2 December 2024, so that weekdays fall on weekdays.",
    );
  });

  it("has an index of its own, 100 where the first has it", () => {
    const made = model(
      { compare: "2024-12-04", measure: "index", base: "2025-01-02", range: { from: "2025-01-01", to: "2025-01-20" } },
      [one],
      { figures: [] },
    );
    expect(made.panels[0]?.compared[0]?.points.map((point) => point.value)).toEqual([87.5, 100, 112.5]);
  });

  it("that is the first, or has nothing, is said", () => {
    expect(model({ compare: "2025-01-02" }, [one]).description).toContain("The second period is the first");
    expect(model({ compare: "2023-01-04" }, [one]).description).toContain("Nothing was reported in the second period.");
  });

  it("by week is compared week upon week", () => {
    const two = observed({ ...days("2024-12-04", Array(28).fill(2)), ...days("2025-01-01", Array(28).fill(4)) });
    const made = model({ compare: "2024-12-04", interval: "week", range: { from: "2025-01-01", to: "2025-01-28" } }, [two], {
      figures: [],
    });
    expect(made.panels[0]?.compared[0]?.points.map((point) => [dayOf(point.day), point.reported])).toEqual([
      ["2025-01-01", 5],
      ["2025-01-06", 7],
      ["2025-01-13", 7],
      ["2025-01-20", 7],
      ["2025-01-27", 2],
    ]);
  });
});

describe("ticks of days from day 0", () => {
  it("have day 0 and whole weeks, as many as there is room for", () => {
    expect(dayTicks(-10, 30, 9, String).map((tick) => tick.day)).toEqual([-7, 0, 7, 14, 21, 28]);
    expect(dayTicks(-2, 3, 9, String).map((tick) => tick.day)).toEqual([-2, -1, 0, 1, 2, 3]);
    expect(dayTicks(-2, 3, 9, String).every((tick) => !Object.is(tick.day, -0))).toBe(true);
  });
});

describe("any measured picture", () => {
  it("is made without an exception, has finite axes and values, and says something", () => {
    const values = fc.dictionary(
      fc.integer({ min: 20_060, max: 20_140 }).map(dayOf),
      fc.oneof(fc.integer({ min: 0, max: 1e9 }), fc.constant(0)),
      {
        maxKeys: 40,
      },
    );
    fc.assert(
      fc.property(
        values,
        values,
        fc.record({
          measure: fc.constantFrom("value" as const, "index" as const, "per100k" as const, "daychange" as const, "weekchange" as const),
          scale: fc.constantFrom("log" as const, "linear" as const),
          interval: fc.constantFrom("day" as const, "week" as const, "month" as const),
          align: fc.constantFrom("", "onset", "scotus-ruling", "nowhere"),
          base: fc.constantFrom("", "2025-01-05", "2024-01-01"),
          compare: fc.constantFrom("", "2024-12-03", "2025-01-20"),
          layout: fc.constantFrom("panels" as const, "overlay" as const),
        }),
        (a, b, change) => {
          const ascending = (of: Record<string, number>) => Object.fromEntries(Object.entries(of).sort(([x], [y]) => x.localeCompare(y)));
          const all = [series(ascending(a)), observed(ascending(b), { platform: "tiktok" })];
          const made = model({ ...change, platforms: ["rednote", "tiktok"] }, all, { events: [event("scotus-ruling", "2025-01-17")] });
          expect(spanText(made.headline).length).toBeGreaterThan(10);
          expect(extentOf(all) === null || made.range.from <= made.range.to).toBe(true);
          for (const { axis, lines, compared } of made.panels) {
            expect(Number.isFinite(axis.bottom) && Number.isFinite(axis.top)).toBe(true);
            for (const line of [...lines, ...compared]) {
              expect(line.values.filter((value) => value !== null)).toHaveLength(line.points.length);
              for (const point of line.points)
                expect(made.view.scale === "log" ? point.value > 0 : Number.isFinite(point.value)).toBe(true);
            }
          }
          if (made.panels.length === 0) expect(made.empty).not.toBeNull();
        },
      ),
    );
  });
});
