import type { Catalog, Coverage } from "../../data/model/catalog.ts";
import type { Figure, SurgeEvent } from "../../data/model/figure.ts";

/** A catalog in small, for tests: three platforms, six countries, three metrics, four sources. */
export const CATALOG: Catalog = {
  vintage: 2,
  received_at: "2026-11-22T10:00:00Z",
  days: { first: "2024-10-01", last: "2025-06-30" },
  platforms: [
    { id: "capcut", name: "CapCut" },
    { id: "rednote", name: "RedNote" },
    { id: "tiktok", name: "TikTok" },
  ],
  countries: [
    ["AU", "Australia"],
    ["CI", "Côte d’Ivoire"],
    ["DE", "Germany"],
    ["GB", "United Kingdom"],
    ["US", "United States"],
    ["WORLD", "World"],
    ["AT", "Austria"],
    ["BY", "Belarus"],
    ["CY", "Cyprus"],
  ].map(([id = "", name = ""]) => ({ id, name, region: "", population: null, population_year: null })),
  metrics: [
    {
      id: "daily_active_users",
      name: "Daily active users",
      unit: "users",
      over_time: "mean",
      over_countries: "sum",
      whole: true,
      least: 0,
      most: 1e10,
    },
    { id: "posts", name: "Posts", unit: "posts", over_time: "sum", over_countries: "sum", whole: true, least: 0, most: 1e12 },
    {
      id: "app_store_rank",
      name: "App Store rank",
      unit: "rank",
      over_time: "min",
      over_countries: "none",
      whole: true,
      least: 1,
      most: 1e4,
    },
  ],
  topics: [
    { id: "all", name: "All topics" },
    { id: "privacy", name: "Privacy" },
  ],
  sources: [
    source("default", "Unnamed source", "observed"),
    source("model-press", "Press reading", "modelled"),
    source("model-blog", "Blog reading", "modelled"),
    source("illustrative", "Illustrative", "illustrative"),
  ],
  coverage: [
    covers("rednote", "daily_active_users", "model-press", ["US"]),
    covers("rednote", "daily_active_users", "model-blog", ["US"]),
    covers("tiktok", "daily_active_users", "model-press", ["US"]),
    covers("rednote", "daily_active_users", "illustrative", ["US", "DE"]),
    covers("rednote", "posts", "illustrative", ["US", "DE"], ["all", "privacy"]),
  ],
};

function source(id: string, name: string, kind: Catalog["sources"][number]["kind"]): Catalog["sources"][number] {
  return { id, name, kind, publisher: "", url: "", licence: "", method: `How ${name} is made; and more. And more.`, day_zone: "" };
}

function covers(platform: string, metric: string, sourceId: string, countries: string[], topics = ["all"]): Coverage {
  return { platform, metric, source: sourceId, countries, topics, first: "2025-01-01", last: "2025-02-14" };
}

/** A figure that fixes the press reading, with what a test says otherwise. */
export function figure(differences: Partial<Figure> = {}): Figure {
  return {
    id: "rf003",
    platform: "rednote",
    country: "US",
    metric: "daily_active_users",
    metric_id: "daily_active_users",
    basis: "level",
    date_from: "2025-01-13",
    date_to: "2025-01-13",
    value: 3_400_000,
    unit: "users",
    qualifier: "",
    estimate_kind: "estimate",
    publisher: "Reuters via Investing.com",
    data_provider: "Similarweb",
    url: "https://investing.com/news",
    mirror: false,
    published_on: "2025-01-16",
    note: "",
    fixes: ["model-press"],
    ...differences,
  };
}

/** An event in the US, with what a test says otherwise. */
export function surgeEvent(differences: Partial<SurgeEvent> = {}): SurgeEvent {
  return {
    date: "2025-01-17",
    until: null,
    slug: "scotus-ruling",
    title: "Supreme Court unanimously upholds the law",
    short: "Law upheld",
    rank: 4,
    platforms: ["tiktok"],
    countries: ["US"],
    kind: "legal",
    url: "https://example.org/ruling",
    note: "",
    ...differences,
  };
}
