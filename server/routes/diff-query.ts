import { resolveRange } from "../../data/analysis/table.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import { type Day, dayNumber, numberOf } from "../../data/model/day.ts";
import { unknownNames } from "../../data/model/known-view.ts";
import type { Problem } from "../../data/model/problem.ts";
import { decodeView, type Range, sourcesOf } from "../../data/model/view.ts";
import { refusals } from "../refused-view.ts";
import type { SeriesFilter, Store } from "../store/store.ts";

/** What is asked of the changes between two vintages. */
export interface DiffQuery {
  /** Which series; what is absent leaves none out. */
  series: Omit<SeriesFilter, "from" | "to">;
  /** Which days; a bound that is absent is none. */
  range: Range | { from?: Day; to?: Day };
}

/** Lists of a view; an empty one narrows nothing. */
const LISTS = ["platforms", "countries", "topics", "sources"] as const;

/** The other parameters of the address: they are read here. */
const OWN: readonly string[] = ["against", "skip"];

/**
 * Reads which changes are meant. With `v` the query is the address of a view, whose defaults are left out of it. Without,
 * each parameter narrows, and none is everything: who asks by hand what changed must not miss it.
 *
 * @param both what either vintage has
 */
export function readDiffQuery(parameters: URLSearchParams, both: Catalog): { query: DiffQuery; problems: Problem[] } {
  const pairs = [...parameters].filter(([name]) => !OWN.includes(name));
  const problems = OWN.filter((name) => parameters.getAll(name).length > 1).map((field) => ({
    field,
    code: "repeated_parameter",
    detail: `The address has \`${field}\` more than once.`,
  }));
  if (parameters.has("vintage"))
    problems.push({ field: "vintage", code: "unknown_parameter", detail: "The path names the vintage; `against` names the other one." });
  const read = parameters.has("v") ? readView(pairs, both) : readNarrowing(pairs, both);
  return { query: read.query, problems: [...problems, ...read.problems] };
}

/** Whether nothing is left out. */
export function isEverything({ series, range }: DiffQuery): boolean {
  return Object.keys(series).length === 0 && range === "all";
}

/** The query as the store takes it, with a relative range counted from the last day that either vintage has; `null` where there is none. */
export function filterOf({ series, range }: DiffQuery, store: Store, ends: readonly number[]): SeriesFilter | null {
  if (range === "all") return series;
  if ("last" in range) {
    const extents = ends.flatMap((vintage) => store.extent(series, vintage) ?? []);
    if (extents.length === 0) return null;
    const days = { from: Math.min(...extents.map(({ from }) => from)), to: Math.max(...extents.map(({ to }) => to)) };
    return { ...series, ...resolveRange(range, days) };
  }
  const { from, to } = range;
  return { ...series, ...(from && { from: numberOf(from) }), ...(to && { to: numberOf(to) }) };
}

interface Read {
  query: DiffQuery;
  problems: Problem[];
}

function readView(pairs: [string, string][], both: Catalog): Read {
  const { view, notices } = decodeView(pairs);
  const { metric, platforms, countries, topics, range } = view;
  const query = { series: { metric, platforms, countries, topics, sources: sourcesOf(view, both) }, range };
  return { query, problems: [...refusals(notices), ...unknownNames(view, both)] };
}

function readNarrowing(pairs: [string, string][], both: Catalog): Read {
  const given = new Map(pairs);
  const isBound = (name: string) => name === "from" || name === "to";
  // One bound without the other is no range of a view.
  const { view, notices } = decodeView(given.get("range") ? pairs : pairs.filter(([name]) => !isBound(name)));
  const series: DiffQuery["series"] = {};
  if (given.get("metric")) series.metric = view.metric;
  for (const name of LISTS) if (given.get(name)) series[name] = view[name];
  const unknown = unknownNames(view, both).filter(({ field }) => given.get(field));
  if (given.get("range")) return { query: { series, range: view.range }, problems: [...refusals(notices), ...unknown] };
  const bounds = readBounds(given);
  return { query: { series, range: bounds.range }, problems: [...refusals(notices), ...unknown, ...bounds.problems] };
}

function readBounds(given: ReadonlyMap<string, string>): { range: DiffQuery["range"]; problems: Problem[] } {
  const [from, to] = [given.get("from") || undefined, given.get("to") || undefined];
  const problems = Object.entries({ from, to }).flatMap(([field, value]): Problem[] =>
    value === undefined || dayNumber(value) !== undefined
      ? []
      : [{ field, code: "malformed", value: value.slice(0, 80), detail: `\`${field}\` must be a day, YYYY-MM-DD.` }],
  );
  if (from !== undefined && to !== undefined && from > to)
    problems.push({ field: "from", code: "reversed_range", value: from.slice(0, 80), detail: "`from` must not be after `to`." });
  if (from === undefined && to === undefined) return { range: "all", problems };
  return { range: { ...(from && { from }), ...(to && { to }) }, problems };
}
