import type { Extent } from "../analysis/table.ts";
import { numberOf } from "../model/day.ts";
import type { Figure } from "../model/figure.ts";
import type { SeriesKey } from "../model/series.ts";

/**
 * The figures that stand under a chart: those of its metric on its days, and those of other metrics that fix a line of it.
 *
 * @param figures of the platforms and countries of the chart
 * @param lines what is drawn
 */
export function listedFigures(
  figures: readonly Figure[],
  metric: string,
  lines: readonly Pick<SeriesKey, "platform" | "country" | "source">[],
  range: Extent,
): Figure[] {
  const fixes = (figure: Figure) =>
    figure.metric.startsWith(metric) &&
    lines.some((line) => figure.fixes.includes(line.source) && line.platform === figure.platform && line.country === figure.country);
  return figuresWithin(figures, { ...range, from: range.from - 1 }).filter((figure) => figure.metric_id === metric || fixes(figure));
}

/** Figures that stand for any of some days. */
export function figuresWithin(figures: readonly Figure[], { from, to }: Extent): Figure[] {
  return figures.filter((figure) => numberOf(figure.date_to) >= from && numberOf(figure.date_from) <= to);
}
