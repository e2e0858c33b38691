import { createRoute, z } from "@hono/zod-openapi";
import { accepts } from "hono/accepts";
import type { Figure } from "../../data/model/figure.ts";
import { csv } from "../csv.ts";
import { problemResponse, typed } from "../problem.ts";
import { routes, type Services } from "../services.ts";
import { readVintage, resolveVintage } from "../vintage.ts";
import { CountriesParameter, itemsOf, SlugParameter, SlugsParameter, VintageParameter } from "./parameters.ts";

const FigureSchema = z
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

const COLUMNS = Object.keys(FigureSchema.shape) as (keyof Figure)[];

const FiguresSchema = z.object({ vintage: z.number().int(), figures: z.array(FigureSchema) }).openapi("Figures");

const route = createRoute({
  method: "get",
  path: "/figures",
  summary: "Numbers that somebody published, with their addresses.",
  request: {
    query: z.strictObject({
      platforms: SlugsParameter,
      countries: CountriesParameter,
      metric: SlugParameter.openapi({ description: "A metric of the catalog, or the publisher's own." }),
      vintage: VintageParameter,
      format: z.enum(["json", "csv"], "This must be json or csv.").optional().openapi({ description: "Instead of the header Accept." }),
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
    const accepted = accepts(c, { header: "Accept", supports: ["application/json", "text/csv"], default: "application/json" });
    const asCsv = query.format ? query.format === "csv" : accepted === "text/csv";
    const platforms = itemsOf(query.platforms);
    const countries = itemsOf(query.countries);
    const matching = () =>
      store
        .figures(vintage)
        .filter((figure) => !platforms || platforms.has(figure.platform))
        .filter((figure) => !countries || countries.has(figure.country))
        .filter((figure) => !query.metric || query.metric === figure.metric_id || query.metric === figure.metric);
    const make = () => (asCsv ? csv(COLUMNS, matching()) : JSON.stringify({ vintage, figures: matching() }));
    const key = `figures ${JSON.stringify([asCsv, [...(platforms ?? [])].sort(), [...(countries ?? [])].sort(), query.metric ?? ""])} ${vintage}`;
    const type = asCsv ? "text/csv; charset=utf-8; header=present" : "application/json";
    const vary = query.format ? undefined : "Accept";
    return typed<z.infer<typeof FiguresSchema>>(await answers.answer(c, { key, type, pinned, vary, make }));
  });
}
