import { numberOf } from "../../../data/model/day.ts";
import type { DailySeries } from "../../../data/model/series.ts";
import { defaultView, type View } from "../../../data/model/view.ts";
import type { AllLoaded } from "../../app/all-countries.ts";
import { CATALOG } from "../../controls/catalog.fixture.ts";

/** First day of each series. */
export const FIRST = numberOf("2025-01-01");

/** A series of a level that rises once to a multiple of it and falls back by half every six days. */
function surging(platform: string, country: string, source: string, level: number, multiple: number, count = 80): DailySeries {
  const days = Array.from({ length: count }, (_, index) => FIRST + index);
  const values = days.map((_, index) => {
    const above = index < 30 ? 0 : index < 35 ? (index - 29) / 6 : 2 ** (-(index - 35) / 6);
    // A little unrest, the same each time.
    return Math.round(level * (1 + (multiple - 1) * above) * (1 + 0.01 * Math.sin(index * 7)));
  });
  return { platform, country, metric: "daily_active_users", topic: "all", source, days, values };
}

export const VIEW: View = { ...defaultView(), sources: ["default", "model-press", "model-blog"], range: "all" };

/** RedNote in three countries, one of them flat and one by two sources, and TikTok in one. */
export function loaded(): AllLoaded {
  return {
    view: VIEW,
    catalog: CATALOG,
    figures: [],
    series: [
      surging("tiktok", "US", "model-press", 80_000_000, 1),
      surging("rednote", "US", "model-press", 300_000, 11),
      surging("rednote", "US", "model-blog", 300_000, 30, 40),
      surging("rednote", "GB", "default", 40_000, 5),
      surging("rednote", "DE", "default", 123_456, 1),
    ],
  };
}

export const RANGE = { from: FIRST, to: FIRST + 79 };
