import { createRoute, z } from "@hono/zod-openapi";
import { problemResponse } from "../problem.ts";
import { routes, type Services } from "../services.ts";

const route = createRoute({
  method: "get",
  path: "/metrics",
  summary: "How the server fares, as Prometheus reads it. With private access it needs a token for reading.",
  responses: {
    200: { description: "Metrics.", content: { "text/plain": { schema: z.string() } } },
    401: problemResponse("Access is private, and the request has no token that works."),
    403: problemResponse("The token is not for reading."),
  },
});

export function metricsRoutes({ access, config, metrics }: Services) {
  return routes().openapi(route, async (c) => {
    if (config.access === "private") await access.tokenFor(c, "read");
    return c.text(await metrics.text(), 200, { "Content-Type": metrics.contentType, "Cache-Control": "no-store" });
  });
}
