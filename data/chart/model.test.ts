import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extentOf, seriesTable } from "../analysis/table.ts";
import { dayOf, numberOf } from "../model/day.ts";
import { defaultView } from "../model/view.ts";
import { blog, catalog, event, figure, model, press, series } from "./model.fixture.ts";
import { readingAt, spokenReading } from "./reading.ts";
import { spanText } from "./sentence.ts";

describe("the marks of a picture", () => {
  const { panels } = model({}, [press, blog]);
  const [panel] = panels;

  it("are dashes for what is modelled, another dash for another source, one hue for one platform", () => {
    expect(panel?.lines.map((line) => [line.label, line.stroke.color, line.stroke.dash])).toEqual([
      ["Press reading", "rednote", "7 4"],
      ["Blog reading", "rednote", "0.1 5"],
    ]);
  });

  it("tell figures that fix a line from those in conflict and those that nobody can trace", () => {
    expect(panel?.figures.map((mark) => [mark.figure.id, mark.state, mark.text])).toEqual([
      ["rf001", "fixes", "about 300k"],
      ["rf002", "fixes", "under 700k"],
      ["rf003", "fixes", "3.4M"],
      ["rf004", "conflict", "2.4M"],
      ["rf007", "fixes", "32.5M"],
      ["rf008", "fixes", "14.9M"],
      ["rf013", "untraceable", "50M"],
    ]);
  });

  it("say where nobody published anything", () => {
    expect(panel?.fields.map((field) => [field.text, dayOf(field.from), dayOf(field.to)])).toEqual([
      ["No published figure before 6 January 2025", "2025-01-01", "2025-01-06"],
      ["No published figure after 15 January 2025", "2025-01-15", "2025-01-31"],
    ]);
    expect(model({}, [series({ "2025-01-10": 5 }, { source: "default" })], { figures: [] }).panels[0]?.fields[0]?.text).toBe(
      "No snapshot before 10 January 2025",
    );
  });

  it("are told of what is known beyond the range: nothing is said to be missing before a day when it is not", () => {
    const outside = [figure("rf165", 250_000, "2024-12-20"), figure("rf172", 90_000, "2025-12-01")];
    expect(
      model({}, [press], { figures: outside }).panels[0]?.fields.map((field) => [field.text, dayOf(field.from), dayOf(field.to)]),
    ).toEqual([
      ["No published figure between 20 December 2024 and 11 January 2025", "2025-01-01", "2025-01-11"],
      ["No published figure between 15 January 2025 and 1 December 2025", "2025-01-15", "2025-01-31"],
    ]);
    const observed = series({ "2024-12-01": 1, "2025-01-10": 5 }, { source: "default" });
    expect(model({}, [observed], { figures: [] }).panels[0]?.fields).toHaveLength(1);
  });

  it("show how far two readings are apart, and the steepest published rise", () => {
    expect(panel?.bracket).toMatchObject({ day: numberOf("2025-01-15"), text: "×16" });
    expect(panel?.growth).toMatchObject({ from: numberOf("2025-01-11"), to: numberOf("2025-01-13"), days: 2 });
  });

  it("keep published values apart from modelled ones", () => {
    expect(panel?.lines[0]?.points.map((point) => point.published)).toEqual([true, true, true, false, false]);
  });

  it("leave out figures by week and where they are switched off", () => {
    expect(model({ interval: "week" }, [press]).panels[0]?.figures).toEqual([]);
    expect(model({ figures: false }, [press]).panels[0]?.figures).toEqual([]);
  });

  it("say of the figure that the address points out what it is, or that it has no place here", () => {
    expect(model({ figure: "rf004" }, [press]).description).toContain(" Pointed out: 2.4M, 13 Jan 2025, Similarweb, via Reuters.");
    expect(model({ figure: "rf001" }, [press]).description).toContain("Pointed out: about 300k, 6 Jan to 11 Jan 2025,");
    for (const change of [{ figure: "rf028" }, { figure: "rf004", interval: "week" as const }, { figure: "rf999" }])
      expect(model(change, [press]).description).toContain(` The figure ${change.figure} has no place on this chart.`);
    expect(model({}, [press]).description).not.toContain("figure");
  });

  it("of figures are no conflict beside a line that is made up", () => {
    const made = series({ "2025-01-10": 100, "2025-01-13": 900 }, { source: "illustrative" });
    expect(model({}, [made]).panels[0]?.figures.find((mark) => mark.figure.id === "rf003")?.state).toBe("alone");
  });

  it("of figures are left out of a sum: each is of one country", () => {
    const both = ["US", "GB"].map((country) => series({ "2025-01-10": 5, "2025-01-11": 8 }, { country, source: "default" }));
    const [panel] = model({ countries: ["US", "GB"], sum: true }, both).panels;
    expect(panel?.figures).toEqual([]);
    expect(panel?.subtitle).toBe("sum of US, GB, daily active users");
    expect(model({ countries: ["US", "GB"], sum: true }, [press]).empty).toBe(
      "No day has daily active users of RedNote for all of the US and the UK from 1 Jan to 31 Jan 2025.",
    );
  });

  it("of a sum say which countries it is of, and on how many days some were missing", () => {
    const codes = ["US", "GB", "NO", "DE", "FR"];
    const all = codes.map((country, index) =>
      series(index < 3 ? { "2025-01-10": 5, "2025-01-11": 8 } : { "2025-01-10": 5 }, { country, source: "default" }),
    );
    const { description, panels } = model({ countries: codes, sum: true, partial: true }, all);
    expect(panels[0]?.subtitle).toBe("sum of 5 countries, daily active users");
    expect(description).toContain("The sum is of US, GB, NO, DE, FR.");
    expect(description).toContain("On 1 of 2 days not all of the countries reported: the tip says how many.");
    expect(model({ countries: codes, sum: true }, all).description).not.toContain("not all of the countries");
    expect(model({ countries: ["US", "GB"], sum: true }, all).description).not.toContain("The sum is of");
  });

  it("that nobody has are named", () => {
    expect(model({ platforms: ["rednote", "tiktok"], countries: ["US", "NO"] }, [press]).description).toBe(
      "Daily active users, United States, Norway, by day. Equal slopes are equal growth. No data here for TikTok or Norway.",
    );
  });

  it("do not come from the order in which series arrive", () => {
    expect(
      model({ countries: ["GB", "US"] }, [press, series({ "2025-01-10": 10 }, { country: "GB" })]).panels[0]?.lines.map((line) => [
        line.country,
        line.stroke.color,
      ]),
    ).toEqual([
      ["GB", "rednote"],
      ["US", "series-3"],
    ]);
  });
});

