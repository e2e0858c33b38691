import { createRoute, z } from "@hono/zod-openapi";
import { rejectedCsv } from "../ingest/rejected.ts";
import { problemResponse, RequestProblem } from "../problem.ts";
import { routes, type Services } from "../services.ts";

const route = createRoute({
  method: "get",
  path: "/batches/{batch}/rejected",
  summary: "The rows that on_error=skip left out of a batch, a line for each fault.",
  security: [{ token: [] }],
  request: {
    params: z.object({
      batch: z
        .string()
        .regex(/^[1-9]\d{0,8}$/, "This must be the number of a batch.")
        .openapi({ example: "7" }),
    }),
    query: z.strictObject({}),
  },
  responses: {
    200: { description: "The first 10,000 of them, as CSV.", content: { "text/csv": { schema: z.string() } } },
    400: problemResponse("A parameter is not understood."),
    401: problemResponse("The request has no token that is known."),
    403: problemResponse("The token may not ingest."),
    404: problemResponse("There is no such batch."),
  },
});

/** Rows are as somebody sent them, whatever is in them: who may send may see them. */
export function rejectedRoutes({ access, store }: Services) {
  return routes().openapi(route, async (c) => {
    await access.tokenFor(c, "ingest");
    const batch = Number(c.req.valid("param").batch);
    if (batch > store.vintage()) throw new RequestProblem("not-found", `There is no batch ${batch}.`);
    return c.body(rejectedCsv(store.rejected(batch)), 200, {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="rejected-${batch}.csv"`,
      "Cache-Control": "private, no-store",
    });
  });
}
