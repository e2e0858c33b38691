import type { Day } from "../model/day.ts";
import type { Figure } from "../model/figure.ts";

type Published = Pick<Figure, "published_on">;

/** Whether nobody noted when a figure was published. */
export function isUndated(figure: Published): boolean {
  return figure.published_on === null;
}

/**
 * The last day on which any of the figures was published; `null` where none has a day.
 *
 * @example latestOf([{ published_on: "2025-01-14" }, { published_on: null }]) // "2025-01-14"
 */
export function latestOf(figures: readonly Published[]): Day | null {
  let latest: Day | null = null;
  for (const { published_on } of figures) if (published_on !== null && (latest === null || published_on > latest)) latest = published_on;
  return latest;
}

/**
 * What was known on a day: the figures that had been published by its end. Those without a day of publication are
 * there from the latest day of all on, when everything is known; before, nobody can say whether they were.
 *
 * @param figures all that there are, so that the latest day does not depend on what is shown of them
 * @example knownOn([{ published_on: "2025-01-14" }, { published_on: "2025-02-01" }, { published_on: null }], "2025-01-20")
 * // [{ published_on: "2025-01-14" }]
 */
export function knownOn<One extends Published>(figures: readonly One[], day: Day): One[] {
  const latest = latestOf(figures);
  return figures.filter(({ published_on }) => (published_on === null ? latest === null || day >= latest : published_on <= day));
}

/**
 * The days on which figures were published, each once, ascending: the stops of a slider.
 *
 * @example publicationDays([{ published_on: "2025-02-01" }, { published_on: null }, { published_on: "2025-01-14" }])
 * // ["2025-01-14", "2025-02-01"]
 */
export function publicationDays(figures: readonly Published[]): Day[] {
  return [...new Set(figures.flatMap(({ published_on }) => (published_on === null ? [] : [published_on])))].sort();
}