describe("panels", () => {
  const tiktok = series({ "2025-01-13": 82_200_000, "2025-01-14": 83_000_000 }, { platform: "tiktok" });

  it("stand one for each platform, in the order of the view, or laid over each other", () => {
    expect(model({ platforms: ["tiktok", "rednote"] }, [press, tiktok]).panels.map((panel) => panel.title)).toEqual(["TikTok", "RedNote"]);
    expect(
      model({ platforms: ["tiktok", "rednote"], layout: "overlay" }, [press, tiktok]).panels.map((panel) => [
        panel.title,
        panel.lines.length,
      ]),
    ).toEqual([["Daily active users", 2]]);
  });

  it("of ranks run downwards", () => {
    const ranks = figure("rf043", 11, "2025-01-12", {
      metric: "app_store_rank_free_overall",
      metric_id: "app_store_rank",
      unit: "rank",
      fixes: [],
    });
    const axis = model({ metric: "app_store_rank" }, [], { figures: [ranks] }).panels[0]?.axis;
    expect(axis?.top).toBeLessThan(axis?.bottom ?? 0);
  });
});

describe("buckets", () => {
  it("that miss days say so, and one that has a single published day keeps its digits", () => {
    const [line] = model({ interval: "week" }, [press]).panels[0]?.lines ?? [];
    expect(line?.points.map((point) => [dayOf(point.day), point.reported, point.of])).toEqual([
      ["2025-01-06", 2, 7],
      ["2025-01-13", 3, 7],
    ]);
    const [single] = model({ interval: "month" }, [series({ "2025-01-13": 3_400_000 })]).panels[0]?.lines ?? [];
    expect(single?.points[0]).toMatchObject({ published: true, reported: 1, of: 31 });
  });

  it("know what is missing by day, not by bucket", () => {
    const fields = model({ interval: "month" }, [press], { figures: [] }).panels[0]?.fields;
    expect(fields?.map((field) => field.text)).toEqual(["No published figure after 15 January 2025"]);
  });
});

