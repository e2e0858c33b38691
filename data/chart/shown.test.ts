import { describe, expect, it } from "vitest";
import type { Figure, SurgeEvent } from "../model/figure.ts";
import type { Metric } from "../model/metric.ts";
import { defaultView, type View } from "../model/view.ts";
import { drawnSeries, type Known, shownBy } from "./shown.ts";

const source = (id: string, kind: "observed" | "illustrative" = "observed") => ({
  id,
  name: id,
  kind,
  publisher: "",
  url: "",
  licence: "",
  method: "",
  day_zone: "",
});

const part = (source: string, countries: string[], over: Partial<Known["catalog"]["coverage"][number]> = {}) => ({
  platform: "rednote",
  metric: "daily_active_users",
  source,
  countries,
  topics: ["all"],
  first: "2025-01-01",
  last: "2025-02-01",
  ...over,
});

const figure = (id: string, over: Partial<Figure> = {}) =>
  ({
    id,
    platform: "rednote",
    country: "US",
    metric: "dau",
    metric_id: "daily_active_users",
    fixes: [],
    data_provider: "Similarweb",
    published_on: "2025-01-14",
    ...over,
  }) as Figure;

const event = (slug: string, platforms: string[], countries: string[]) => ({ slug, platforms, countries }) as SurgeEvent;

const KNOWN: Known = {
  catalog: {
    metrics: ["daily_active_users", "downloads", "posts"].map((id) => ({ id }) as Metric),
    sources: [source("panel"), source("press"), source("counted"), source("downloads"), source("made-up", "illustrative")],
    coverage: [
      part("press", ["US", "GB"]),
      part("panel", ["DE"]),
      part("downloads", ["US"], { metric: "downloads" }),
      part("made-up", ["US"]),
      part("counted", ["US"], { metric: "posts", topics: ["all", "cats"] }),
    ],
  },
  figures: [
    figure("us"),
    figure("german", { country: "DE" }),
    figure("late", { published_on: "2025-03-01" }),
    figure("tower", { data_provider: "Sensor Tower", metric: "downloads_daily" }),
    figure("lemon", { platform: "lemon8" }),
    figure("fixes", { metric_id: null, fixes: ["press"] }),
    figure("monthly", { metric_id: "monthly_active_users" }),
  ],
  events: [event("law", ["tiktok"], ["US"]), event("world", ["rednote"], ["WORLD"]), event("berlin", ["rednote"], ["DE"])],
};

const shown = (view: Partial<View>, page: Parameters<typeof shownBy>[1] = "growth") => shownBy({ ...defaultView(), ...view }, page, KNOWN);

describe("what a page shows", () => {
  it("is the sources with series, the events and the figures of its platforms and countries", () => {
    expect(shown({})).toEqual({ sources: ["press"], events: ["law", "world"], figures: ["us", "late", "tower", "fixes"] });
    expect(shown({ countries: ["DE"] })).toEqual({ sources: ["panel"], events: ["world", "berlin"], figures: ["german"] });
    expect(shown({ topics: ["cats"] }).sources).toEqual([]);
  });

  it("has what is made up where it was chosen only", () => {
    expect(shown({ sources: ["made-up", "downloads"] }).sources).toEqual(["made-up"]);
  });

  it("is of every country where the page is", () => {
    for (const page of ["map", "countries"] as const) expect(shown({}, page).sources).toEqual(["panel", "press"]);
  });

  it("is a metric that somebody has by topic, and every topic, on the page of topics", () => {
    expect(shown({}, "topics").sources).toEqual(["counted"]);
    const { metric, isTopic } = drawnSeries({ ...defaultView(), topics: ["cats"] }, "topics", KNOWN.catalog);
    expect([metric, isTopic("cats"), isTopic("all"), isTopic("dogs")]).toEqual(["posts", true, true, false]);
    expect(drawnSeries(defaultView(), "topics", KNOWN.catalog).isTopic("dogs")).toBe(true);
  });

  it("leaves out figures as the view does", () => {
    expect(shown({ figures: false }).figures).toEqual([]);
    expect(shown({ known: "2025-01-20" }).figures).toEqual(["us", "tower", "fixes"]);
    expect(shown({ providers: ["sensor-tower"] }).figures).toEqual(["tower"]);
    expect(shown({ quantities: ["dau"] }).figures).toEqual(["us", "late", "fixes"]);
  });

  it("is figures alone on the page of evidence, all of them where nothing is chosen, and nothing of the view on others", () => {
    expect(shown({ platforms: [], countries: [], figures: false }, "evidence")).toEqual({
      sources: [],
      events: [],
      figures: ["us", "german", "late", "tower", "lemon", "fixes", "monthly"],
    });
    for (const page of ["story", "data", "method"] as const) expect(shown({}, page)).toEqual({ sources: [], events: [], figures: [] });
  });
});
