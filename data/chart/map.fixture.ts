import { surgeOf } from "../analysis/surge.ts";
import type { Extent } from "../analysis/table.ts";
import type { Catalog } from "../model/catalog.ts";
import { type Day, numberOf } from "../model/day.ts";
import type { Figure } from "../model/figure.ts";
import type { DailySeries } from "../model/series.ts";
import { defaultView, type View } from "../model/view.ts";
import { type MapModel, mapModel } from "./map-model.ts";
import { catalog as base, series } from "./model.fixture.ts";

const country = (id: string, name: string, population: number | null) => ({
  ...{ id, name, region: "", population, population_year: population === null ? null : 2024 },
});

/** A catalog of five countries and the world; which series it has is told from them. */
export function catalogWith(all: readonly DailySeries[]): Catalog {
  return {
    ...base,
    countries: [
      country("AX", "Åland Islands", null),
      country("GB", "United Kingdom", 69_000_000),
      country("NO", "Norway", 5_600_000),
      country("SG", "Singapore", 6_000_000),
      country("US", "United States", 340_000_000),
      country("WORLD", "World", 8_000_000_000),
    ],
    coverage: all.map(({ platform, metric, source, country: of, topic }) => ({
      ...{ platform, metric, source, countries: [of], topics: [topic], first: "2025-01-01", last: "2025-01-31" },
    })),
  };
}

export const RANGE: Extent = { from: numberOf("2025-01-10"), to: numberOf("2025-01-20") };

/** A map of some series in {@link RANGE}, with its catalog. */
export function mapOf(
  change: Partial<View>,
  all: readonly DailySeries[],
  figures: readonly Figure[] = [],
  range: Extent = RANGE,
): { model: MapModel; catalog: Catalog } {
  const catalog = catalogWith(all);
  const view: View = { ...defaultView(), ...change };
  const metric = catalog.metrics.find(({ id }) => id === view.metric) ?? { over_time: "mean" };
  return { catalog, model: mapModel(view, all, catalog, { range, figures, answerOf: (one) => surgeOf(one, metric) }) };
}

/** A series of some days, made up. */
export function madeUp(of: string, values: Record<Day, number>, change: Partial<DailySeries> = {}): DailySeries {
  return series(values, { country: of, source: "illustrative", ...change });
}

/** 120 days, the surge of which begins on day 43 and reaches a multiple of its level. */
export function surging(of: string, level: number, multiple: number): DailySeries {
  const days = Array.from({ length: 120 }, (_, index) => numberOf("2024-12-01") + index);
  const values = days.map((_, index) => {
    const above = index < 43 ? 0 : index < 49 ? (index - 42) / 7 : 0.25 + 0.75 * 2 ** (-(index - 49) / 6);
    return Math.round(level * (1 + (multiple - 1) * above));
  });
  return { platform: "rednote", country: of, metric: "daily_active_users", topic: "all", source: "illustrative", days, values };
}
