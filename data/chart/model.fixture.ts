import { seriesTable } from "../analysis/table.ts";
import type { Catalog } from "../model/catalog.ts";
import { numberOf } from "../model/day.ts";
import type { Figure, SurgeEvent } from "../model/figure.ts";
import type { DailySeries } from "../model/series.ts";
import type { Source } from "../model/source.ts";
import { defaultView, type View } from "../model/view.ts";
import { chartModel } from "./model.ts";
import type { ChartModel } from "./picture.ts";

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
export const catalog: Catalog = {
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
  topics: [
    { id: "all", name: "All topics" },
    { id: "privacy", name: "Privacy" },
  ],
  sources: [
    source("default", "Observed", "observed"),
    source("model-press", "Press reading", "modelled"),
    source("model-blog", "Blog reading", "modelled"),
    source("illustrative", "Illustrative", "illustrative"),
  ],
  coverage: [],
};

export const series = (values: Record<string, number>, of: Partial<DailySeries> = {}): DailySeries => ({
  platform: "rednote",
  country: "US",
  metric: "daily_active_users",
  topic: "all",
  source: "model-press",
  ...of,
  days: Object.keys(values).map(numberOf),
  values: Object.values(values),
});
export const figure = (id: string, value: number, from: string, of: Partial<Figure> = {}): Figure => ({
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
export const event = (slug: string, date: string, of: Partial<SurgeEvent> = {}): SurgeEvent => ({
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

export const press = series({
  "2025-01-11": 300_000,
  "2025-01-12": 700_000,
  "2025-01-13": 3_400_000,
  "2025-01-14": 3_391_234,
  "2025-01-15": 918_235,
});
export const blog = series({ "2025-01-14": 32_500_000, "2025-01-15": 14_900_000 }, { source: "model-blog" });
export const figures = [
  figure("rf001", 300_000, "2025-01-06", { date_to: "2025-01-11", qualifier: "about" }),
  figure("rf002", 700_000, "2025-01-12", { qualifier: "under" }),
  figure("rf003", 3_400_000, "2025-01-13"),
  figure("rf004", 2_400_000, "2025-01-13", { fixes: [] }),
  figure("rf007", 32_500_000, "2025-01-14", { fixes: ["model-blog"] }),
  figure("rf008", 14_900_000, "2025-01-15", { fixes: ["model-blog"] }),
  figure("rf013", 50_000_000, "2025-01-15", { fixes: [], estimate_kind: "untraceable" }),
  figure("rf028", 818_000, "2025-01-01", { date_to: "2025-01-20", basis: "total", fixes: [] }),
];

export function model(change: Partial<View>, all: DailySeries[], extra: { figures?: Figure[]; events?: SurgeEvent[] } = {}): ChartModel {
  const view: View = { ...defaultView(), platforms: ["rednote"], range: { from: "2025-01-01", to: "2025-01-31" }, ...change };
  const range = { from: numberOf("2025-01-01"), to: numberOf("2025-01-31") };
  const shown = all.filter(
    (one) => view.platforms.includes(one.platform) && view.countries.includes(one.country) && one.metric === view.metric,
  );
  const table = seriesTable(view, shown, catalog);
  const daily = seriesTable({ ...view, interval: "day" }, shown, catalog);
  return chartModel({ view, range, table, daily, series: shown, figures: extra.figures ?? figures, events: extra.events ?? [], catalog });
}
