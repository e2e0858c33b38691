import { createRoute, z } from "@hono/zod-openapi";
import { seriesTable } from "../../data/analysis/table.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import { INTERVALS, numberOf } from "../../data/model/day.ts";
import type { SeriesQuery, SeriesTable } from "../../data/model/series.ts";
import { SOURCE_KINDS } from "../../data/model/source.ts";
import { defaultView, encodeView, sourcesOf, VIEW_PARAMETERS, type View } from "../../data/model/view.ts";
import { VIEW_HELP } from "../../data/model/view-help.ts";
import { askedView } from "../asked-view.ts";
import { refuseTooManyPoints } from "../points.ts";
import { problemResponse, typed } from "../problem.ts";
import { routes, type Services } from "../services.ts";

const SeriesSchema = z
  .object({
    vintage: z.number().int(),
    metric: z.string(),
    unit: z.string(),
    interval: z.enum(INTERVALS),
    dates: z.array(z.string()).openapi({ description: "Without holes; weeks by their Monday, months by their first day." }),
    series: z.array(
      z.object({
        platform: z.string(),
        country: z.string(),
        topic: z.string(),
        source: z.string(),
        kind: z.enum(SOURCE_KINDS),
        values: z.array(z.number().nullable()).openapi({ description: "One a date; null where nothing was reported." }),
        days: z
          .array(z.number().int())
          .optional()
          .openapi({ description: "Week and month only: how many days of the bucket were reported." }),
        reported: z.array(z.number().int()).optional().openapi({ description: "Sums only: how many of the countries reported." }),
      }),
    ),
  })
  .openapi("Series") satisfies z.ZodType<SeriesTable>;

/** The address of a view is the query: this table is made of the codec's, which reads it. */
export const ViewParameters = z.object({
  v: z.string().optional().openapi({ description: "Version of the address.", example: "1" }),
  ...Object.fromEntries(
    VIEW_PARAMETERS.map(({ name, default: fallback }) => [
      name,
      z
        .string()
        .optional()
        .openapi({ description: `${VIEW_HELP[name]?.help} (${VIEW_HELP[name]?.type})`, default: fallback }),
    ]),
  ),
});

const route = createRoute({
  method: "get",
  path: "/series",
  summary: "The series of a view, as columns over shared dates.",
  request: { query: ViewParameters },
  responses: {
    200: { description: "The series.", content: { "application/json": { schema: SeriesSchema } } },
    400: problemResponse("A parameter is not understood, names something that the catalog lacks, or asks for more than SURGE_POINTS."),
  },
});

export function seriesRoutes({ answers, config, store, now }: Services) {
  return routes().openapi(route, async (c) => {
    const { view, catalog, vintage, pinned } = askedView(new URL(c.req.url).searchParams, { store, now });
    const asked = dataOf(view, catalog, vintage);
    refuseTooManyPoints(asked, catalog, config.limits.points);
    const make = () => JSON.stringify(seriesTable(asked, store.series(dataQuery(asked), vintage), catalog));
    const key = `series ${encodeView(asked)} ${vintage}`;
    return typed<SeriesTable>(await answers.answer(c, { key, type: "application/json", pinned, make }));
  });
}

/** The part of a view that decides the data, with nothing left open: equal where the answer is. */
export function dataOf(view: View, catalog: Catalog, vintage: number): View {
  const { metric, platforms, countries, topics, range, interval, sum } = view;
  const decides = { metric, platforms, countries, topics, range, interval, sum };
  return { ...defaultView(), ...decides, partial: sum && view.partial, sources: sourcesOf(view, catalog), vintage };
}

/** What to read for a view; relative ranges need every day, to know which is the last. */
export function dataQuery({ metric, platforms, countries, topics, sources, range }: View): SeriesQuery {
  const days = range !== "all" && "from" in range ? { from: numberOf(range.from), to: numberOf(range.to) } : {};
  return { metric, platforms, countries, topics, sources, ...days };
}
