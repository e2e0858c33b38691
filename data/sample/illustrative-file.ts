import { dayOf } from "../model/day.ts";
import type { DailySeries } from "../model/series.ts";
import { ILLUSTRATIVE_METRICS, type IllustrativeSeries } from "./illustrative.ts";

/**
 * The text of `illustrative.csv`: wide, one line a day, with an empty cell where a metric has no such series. Ends with
 * a line break.
 *
 * @param series all of the same days; those of one platform, country and topic in a row
 */
export function illustrativeFile(series: readonly DailySeries[]): string {
  const lines = [`date,platform,country,topic,source,${ILLUSTRATIVE_METRICS.join(",")}`];
  const groups = new Map<string, DailySeries[]>();
  for (const one of series) {
    const name = `${one.platform},${one.country},${one.topic},${one.source}`;
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  for (const [name, group] of groups) {
    const columns = ILLUSTRATIVE_METRICS.map((metric) => group.find((one) => one.metric === metric)?.values);
    group[0]?.days.forEach((day, index) => {
      lines.push(`${dayOf(day)},${name},${columns.map((values) => values?.[index] ?? "").join(",")}`);
    });
  }
  return `${lines.join("\n")}\n`;
}

/** The text of `illustrative-parameters.csv`: one line a series. Ends with a line break. */
export function parametersFile(parameters: readonly IllustrativeSeries[]): string {
  const columns = [
    "platform",
    "country",
    "metric",
    "topic",
    "base",
    "onset",
    "rise",
    "peak",
    "half_life",
    "plateau",
    "weekly",
    "noise",
  ] as const satisfies readonly (keyof IllustrativeSeries)[];
  const lines = parameters.map((one) => columns.map((column) => one[column]).join(","));
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}
