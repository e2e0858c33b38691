import type { Extent } from "../../data/analysis/table.ts";
import { dayWithYear, shortRange } from "../../data/chart/format.ts";
import { dayOf, numberOf, partsOf } from "../../data/model/day.ts";
import type { Range } from "../../data/model/view.ts";

/** A range with a name. */
export interface Preset {
  name: string;
  /** Its days, under the name. */
  days: string;
  /** `null` where the view has no data to count from. */
  range: Range | null;
  /** Whether it stands in the row under the chart, too. */
  row: boolean;
}

const LAW = "2024-04-24";

/** The ranges on offer, beside the first and last day with data in this view. */
export function presets(extent: Extent | null): Preset[] {
  const since = extent !== null && extent.to > numberOf(LAW) ? { from: LAW, to: dayOf(extent.to) } : null;
  return [
    fixed("Surge week", "2025-01-10", "2025-01-24"),
    fixed("Month around", "2025-01-01", "2025-02-15"),
    { name: "Since the law", days: `from ${dayWithYear(numberOf(LAW))}`, range: since, row: true },
    { name: "Last 28 days", days: "of data", range: extent && { last: 28 }, row: false },
    { name: "All", days: extent ? `from ${dayWithYear(extent.from)}` : "no data", range: extent && "all", row: true },
  ];
}

export function sameRange(a: Range | null, b: Range): boolean {
  if (a === null || typeof a === "string" || typeof b === "string") return a === b;
  if ("last" in a || "last" in b) return "last" in a && "last" in b && a.last === b.last;
  return a.from === b.from && a.to === b.to;
}

function fixed(name: string, from: string, to: string): Preset {
  const last = numberOf(to);
  return { name, days: `${shortRange(numberOf(from), last)} ${partsOf(last).year}`, range: { from, to }, row: true };
}
