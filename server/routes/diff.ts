import { createRoute, z } from "@hono/zod-openapi";
import { countChanges, type DiffColumns, type DiffCounts, diffSeries, firstChanges, type SeriesDiff } from "../../data/analysis/diff.ts";
import { extentOf, resolveRange } from "../../data/analysis/table.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import { unknownNames } from "../../data/model/known-view.ts";
import type { DailySeries } from "../../data/model/series.ts";
import { SOURCE_KINDS, type SourceKind } from "../../data/model/source.ts";
import { decodeView, defaultView, encodeView, sourcesOf, type View } from "../../data/model/view.ts";
import { refuseTooManyPoints } from "../points.ts";
import { problemResponse, RequestProblem, typed } from "../problem.ts";
import { routes, type Services } from "../services.ts";
import { readVintage, resolveVintage } from "../vintage.ts";
import { VintageParameter } from "./parameters.ts";
import { dataQuery, ViewParameters } from "./series.ts";

/** Changes that one answer holds: about half a megabyte. */
export const MOST_CHANGES = 20_000;

/** What `GET /api/v1/vintages/7/diff` answers. */
export interface DiffTable extends DiffCounts {
  from: number;
  to: number;
  metric: string;
  unit: string;
  omitted: number;
  series: (Omit<DiffColumns, "metric"> & { kind: SourceKind })[];
}

const count = (description: string) => z.number().int().openapi({ description });

const values = (description: string) => z.array(z.number().nullable()).openapi({ description });

const DiffSchema = z
  .object({
    from: count("The earlier vintage, whichever of the two the path names."),
    to: count("The later vintage."),
    metric: z.string(),
    unit: z.string(),
    added: count("Values that the later vintage alone has."),
    revised: count("Values that are others."),
    retracted: count("Values that the earlier vintage alone has."),
    omitted: count(`Changes that are counted, but left out below: an answer holds ${MOST_CHANGES}. Narrow the view to see them.`),
    series: z.array(
      z.object({
        platform: z.string(),
        country: z.string(),
        topic: z.string(),
        source: z.string(),
        kind: z.enum(SOURCE_KINDS),
        dates: z.array(z.string()).openapi({ description: "The days that changed, ascending." }),
        old: values("One a date; null where the earlier vintage has none."),
        new: values("One a date; null where the later vintage has none."),
      }),
    ),
  })
  .openapi("Diff") satisfies z.ZodType<DiffTable>;

/** The path names the vintage. */
const DataParameters = Object.fromEntries(Object.entries(ViewParameters.shape).filter(([name]) => name !== "vintage"));

const route = createRoute({
  method: "get",
  path: "/{vintage}/diff",
  summary: "What changed between two vintages, for the series of a view, day by day.",
  request: {
    params: z.object({ vintage: VintageParameter.unwrap() }),
    query: z.object({
      ...DataParameters,
      against: z
        .string()
        .optional()
        .openapi({ description: "The other vintage, a batch number or a day; the newest where it is missing." }),
    }),
  },
  responses: {
    200: { description: "The changes.", content: { "application/json": { schema: DiffSchema } } },
    400: problemResponse("There is no such vintage, or a parameter is not understood."),
  },
});

export function diffRoutes({ answers, config, store, now }: Services) {
  return routes().openapi(route, async (c) => {
    const view = viewOf(new URL(c.req.url).searchParams);
    const against = c.req.queries("against")?.[0];
    const ends = [
      resolveVintage(store, readVintage(c.req.valid("param").vintage), now()),
      resolveVintage(store, readVintage(against, "against"), now(), "against"),
    ];
    const from = Math.min(...ends.map(({ vintage }) => vintage));
    const to = Math.max(...ends.map(({ vintage }) => vintage));
    const catalog = both(store.catalog(to), store.catalog(from));
    const unknown = unknownNames(view, catalog);
    if (unknown.length > 0)
      throw new RequestProblem("bad-address", "The address names what the catalog does not have.", { errors: unknown });
    const asked = dataOf(view, sourcesOf(view, catalog));
    for (const one of [store.catalog(to), store.catalog(from)]) refuseTooManyPoints(asked, one, config.limits.points);
    const make = (): string => {
      const query = dataQuery(asked);
      const diffs = changesOf(asked, store.series(query, from), store.series(query, to));
      const counts = countChanges(diffs);
      const shown = firstChanges(diffs, MOST_CHANGES);
      const kinds = new Map(catalog.sources.map(({ id, kind }) => [id, kind]));
      const table: DiffTable = {
        from,
        to,
        metric: asked.metric,
        unit: catalog.metrics.find(({ id }) => id === asked.metric)?.unit ?? "",
        ...counts,
        omitted: Math.max(0, counts.added + counts.revised + counts.retracted - MOST_CHANGES),
        series: shown.map(({ metric: _, ...columns }) => ({ ...columns, kind: kinds.get(columns.source) ?? "observed" })),
      };
      return JSON.stringify(table);
    };
    const pinned = ends.every((end) => end.pinned);
    const key = `diff ${encodeView(asked)} ${from} ${to}`;
    return typed<DiffTable>(await answers.answer(c, { key, type: "application/json", pinned, make }));
  });
}

/** What either vintage has: a platform that was withdrawn in between is part of what changed. */
function both(later: Catalog, earlier: Catalog): Catalog {
  const joined = <Entry extends { id: string }>(list: Entry[], more: Entry[]): Entry[] => {
    const ids = new Set(list.map(({ id }) => id));
    return [...list, ...more.filter(({ id }) => !ids.has(id))];
  };
  return {
    ...later,
    platforms: joined(later.platforms, earlier.platforms),
    countries: joined(later.countries, earlier.countries),
    metrics: joined(later.metrics, earlier.metrics),
    topics: joined(later.topics, earlier.topics),
    sources: joined(later.sources, earlier.sources),
  };
}

function viewOf(parameters: URLSearchParams): View {
  const pairs = [...parameters].filter(([name]) => name !== "against");
  const { view, notices } = decodeView(new URLSearchParams(pairs));
  const errors = [...notices];
  if (parameters.getAll("against").length > 1)
    errors.push({ field: "against", code: "repeated_parameter", detail: "The address has `against` more than once." });
  if (parameters.has("vintage"))
    errors.push({ field: "vintage", code: "unknown_parameter", detail: "The path names the vintage; `against` names the other one." });
  if (errors.length > 0) throw new RequestProblem("bad-address", "The address has parameters that mean nothing here.", { errors });
  return view;
}

/** The part of a view that decides the answer: values are compared as they were reported, never summed or put into buckets. */
function dataOf({ metric, platforms, countries, topics, range }: View, sources: string[]): View {
  return { ...defaultView(), metric, platforms, countries, topics, range, sources };
}

/** The changes inside the range; a relative one is counted from the last day that either vintage has. */
function changesOf(view: View, before: DailySeries[], after: DailySeries[]): SeriesDiff[] {
  const extent = resolveRange(view.range, extentOf([...before, ...after]));
  if (extent === null) return [];
  const inside = (series: DailySeries): DailySeries => {
    const kept = series.days.map((day) => day >= extent.from && day <= extent.to);
    return { ...series, days: series.days.filter((_, at) => kept[at]), values: series.values.filter((_, at) => kept[at]) };
  };
  const isRelative = view.range === "all" || "last" in view.range;
  return isRelative ? diffSeries(before.map(inside), after.map(inside)) : diffSeries(before, after);
}
