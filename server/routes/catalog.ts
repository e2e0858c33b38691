import { createRoute, z } from "@hono/zod-openapi";
import type { Catalog } from "../../data/model/catalog.ts";
import { SOURCE_KINDS } from "../../data/model/source.ts";
import { problemResponse, typed } from "../problem.ts";
import { routes, type Services } from "../services.ts";
import { readVintage, resolveVintage } from "../vintage.ts";
import { VintageParameter } from "./parameters.ts";

const Named = z.object({ id: z.string(), name: z.string() });

const CatalogSchema = z
  .object({
    vintage: z.number().int(),
    received_at: z.string().nullable().openapi({ description: "When the batch of this vintage was received, ISO 8601 in UTC." }),
    days: z.object({ first: z.string(), last: z.string() }).nullable(),
    platforms: z.array(Named),
    countries: z.array(Named.extend({ region: z.string(), population: z.number().nullable(), population_year: z.number().nullable() })),
    metrics: z.array(
      Named.extend({
        unit: z.string(),
        over_time: z.enum(["sum", "mean", "last", "min"]),
        over_countries: z.enum(["sum", "none"]),
        whole: z.boolean(),
        least: z.number(),
        most: z.number(),
      }),
    ),
    topics: z.array(Named),
    sources: z.array(
      Named.extend({
        kind: z.enum(SOURCE_KINDS),
        publisher: z.string(),
        url: z.string(),
        licence: z.string(),
        method: z.string(),
        day_zone: z.string(),
      }),
    ),
    coverage: z.array(
      z.object({
        platform: z.string(),
        metric: z.string(),
        source: z.string(),
        countries: z.array(z.string()),
        topics: z.array(z.string()),
        first: z.string(),
        last: z.string(),
      }),
    ),
  })
  .openapi("Catalog") satisfies z.ZodType<Catalog>;

const route = createRoute({
  method: "get",
  path: "/catalog",
  summary: "Everything that can be chosen.",
  request: { query: z.strictObject({ vintage: VintageParameter }) },
  responses: {
    200: { description: "The catalog.", content: { "application/json": { schema: CatalogSchema } } },
    400: problemResponse("There is no such vintage, or a parameter is not understood."),
  },
});

export function catalogRoutes({ answers, store, now }: Services) {
  return routes().openapi(route, async (c) => {
    const { vintage, pinned } = resolveVintage(store, readVintage(c.req.valid("query").vintage), now());
    const make = () => JSON.stringify(store.catalog(vintage));
    return typed<Catalog>(await answers.answer(c, { key: `catalog ${vintage}`, type: "application/json", pinned, make }));
  });
}
