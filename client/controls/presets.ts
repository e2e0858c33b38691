import type { Extent } from "../../data/analysis/table.ts";
import { dayOf, numberOf, partsOf } from "../../data/model/day.ts";
import type { Range } from "../../data/model/view.ts";
import { dayWithYear, rangeText, shortRange } from "../app/format.ts";
import { language, wordsOf } from "../app/language.ts";
import { CONTROLS } from "./words.ts";

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
  const words = wordsOf(CONTROLS);
  const { preset } = words;
  return [
    fixed(preset.week, "2025-01-10", "2025-01-24"),
    fixed(preset.month, "2025-01-01", "2025-02-15"),
    { name: preset.law, days: words.since(dayWithYear(numberOf(LAW))), range: since, row: true },
    { name: preset.last, days: words.ofData, range: extent && { last: 28 }, row: false },
    { name: preset.all, days: extent ? words.since(dayWithYear(extent.from)) : words.noData, range: extent && "all", row: true },
  ];
}

export function sameRange(a: Range | null, b: Range): boolean {
  if (a === null || typeof a === "string" || typeof b === "string") return a === b;
  if ("last" in a || "last" in b) return "last" in a && "last" in b && a.last === b.last;
  return a.from === b.from && a.to === b.to;
}

function fixed(name: string, from: string, to: string): Preset {
  const [first, last] = [numberOf(from), numberOf(to)];
  const days = language() === "en" ? `${shortRange(first, last)} ${partsOf(last).year}` : rangeText(first, last);
  return { name, days, range: { from, to }, row: true };
}
