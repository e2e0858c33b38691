import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extentOf, seriesTable } from "../analysis/table.ts";
import type { Catalog } from "../model/catalog.ts";
import { dayOf, numberOf } from "../model/day.ts";
import type { Figure, SurgeEvent } from "../model/figure.ts";
import type { DailySeries } from "../model/series.ts";
import type { Source } from "../model/source.ts";
import { defaultView, type View } from "../model/view.ts";
import { type ChartModel, chartModel } from "./model.ts";
import { readingAt, spokenReading } from "./reading.ts";
import { spanText } from "./sentence.ts";

const source = (id: string, name: string, kind: Source["kind"]): Source => ({
  id,
  name,
  kind,
  publisher: "",
  url: "",
  licence: "",
  method: "",
  day_zone: "",
});
const metric = { unit: "users", whole: true, least: 0, most: 1e12, over_countries: "sum" as const };
const catalog: Catalog = {
  vintage: 2,
  received_at: "2026-11-22T00:00:00Z",
  days: null,
  platforms: [
    { id: "rednote", name: "RedNote" },
    { id: "tiktok", name: "TikTok" },
    { id: "lemon8", name: "Lemon8" },
  ],
  countries: [
    { id: "US", name: "United States", region: "Americas", population: null, population_year: null },
    { id: "GB", name: "United Kingdom", region: "Europe", population: null, population_year: null },
    { id: "NO", name: "Norway", region: "Europe", population: null, population_year: null },
  ],
  metrics: [
    { id: "daily_active_users", name: "Daily active users", over_time: "mean", ...metric },
    { id: "app_store_rank", name: "App Store rank", over_time: "min", ...metric, unit: "rank", over_countries: "none" },
  ],
  topics: [{ id: "all", name: "All topics" }],
  sources: [
    source("default", "Observed", "observed"),
    source("model-press", "Press reading", "modelled"),
    source("model-blog", "Blog reading", "modelled"),
    source("illustrative", "Illustrative", "illustrative"),
  ],
  coverage: [],
};

const series = (values: Record<string, number>, of: Partial<DailySeries> = {}): DailySeries => ({
  platform: "rednote",
  country: "US",
  metric: "daily_active_users",
  topic: "all",
  source: "model-press",
  ...of,
  days: Object.keys(values).map(numberOf),
  values: Object.values(values),
});
const figure = (id: string, value: number, from: string, of: Partial<Figure> = {}): Figure => ({
  id,
  platform: "rednote",
  country: "US",
  metric: "daily_active_users",
  metric_id: "daily_active_users",
  basis: "level",
  date_from: from,
  date_to: from,
  value,
  unit: "users",
  qualifier: "",
  estimate_kind: "estimate",
  publisher: "Reuters via Investing.com",
  data_provider: "Similarweb",
  url: "https://example.org",
  mirror: false,
  published_on: null,
  note: "",
  fixes: ["model-press"],
  ...of,
});
const event = (slug: string, date: string, of: Partial<SurgeEvent> = {}): SurgeEvent => ({
  date,
  until: null,
  slug,
  title: slug,
  short: slug,
  rank: 1,
  platforms: ["rednote"],
  countries: ["US"],
  kind: "legal",
  url: "",
  note: "",
  ...of,
});

const press = series({
  "2025-01-11": 300_000,
  "2025-01-12": 700_000,
  "2025-01-13": 3_400_000,
  "2025-01-14": 3_391_234,
  "2025-01-15": 918_235,
});
const blog = series({ "2025-01-14": 32_500_000, "2025-01-15": 14_900_000 }, { source: "model-blog" });
const figures = [
  figure("rf001", 300_000, "2025-01-06", { date_to: "2025-01-11", qualifier: "about" }),
  figure("rf002", 700_000, "2025-01-12", { qualifier: "under" }),
  figure("rf003", 3_400_000, "2025-01-13"),
  figure("rf004", 2_400_000, "2025-01-13", { fixes: [] }),
  figure("rf007", 32_500_000, "2025-01-14", { fixes: ["model-blog"] }),
  figure("rf008", 14_900_000, "2025-01-15", { fixes: ["model-blog"] }),
  figure("rf013", 50_000_000, "2025-01-15", { fixes: [], estimate_kind: "untraceable" }),
  figure("rf028", 818_000, "2025-01-01", { date_to: "2025-01-20", basis: "total", fixes: [] }),
];

