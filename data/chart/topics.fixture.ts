import type { Catalog } from "../model/catalog.ts";
import { numberOf } from "../model/day.ts";
import type { DailySeries } from "../model/series.ts";
import type { SourceKind } from "../model/source.ts";
import { defaultView, type View } from "../model/view.ts";
import { type TopicsModel, topicsModel } from "./topics.ts";

export const FIRST = numberOf("2025-01-13");
export const NAMES = ["cost-of-living", "privacy", "cultural-warmth", "a", "b", "c", "d", "e", "f"];

export function catalogOf(kind: SourceKind, topics: readonly string[] = NAMES): Catalog {
  const posts = {
    id: "posts",
    name: "Posts",
    unit: "posts",
    over_time: "sum",
    over_countries: "sum",
    whole: true,
    least: 0,
    most: 1e12,
  } as const;
  return {
    vintage: 3,
    received_at: null,
    days: { first: "2025-01-13", last: "2025-01-20" },
    platforms: [
      { id: "rednote", name: "RedNote" },
      { id: "tiktok", name: "TikTok" },
    ],
    countries: ["US", "GB"].map((id) => ({
      ...{ id, name: id === "US" ? "United States" : "United Kingdom", region: "", population: null, population_year: null },
    })),
    metrics: [{ ...posts, id: "daily_active_users", name: "Daily active users" }, posts],
    topics: [{ id: "all", name: "All topics" }, ...NAMES.map((id) => ({ id, name: `T ${id}` }))],
    sources: [{ id: "desk", name: "Desk", kind, publisher: "Desk", url: "", licence: "", method: "", day_zone: "" }],
    coverage: [
      {
        ...{ platform: "rednote", metric: "posts", source: "desk", countries: ["US", "GB"] },
        ...{ topics: ["all", ...topics], first: "2025-01-13", last: "2025-01-20" },
      },
    ],
  };
}

/** Posts a day from 13 January 2025; `null` is a day without a report. */
export function topicSeries(topic: string, values: readonly (number | null)[], country = "US"): DailySeries {
  const told = values.flatMap((value, index) => (value === null ? [] : [{ day: FIRST + index, value }]));
  return {
    ...{ platform: "rednote", country, metric: "posts", source: "desk", topic },
    ...{ days: told.map(({ day }) => day), values: told.map(({ value }) => value) },
  };
}

/** Two topics on three days; on the second one of them is missing. */
export const topicsOf = (countries: readonly string[]): DailySeries[] =>
  countries.flatMap((country) => [
    topicSeries("all", [100, 100, 200], country),
    topicSeries("cost-of-living", [10, null, 40], country),
    topicSeries("privacy", [20, 20, 20], country),
  ]);

export const TOPICS_VIEW: View = {
  ...defaultView(),
  ...{ metric: "posts", platforms: ["rednote"], sources: ["desk"], range: { from: "2025-01-13", to: "2025-01-15" } },
};

export function drawTopics(
  differences: Partial<View> = {},
  series: readonly DailySeries[] = topicsOf(["US"]),
  kind: SourceKind = "observed",
  topics: readonly string[] = ["cost-of-living", "privacy"],
): TopicsModel {
  const catalog = catalogOf(kind, topics);
  return topicsModel({ view: { ...TOPICS_VIEW, ...differences }, range: { from: FIRST, to: FIRST + 2 }, series, catalog });
}
