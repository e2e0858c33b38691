import { type Extent, resolveRange } from "../data/analysis/table.ts";
import type { Catalog } from "../data/model/catalog.ts";
import { type Day, numberOf } from "../data/model/day.ts";
import type { View } from "../data/model/view.ts";
import { RequestProblem } from "./problem.ts";

/**
 * Refuses a view whose answer would be made of too many days times series, by what the catalog says is there: before
 * anything is read.
 *
 * @param view with its sources named
 * @throws RequestProblem (400) that says how many there are, and how to ask for less
 */
export function refuseTooManyPoints(view: View, catalog: Pick<Catalog, "coverage">, most: number): void {
  const { series, extent } = askedOf(view, catalog);
  const range = resolveRange(view.range, extent);
  if (range === null) return;
  const days = range.to - range.from + 1;
  // Dates are told even where no series is.
  const points = days * Math.max(1, series);
  if (points <= most) return;
  const detail = `This is about ${days} days of ${series} series, ${points} points; an answer is made of ${most} at most. Ask for fewer days with \`from\` and \`to\`, or for fewer \`platforms\`, \`countries\`, \`topics\` or \`sources\`.`;
  throw new RequestProblem("bad-address", detail, {
    errors: [{ field: series > days ? "countries" : "from", code: "too_many_points", detail }],
  });
}

/** How many series a view asks for, and the days that they span. */
function askedOf(view: View, { coverage }: Pick<Catalog, "coverage">): { series: number; extent: Extent | null } {
  const asked = {
    platforms: new Set(view.platforms),
    countries: new Set(view.countries),
    topics: new Set(view.topics),
    sources: new Set(view.sources),
  };
  let series = 0;
  let days: { first: Day; last: Day } | undefined;
  for (const part of coverage) {
    if (part.metric !== view.metric || !asked.platforms.has(part.platform) || !asked.sources.has(part.source)) continue;
    const countries = part.countries.filter((country) => asked.countries.has(country)).length;
    const topics = part.topics.filter((topic) => asked.topics.has(topic)).length;
    if (countries * topics === 0) continue;
    series += countries * topics;
    const { first, last } = part;
    // Days are in the order of their texts.
    if (days === undefined) days = { first, last };
    else days = { first: first < days.first ? first : days.first, last: last > days.last ? last : days.last };
  }
  return { series, extent: days ? { from: numberOf(days.first), to: numberOf(days.last) } : null };
}
