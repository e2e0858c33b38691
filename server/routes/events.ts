import { createRoute, z } from "@hono/zod-openapi";
import type { SurgeEvent } from "../../data/model/figure.ts";
import { problemResponse, typed } from "../problem.ts";
import { routes, type Services } from "../services.ts";
import { readVintage, resolveVintage } from "../vintage.ts";
import { VintageParameter } from "./parameters.ts";

const EventSchema = z
  .object({
    date: z.string(),
    until: z.string().nullable().openapi({ description: "Last day, where it lasted." }),
    slug: z.string(),
    title: z.string(),
    short: z.string(),
    rank: z.number(),
    platforms: z.array(z.string()),
    countries: z.array(z.string()),
    kind: z.string(),
    url: z.string(),
    note: z.string(),
  })
  .openapi("Event") satisfies z.ZodType<SurgeEvent>;

const EventsSchema = z.object({ vintage: z.number().int(), events: z.array(EventSchema) }).openapi("Events");

const route = createRoute({
  method: "get",
  path: "/events",
  summary: "What happened, and where its date was seen.",
  request: { query: z.strictObject({ vintage: VintageParameter }) },
  responses: {
    200: { description: "The events.", content: { "application/json": { schema: EventsSchema } } },
    400: problemResponse("There is no such vintage, or a parameter is not understood."),
  },
});

export function eventRoutes({ answers, store, now }: Services) {
  return routes().openapi(route, async (c) => {
    const { vintage, pinned } = resolveVintage(store, readVintage(c.req.valid("query").vintage), now());
    const make = () => JSON.stringify({ vintage, events: store.events(vintage) });
    return typed<z.infer<typeof EventsSchema>>(
      await answers.answer(c, { key: `events ${vintage}`, type: "application/json", pinned, lasting: true, make }),
    );
  });
}
