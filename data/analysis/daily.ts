import { numberOf } from "../model/day.ts";
import type { DailySeries, SeriesTable } from "../model/series.ts";

/**
 * Columns by day back into sparse series: the inverse of a daily, unsummed `seriesTable`. Apart from it: a page reads
 * what came before it has what draws it.
 *
 * @example dailySeries({ dates: ["2025-01-13", "2025-01-14"], series: [{ ..., values: [null, 5] }], ... })
 * // [{ ..., days: [20102], values: [5] }]
 */
export function dailySeries(table: SeriesTable): DailySeries[] {
  if (table.dates.length === 0) return [];
  const first = numberOf(table.dates[0] as string);
  return table.series.map(({ platform, country, topic, source, values }) => {
    const series: DailySeries = { platform, country, topic, source, metric: table.metric, days: [], values: [] };
    values.forEach((value, index) => {
      if (value === null) return;
      series.days.push(first + index);
      series.values.push(value);
    });
    return series;
  });
}
