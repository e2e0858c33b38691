import { createRoute, z } from "@hono/zod-openapi";
import { problemResponse, typed } from "../problem.ts";
import { routes, type Services } from "../services.ts";
import type { Batch } from "../store/store.ts";
import { diffRoutes } from "./diff.ts";

const BatchSchema = z
  .object({
    batch: z.number().int(),
    channel: z.enum(["file", "http", "command", "reference"]),
    name: z.string().openapi({ description: "Name of the file or of the token; of a command what it did." }),
    content_hash: z.string().openapi({ description: "SHA-256 of the bytes." }),
    received_at: z.string().openapi({ description: "ISO 8601 in UTC." }),
    sources: z.array(z.string()).openapi({ description: "The sources that its rows name." }),
    entries: z.number().int().openapi({ description: "Entries of catalog, figures, events and claims that it put or withdrew." }),
    inserted: z.number().int(),
    revised: z.number().int(),
    unchanged: z.number().int(),
    retracted: z.number().int(),
  })
  .openapi("Batch") satisfies z.ZodType<Batch>;

const VintagesSchema = z.object({ vintage: z.number().int(), vintages: z.array(BatchSchema) }).openapi("Vintages");

const route = createRoute({
  method: "get",
  path: "/vintages",
  summary: "The batches, newest first: each made the vintage of its number.",
  request: { query: z.strictObject({}) },
  responses: {
    200: { description: "The batches.", content: { "application/json": { schema: VintagesSchema } } },
    400: problemResponse("A parameter is not understood."),
  },
});

export function vintageRoutes(services: Services) {
  const { answers, store } = services;
  const list = routes().openapi(route, async (c) => {
    const vintage = store.vintage();
    const make = () => JSON.stringify({ vintage, vintages: store.batches().filter((batch) => batch.batch <= vintage) });
    return typed<z.infer<typeof VintagesSchema>>(
      await answers.answer(c, { key: `vintages ${vintage}`, type: "application/json", pinned: false, make }),
    );
  });
  return list.route("/vintages", diffRoutes(services));
}
