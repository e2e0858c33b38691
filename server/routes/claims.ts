import { createRoute, z } from "@hono/zod-openapi";
import type { Claim } from "../../data/model/figure.ts";
import { problemResponse, typed } from "../problem.ts";
import { routes, type Services } from "../services.ts";
import { readVintage, resolveVintage } from "../vintage.ts";
import { VintageParameter } from "./parameters.ts";

const ClaimSchema = z
  .object({
    id: z.string(),
    topic: z.string(),
    claim: z.string(),
    kind: z.enum(["measurable", "qualitative"]),
    finding: z.enum(["supported", "partly", "disputed", "contradicted", "not_measured"]),
    evidence: z.array(z.string()).openapi({ description: "Ids of figures." }),
    note: z.string(),
  })
  .openapi("Claim") satisfies z.ZodType<Claim>;

const ClaimsSchema = z.object({ vintage: z.number().int(), claims: z.array(ClaimSchema) }).openapi("Claims");

const route = createRoute({
  method: "get",
  path: "/claims",
  summary: "What was claimed of the surge, and what the figures say of it.",
  request: { query: z.strictObject({ vintage: VintageParameter }) },
  responses: {
    200: { description: "The claims.", content: { "application/json": { schema: ClaimsSchema } } },
    400: problemResponse("There is no such vintage, or a parameter is not understood."),
  },
});

export function claimRoutes({ answers, store, now }: Services) {
  return routes().openapi(route, async (c) => {
    const { vintage, pinned } = resolveVintage(store, readVintage(c.req.valid("query").vintage), now());
    const make = () => JSON.stringify({ vintage, claims: store.claims(vintage) });
    return typed<z.infer<typeof ClaimsSchema>>(
      await answers.answer(c, { key: `claims ${vintage}`, type: "application/json", pinned, lasting: true, make }),
    );
  });
}
