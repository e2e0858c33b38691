import type { Day } from "../model/day.ts";
import { countryCode, day, decimal, free, items, type Row, row, slug, word } from "../reference/row.ts";

/**
 * How a figure fixes a day.
 * - `published`: its own value on its own day
 * - `first_day`, `last_day`, `middle_day`, `each_day`: its value on that day, or each, of the days it stands for
 * - `bound`: an upper bound, taken at the bound
 * - `held`: its value on a later day, and flat, without a rhythm, up to it
 * - `mean_fall`: it says how far the mean of some days is under the mean of the days before; one constant daily rate does it
 * - `fall`: it says how far this day is under its first day
 * - `neighbour`: its value times the weekly rhythm, on a day beside a spike
 */
const ANCHOR_RULES = [
  "published",
  "first_day",
  "last_day",
  "middle_day",
  "each_day",
  "bound",
  "held",
  "mean_fall",
  "fall",
  "neighbour",
] as const;

/** One day of one modelled series, with the figures that fix it. A line of `anchors.csv`. */
export interface Anchor {
  source: string;
  platform: string;
  country: string;
  metric: string;
  day: Day;
  /** In the metric's unit. */
  value: number;
  /** Ids of figures; at least one. */
  figures: string[];
  rule: (typeof ANCHOR_RULES)[number];
  note: string;
}

/** `anchors.csv` */
export const ANCHOR_ROW: Row<Anchor> = row(
  {
    source: slug,
    platform: slug,
    country: countryCode,
    metric: slug,
    day,
    value: decimal,
    figure: items,
    rule: word(ANCHOR_RULES),
    note: free,
  },
  ({ figure, ...cells }) => ({ ...cells, figures: figure }),
);

/**
 * Which sources each figure fixes, by the figure's id. A figure that fixes nothing is not in it.
 *
 * @example fixedSources(anchors).get("rf003") // ["model-press"]
 */
export function fixedSources(anchors: readonly Pick<Anchor, "source" | "figures">[]): Map<string, string[]> {
  const sources = new Map<string, string[]>();
  for (const { source, figures } of anchors)
    for (const figure of figures) {
      const known = sources.get(figure) ?? [];
      if (!known.includes(source)) sources.set(figure, [...known, source]);
    }
  return sources;
}
