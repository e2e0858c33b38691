import { createHash } from "node:crypto";
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Catalog } from "../../data/model/catalog.ts";
import { SOURCE_KINDS } from "../../data/model/source.ts";
import { askedQuery } from "../asked-query.ts";
import { EntryFault, type Grown, type Growth, grow } from "../catalog-growth.ts";
import { NewEntriesSchema } from "../entry.ts";
import { jsonBody } from "../json-body.ts";
import { busy, patiently } from "../patience.ts";
import { ProblemSchema, problemResponse, RequestProblem, typed } from "../problem.ts";
import { type Env, routes, type Services } from "../services.ts";
import { StaleBatchError, StoreBusyError } from "../store/store.ts";
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

/** Largest body, in bytes. */
const MOST_BYTES = 4 * 1024 * 1024;

const GrownSchema = z
  .object({
    batch: z.number().int().nullable().openapi({ description: "null where all of the entries were there already." }),
    vintage: z.number().int().openapi({ description: "The newest vintage afterwards." }),
    added: z.number().int(),
    replaced: z.number().int(),
    unchanged: z.number().int(),
  })
  .openapi("Grown") satisfies z.ZodType<Grown>;

const yes = (description: string) => z.enum(["true", "false"], "This must be true or false.").optional().openapi({ description });

const GrowthQuery = z.strictObject({
  replace: yes("Put entries in the place of those that have their id."),
  similar: yes("Add names that are much like others all the same."),
});

const grown = (description: string) => ({ description, content: { "application/json": { schema: GrownSchema } } });

const growthRoute = createRoute({
  method: "post",
  path: "/catalog",
  summary: "Adds platforms, countries, metrics, topics, sources, figures and events: a batch, all of them or none.",
  security: [{ token: [] }],
  request: {
    query: GrowthQuery,
    body: { required: true, content: { "application/json": { schema: NewEntriesSchema } } },
  },
  responses: {
    200: grown("All of the entries were there already."),
    201: grown("The entries are there now."),
    400: problemResponse("A parameter, or the body, is not understood."),
    401: problemResponse("The request has no token that works."),
    403: problemResponse("The token is not of the scope `admin`."),
    413: problemResponse("The body is larger than 4 MB."),
    415: problemResponse("The body is not JSON by its Content-Type, or packed."),
    422: { description: "Entries are at fault; none was added.", content: { "application/problem+json": { schema: ProblemSchema } } },
    429: problemResponse("Too many ask at once."),
    503: problemResponse("Another batch is being written."),
    507: problemResponse("The disk of the server is full."),
  },
});

export function catalogRoutes(services: Services) {
  const app = reading(services);
  // Documented by its schemas, but not run by them: a fault of an entry is no fault of the address.
  app.openAPIRegistry.registerPath({ ...growthRoute, path: "/catalog" });
  return app.post("/catalog", (c) => add(c, services));
}

async function add(c: Context<Env>, { access, ingests, store, config, log, now }: Services): Promise<Response> {
  const token = await access.tokenFor(c, "admin");
  const query = askedQuery(c, GrowthQuery);
  const { bytes, sent } = await jsonBody(c, { config }, { what: "entries", bytes: MOST_BYTES });
  const growth: Growth = {
    store,
    entries: sent,
    origin: {
      channel: "http",
      name: token.name,
      content_hash: createHash("sha256").update(bytes).digest("hex"),
      received_at: new Date(now()).toISOString(),
    },
    replace: query.replace === "true",
    similar: query.similar === "true",
    waits: false,
  };
  const done = await ingests.take(() => grownBy(growth));
  log.info({ request: c.get("requestId"), token: token.name, ...done }, "catalog");
  return c.json(done, done.batch === null ? 200 : 201, { "Cache-Control": "no-store" });
}

async function grownBy(growth: Growth): Promise<Grown> {
  try {
    return await patiently(() => grow(growth), [StaleBatchError]);
  } catch (error) {
    if (error instanceof EntryFault) throw new RequestProblem("rejected-entries", error.message, { errors: error.problems });
    throw error instanceof StoreBusyError || error instanceof StaleBatchError ? busy() : error;
  }
}

function reading({ answers, store, now }: Services) {
  return routes().openapi(route, async (c) => {
    const { vintage, pinned } = resolveVintage(store, readVintage(c.req.valid("query").vintage), now());
    const make = () => JSON.stringify(store.catalog(vintage));
    return typed<Catalog>(await answers.answer(c, { key: `catalog ${vintage}`, type: "application/json", pinned, lasting: true, make }));
  });
}