describe("zero on a logarithmic scale", () => {
  const zero = series({ "2025-01-10": 0, "2025-01-11": 10 }, { source: "default" });

  it("is a gap, and the picture says so", () => {
    const { panels, description } = model({}, [zero], { figures: [] });
    expect(panels[0]?.lines[0]?.points).toHaveLength(1);
    expect(description).toBe("Daily active users, United States, by day. One value of zero has no place on this scale.");
  });

  it("is a value on a linear one", () => {
    expect(model({ scale: "linear" }, [zero], { figures: [] }).panels[0]?.lines[0]?.points).toHaveLength(2);
  });

  it("alone cannot be drawn, with the reason", () => {
    expect(model({}, [series({ "2025-01-10": 0 })], { figures: [] }).empty).toMatch(/Zero has no place on a logarithmic scale/);
  });
});

describe("a reading", () => {
  it("has every line and figure of its day, in words too", () => {
    const view = { ...defaultView(), platforms: ["rednote"], range: { from: "2025-01-01", to: "2025-01-31" } };
    const one = model({}, [press, blog], { events: [event("first place", "2025-01-13")] });
    const table = seriesTable(view, [press, blog], catalog);
    const reading = readingAt(one, table, 12, catalog.platforms);
    expect(reading && spokenReading(reading, one.speech)).toBe(
      "Monday 13 January 2025. RedNote: Press reading, modelled, 3,400,000; Similarweb, via Reuters: 3.4M; Similarweb, via Reuters: 2.4M. Event: first place",
    );
    expect(readingAt(one, table, 13, catalog.platforms)?.groups[0]?.rows.map((row) => row.text)).toEqual(["32,500,000", "≈ 3.4M"]);
    expect(readingAt(one, table, 99, catalog.platforms)).toBeNull();
  });
});

describe("events", () => {
  it("are those of the period, the platforms and the countries", () => {
    const events = [
      event("inside", "2025-01-13"),
      event("before", "2024-12-06"),
      event("lasting", "2024-12-30", { until: "2025-01-02" }),
      event("elsewhere", "2025-01-14", { countries: ["TW"] }),
      event("everywhere", "2025-01-15", { countries: ["WORLD"] }),
      event("of another platform", "2025-01-16", { platforms: ["tiktok"] }),
    ];
    expect(model({}, [press], { events }).events.map((mark) => [mark.event.slug, mark.dateText])).toEqual([
      ["lasting", "30 Dec 2024–2 Jan 2025"],
      ["inside", "13 Jan"],
      ["everywhere", "15 Jan"],
    ]);
  });
});

describe("any picture", () => {
  it("is made without an exception, has finite axes, and places every point on them", () => {
    const values = fc.dictionary(
      fc.integer({ min: 20_060, max: 20_140 }).map(dayOf),
      fc.oneof(fc.integer({ min: 0, max: 1e9 }), fc.constant(0)),
      { maxKeys: 40 },
    );
    fc.assert(
      fc.property(
        values,
        values,
        fc.constantFrom("log" as const, "linear" as const),
        fc.constantFrom("day" as const, "week" as const, "month" as const),
        fc.boolean(),
        (a, b, scale, interval, overlay) => {
          const ascending = (of: Record<string, number>) => Object.fromEntries(Object.entries(of).sort(([x], [y]) => x.localeCompare(y)));
          const all = [series(ascending(a)), series(ascending(b), { platform: "tiktok", source: "default" })];
          const one = model({ scale, interval, platforms: ["rednote", "tiktok"], layout: overlay ? "overlay" : "panels" }, all);
          expect(spanText(one.headline).length).toBeGreaterThan(10);
          for (const panel of one.panels) {
            expect(Number.isFinite(panel.axis.bottom) && Number.isFinite(panel.axis.top)).toBe(true);
            for (const line of panel.lines) for (const point of line.points) if (scale === "log") expect(point.value).toBeGreaterThan(0);
          }
          if (one.panels.length === 0) expect(one.empty).not.toBeNull();
          expect(extentOf(all) === null || one.range.from <= one.range.to).toBe(true);
        },
      ),
    );
  });
});
