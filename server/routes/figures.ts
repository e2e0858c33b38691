import { createRoute, z } from "@hono/zod-openapi";
import { isUndated, knownOn, latestOf } from "../../data/analysis/known.ts";
import type { Figure } from "../../data/model/figure.ts";
import { asksForCsv, CSV_TYPE, csv } from "../csv.ts";
import { problemResponse, typed } from "../problem.ts";
import { routes, type Services } from "../services.ts";
import { readVintage, resolveVintage } from "../vintage.ts";
import {
  CountriesParameter,
  DayParameter,
  FormatParameter,
  itemsOf,
  SlugParameter,
  SlugsParameter,
  VintageParameter,
} from "./parameters.ts";

export const FigureSchema = z
  .object({
    id: z.string(),
    platform: z.string(),
    country: z.string(),
    metric: z.string().openapi({ description: "The publisher's own metric." }),
    metric_id: z.string().nullable().openapi({ description: "The metric of the catalog that it can be drawn beside." }),
    basis: z.enum(["level", "total"]),
    date_from: z.string(),
    date_to: z.string(),
    value: z.number(),
    unit: z.string(),
    qualifier: z.enum(["", "about", "under", "over"]),
    estimate_kind: z.enum(["estimate", "official", "reported_by_sources", "untraceable"]),
    publisher: z.string(),
    data_provider: z.string(),
    url: z.string(),
    mirror: z.boolean(),
    published_on: z.string().nullable(),
    note: z.string(),
    fixes: z.array(z.string()).openapi({ description: "Modelled sources whose line this figure fixes." }),
  })
  .openapi("Figure") satisfies z.ZodType<Figure>;

export const FIGURE_COLUMNS = Object.keys(FigureSchema.shape) as (keyof Figure)[];

const FiguresSchema = z
  .object({
    vintage: z.number().int(),
    known_on: z.string().nullable().openapi({ description: "The day that was asked for; null for all figures." }),
    latest: z.string().nullable().openapi({ description: "The last day on which any figure was published; from then on all are known." }),
    figures: z.array(FigureSchema),
    undated: z.array(z.string()).openapi({
      description: "Ids of those among `figures` whose day of publication is not known: they are there at the latest date only.",
    }),
  })
  .openapi("Figures");

const route = createRoute({
  method: "get",
  path: "/figures",
  summary: "Numbers that somebody published, with their addresses.",
  request: {
    query: z.strictObject({
      platforms: SlugsParameter,
      countries: CountriesParameter,
      metric: SlugParameter.openapi({ description: "A metric of the catalog, or the publisher's own." }),
      known_on: DayParameter.openapi({
        description:
          "What was known on a day: figures published by then. Those without a day of publication appear from the latest one on, and are marked. Another question than `vintage`, which is about what had been received here.",
        example: "2025-01-20",
      }),
      vintage: VintageParameter,
      format: FormatParameter,
    }),
  },
  responses: {
    200: {
      description: "The figures.",
      content: { "application/json": { schema: FiguresSchema }, "text/csv": { schema: z.string() } },
    },
    400: problemResponse("There is no such vintage, or a parameter is not understood."),
  },
});

export function figureRoutes({ answers, store, now }: Services) {
  return routes().openapi(route, async (c) => {
    const query = c.req.valid("query");
    const { vintage, pinned } = resolveVintage(store, readVintage(query.vintage), now());
    const asCsv = asksForCsv(c, query.format);
    const platforms = itemsOf(query.platforms);
    const countries = itemsOf(query.countries);
    const all = () => {
      const figures = store.figures(vintage);
      const latest = latestOf(figures);
      return { latest, known: query.known_on === undefined ? figures : knownOn(figures, query.known_on) };
    };
    const matching = (known: readonly Figure[]) =>
      known
        .filter((figure) => !platforms || platforms.has(figure.platform))
        .filter((figure) => !countries || countries.has(figure.country))
        .filter((figure) => !query.metric || query.metric === figure.metric_id || query.metric === figure.metric);
    const known_on = query.known_on ?? null;
    const make = () => {
      const { latest, known } = all();
      const figures = matching(known);
      if (asCsv) return known_on === null ? csv(FIGURE_COLUMNS, figures) : csv([...FIGURE_COLUMNS, "undated"], figures.map(marked));
      const undated = figures.filter(isUndated).map(({ id }) => id);
      return JSON.stringify({ vintage, known_on, latest, figures, undated });
    };
    const parts = [asCsv, [...(platforms ?? [])].sort(), [...(countries ?? [])].sort(), query.metric ?? "", known_on];
    const key = `figures ${JSON.stringify(parts)} ${vintage}`;
    const type = asCsv ? CSV_TYPE : "application/json";
    const vary = query.format ? undefined : "Accept";
    return typed<z.infer<typeof FiguresSchema>>(await answers.answer(c, { key, type, pinned, vary, lasting: true, make }));
  });
}

/** CSV says of each figure whether it is there although nobody knows when it was published. */
function marked(figure: Figure): Figure & { undated: boolean } {
  return { ...figure, undated: isUndated(figure) };
}
