import type { Catalog } from "../../../data/model/catalog.ts";
import { ALL_TOPICS } from "../../../data/model/slug.ts";
import { sourcesOf, type View } from "../../../data/model/view.ts";

/** What the calendar is of: all series of a metric and source, or one of them. */
export interface Chosen {
  metric: string;
  source: string;
  one: One | null;
}

/** One series among those of a metric and source. */
export interface One {
  platform: string;
  country: string;
  topic: string;
}

type Covered = Pick<Catalog, "coverage" | "sources">;

/** @example writeChosen({ metric: "posts", source: "default", one: null }) // "posts,default" */
export function writeChosen({ metric, source, one }: Chosen): string {
  return [metric, source, ...(one ? [one.platform, one.country, one.topic] : [])].join(",");
}

/** @example writeOne({ platform: "rednote", country: "US", topic: "all" }) // "rednote,US,all" */
export function writeOne({ platform, country, topic }: One): string {
  return [platform, country, topic].join(",");
}

/** What an address asks for, as far as the catalog has it; else the metric of the view. `null` where nothing has data. */
export function readChosen(text: string | null, catalog: Covered, view: View): Chosen | null {
  const [metric = "", source = "", ...rest] = (text ?? "").split(",");
  const asked = usualOf(metric, source, catalog, view);
  if (asked === null) return null;
  const wanted = asked.metric === metric && asked.source === source ? rest.join(",") : "";
  return { ...asked, one: seriesOf(asked, catalog).find((one) => writeOne(one) === wanted) ?? null };
}

/** The metrics that have any series, in the catalog's order of coverage. */
export function metricsOf(catalog: Covered): string[] {
  return [...new Set(catalog.coverage.map((row) => row.metric))];
}

/** The sources that have a series of a metric. */
export function sourcesWith(metric: string, catalog: Covered): string[] {
  return [...new Set(catalog.coverage.filter((row) => row.metric === metric).map((row) => row.source))];
}

/** The series that a metric and source may have: coverage tells countries and topics, not which of them go together. */
export function seriesOf({ metric, source }: Pick<Chosen, "metric" | "source">, catalog: Covered): One[] {
  return catalog.coverage
    .filter((row) => row.metric === metric && row.source === source)
    .flatMap(({ platform, countries, topics }) => countries.flatMap((country) => topics.map((topic) => ({ platform, country, topic }))));
}

/** First and last day that the chosen may have. */
export function extentOf({ metric, source, one }: Chosen, catalog: Covered): { first: string; last: string } | null {
  const rows = catalog.coverage.filter(
    (row) => row.metric === metric && row.source === source && (one === null || row.platform === one.platform),
  );
  const firsts = rows.map((row) => row.first).sort();
  const lasts = rows.map((row) => row.last).sort();
  const [first, last] = [firsts[0], lasts.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** The metric and source that are asked for; where there is no such, those of the view, then any. */
function usualOf(metric: string, source: string, catalog: Covered, view: View): Pick<Chosen, "metric" | "source"> | null {
  const metrics = metricsOf(catalog);
  const found = [metric, view.metric].find((id) => metrics.includes(id)) ?? metrics[0];
  if (found === undefined) return null;
  const sources = sourcesWith(found, catalog);
  const shown = sourcesOf(view, catalog);
  const from = sources.includes(source) ? source : (sources.find((id) => shown.includes(id)) ?? sources[0]);
  return from === undefined ? null : { metric: found, source: from };
}

/** @example topicText({ topic: "all", ... }, catalog) // "" */
export function topicText({ topic }: One, topics: Catalog["topics"]): string {
  return topic === ALL_TOPICS ? "" : (topics.find(({ id }) => id === topic)?.name ?? topic);
}
