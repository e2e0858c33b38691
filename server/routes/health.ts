import { createRoute, z } from "@hono/zod-openapi";
import { problemResponse, RequestProblem } from "../problem.ts";
import { routes, type Services } from "../services.ts";

const StatusSchema = z.object({ status: z.literal("ok") }).openapi("Status");

const ok = (description: string) => ({ description, content: { "application/json": { schema: StatusSchema } } });

const alive = createRoute({ method: "get", path: "/healthz", summary: "Alive.", responses: { 200: ok("The server answers.") } });

const ready = createRoute({
  method: "get",
  path: "/readyz",
  summary: "Can read and write its store.",
  responses: { 200: ok("The store can be read and written."), 503: problemResponse("It cannot.") },
});

const NEVER_KEPT = { "Cache-Control": "no-store" };

export function healthRoutes({ store, log }: Services) {
  return routes()
    .openapi(alive, (c) => c.json({ status: "ok" as const }, 200, NEVER_KEPT))
    .openapi(ready, (c) => {
      try {
        store.check();
      } catch (error) {
        log.error({ err: error }, "the store cannot be read and written");
        throw new RequestProblem("not-ready", "The store cannot be read and written. The log says why.");
      }
      return c.json({ status: "ok" as const }, 200, NEVER_KEPT);
    });
}