function model(change: Partial<View>, all: DailySeries[], extra: { figures?: Figure[]; events?: SurgeEvent[] } = {}): ChartModel {
  const view: View = { ...defaultView(), platforms: ["rednote"], range: { from: "2025-01-01", to: "2025-01-31" }, ...change };
  const range = { from: numberOf("2025-01-01"), to: numberOf("2025-01-31") };
  const shown = all.filter(
    (one) => view.platforms.includes(one.platform) && view.countries.includes(one.country) && one.metric === view.metric,
  );
  const table = seriesTable(view, shown, catalog);
  const daily = seriesTable({ ...view, interval: "day" }, shown, catalog);
  return chartModel({ view, range, table, daily, series: shown, figures: extra.figures ?? figures, events: extra.events ?? [], catalog });
}

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
    expect(model({ interval: "month" }, [press]).panels[0]?.fields.at(-1)?.text).toBe("No published figure after 15 January 2025");
  });
});

describe("zero on a logarithmic scale", () => {
  const zero = series({ "2025-01-10": 0, "2025-01-11": 10 }, { source: "default" });

  it("is a gap, and the picture says so", () => {
    const { panels, description } = model({}, [zero], { figures: [] });
    expect(panels[0]?.lines[0]?.points).toHaveLength(1);
    expect(description).toBe(
      "Daily active users, United States, by day. Equal slopes are equal growth. One value of zero has no place on this scale.",
    );
  });

  it("is a value on a linear one", () => {
    expect(model({ scale: "linear" }, [zero], { figures: [] }).panels[0]?.lines[0]?.points).toHaveLength(2);
  });

  it("alone cannot be drawn, with the reason", () => {
    expect(model({}, [series({ "2025-01-10": 0 })], { figures: [] }).empty).toMatch(/Zero has no place on a logarithmic scale/);
  });
});

describe("the sentence", () => {
  const say = (change: Partial<View>, all: DailySeries[], extra?: { figures?: Figure[] }) => spanText(model(change, all, extra).headline);

  it("quotes published values only, and both readings", () => {
    expect(say({}, [press, blog])).toBe(
      "RedNote in the US rose from about 300,000 daily users to 3.4 million in two days. A second estimate peaks at 32.5 million.",
    );
  });

  it("is the same by week", () => {
    expect(say({ interval: "week" }, [press, blog])).toBe(say({}, [press, blog]));
  });

  it("says that a line stayed, fell, or stood once", () => {
    const observed = { source: "default" };
    expect(say({}, [series({ "2025-01-10": 8e7, "2025-01-12": 1.068e8, "2025-01-14": 8.2e7 }, observed)])).toBe(
      "RedNote in the US stayed between 80 and 107 million.",
    );
    expect(say({}, [series({ "2025-01-10": 900_000, "2025-01-13": 300_000 }, observed)])).toBe(
      "RedNote in the US fell from 900,000 daily users to 300,000 in three days.",
    );
    expect(say({}, [series({ "2025-01-10": 900_000 }, observed)])).toBe("RedNote in the US had 900,000 daily users on 10 January 2025.");
  });

  it("never passes off what is made up", () => {
    const made = series({ "2025-01-10": 100, "2025-01-12": 900 }, { source: "illustrative" });
    expect(say({}, [made])).toBe("Made up: RedNote in the US rose from 100 daily users to 900 in two days.");
    expect(say({}, [press, made])).not.toContain("900");
  });

  it("admits where a line runs between published figures", () => {
    expect(say({}, [series({ "2025-01-14": 3_391_234 })])).toBe(
      "RedNote in the US has no published figure in these days; the line between them is modelled.",
    );
  });

  it("says why nothing is drawn", () => {
    expect(say({ countries: ["NO"] }, [])).toBe("No source reports daily active users of RedNote for Norway from 1 Jan to 31 Jan 2025.");
    expect(say({ platforms: [] }, [])).toBe("No platform is chosen.");
    expect(say({ countries: [] }, [])).toBe("No country is chosen.");
  });
});

describe("a reading", () => {
  it("has every line and figure of its day, in words too", () => {
    const view = { ...defaultView(), platforms: ["rednote"], range: { from: "2025-01-01", to: "2025-01-31" } };
    const one = model({}, [press, blog], { events: [event("first place", "2025-01-13")] });
    const table = seriesTable(view, [press, blog], catalog);
    const reading = readingAt(one, table, 12, catalog.platforms);
    expect(reading && spokenReading(reading)).toBe(
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
