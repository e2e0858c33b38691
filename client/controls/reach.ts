import type { Catalog, Coverage } from "../../data/model/catalog.ts";
import type { Figure } from "../../data/model/figure.ts";
import { sourcesOf, type View } from "../../data/model/view.ts";

/**
 * What a choice would show beside the rest of the view. `lines`: daily series. `figures`: published figures alone.
 * `off`: only sources that are off have it. `elsewhere`: the metric has it, but not beside the other choices.
 */
export type Reach = "lines" | "figures" | "off" | "elsewhere" | "none";

/** Best first. */
export const REACHES = ["lines", "figures", "off", "elsewhere", "none"] as const satisfies readonly Reach[];

type Dimension = "metric" | "platforms" | "countries" | "topics";

/** What each id of one dimension would show, the others staying as the view has them. */
export function reachOf(
  dimension: Dimension,
  view: View,
  catalog: Pick<Catalog, "coverage" | "sources">,
  figures: readonly Figure[],
): (id: string) => Reach {
  const best = new Map<string, Reach>();
  const note = (id: string, reach: Reach) => {
    const before = best.get(id);
    if (before === undefined || REACHES.indexOf(reach) < REACHES.indexOf(before)) best.set(id, reach);
  };
  const shown = sourcesOf(view, catalog);
  for (const row of catalog.coverage) {
    if (dimension !== "metric" && row.metric !== view.metric) continue;
    const here =
      (dimension === "platforms" || view.platforms.includes(row.platform)) &&
      (dimension === "countries" || row.countries.some((country) => view.countries.includes(country)));
    for (const id of idsOf(row, dimension)) note(id, here ? (shown.includes(row.source) ? "lines" : "off") : "elsewhere");
  }
  if (view.figures && dimension !== "topics")
    for (const figure of figures) {
      if (figure.metric_id === null || figure.basis === "total" || figure.estimate_kind === "untraceable") continue;
      if (dimension !== "metric" && figure.metric_id !== view.metric) continue;
      if (dimension !== "platforms" && !view.platforms.includes(figure.platform)) continue;
      if (dimension !== "countries" && !view.countries.includes(figure.country)) continue;
      note(dimension === "metric" ? figure.metric_id : dimension === "platforms" ? figure.platform : figure.country, "figures");
    }
  return (id) => best.get(id) ?? "none";
}

function idsOf(row: Coverage, dimension: Dimension): readonly string[] {
  if (dimension === "metric") return [row.metric];
  return dimension === "platforms" ? [row.platform] : row[dimension];
}
