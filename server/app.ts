import { OpenAPIHono } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import { methodNotAllowed } from "hono/method-not-allowed";
import { requestId } from "hono/request-id";
import { createAccess } from "./access.ts";
import { createAnswers } from "./answers.ts";
import { answerProblem, RequestProblem } from "./problem.ts";
import { catalogRoutes } from "./routes/catalog.ts";
import { claimRoutes } from "./routes/claims.ts";
import { documentRoutes } from "./routes/document.ts";
import { eventRoutes } from "./routes/events.ts";
import { figureRoutes } from "./routes/figures.ts";
import { healthRoutes } from "./routes/health.ts";
import { answerMissing, pageRoutes } from "./routes/pages.ts";
import { seriesRoutes } from "./routes/series.ts";
import { snapshotRoutes } from "./routes/snapshots.ts";
import { vintageRoutes } from "./routes/vintages.ts";
import { securityHeaders } from "./security.ts";
import type { Env, Services } from "./services.ts";
import { TokenUses } from "./token-uses.ts";

type Made = "access" | "answers" | "now";
type Given = Omit<Services, Made> & Partial<Pick<Services, Made>>;

/** The whole of what is served over HTTP. */
export function createApp(given: Given) {
  const { log, store, config, now = Date.now } = given;
  const access = createAccess({ store, now, uses: new TokenUses({ store, log }), rate: config.limits.tokenRate });
  const services: Services = { access, answers: createAnswers(), now, ...given };

  const app = new OpenAPIHono<Env>();
  app.use(requestId());
  app.use(async (c, next) => {
    const begin = performance.now();
    await next();
    // The path only: a query may be long, and headers hold tokens.
    log.debug({ request: c.get("requestId"), method: c.req.method, path: c.req.path, status: c.res.status, ms: performance.now() - begin });
  });
  app.use(securityHeaders);
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const allowed = methods.join(", ");
        return answerProblem(
          c,
          new RequestProblem("method-not-allowed", `${c.req.path.slice(0, 200)} takes ${allowed}.`, { headers: { Allow: allowed } }),
        );
      },
    }),
  );
  app.onError((error, c) => {
    if (error instanceof RequestProblem) return answerProblem(c, error);
    if (error instanceof HTTPException && error.status < 500) return answerProblem(c, new RequestProblem("bad-request", error.message));
    log.error({ request: c.get("requestId"), method: c.req.method, path: c.req.path, err: error }, "request failed");
    return answerProblem(c, new RequestProblem("internal", "The request failed. The log of the server says why."));
  });
  app.notFound((c) => answerMissing(c, services));

  const api = app
    .route("/", healthRoutes(services))
    .route("/api/v1", catalogRoutes(services))
    .route("/api/v1", seriesRoutes(services))
    .route("/api/v1", figureRoutes(services))
    .route("/api/v1", eventRoutes(services))
    .route("/api/v1", claimRoutes(services))
    .route("/api/v1", vintageRoutes(services))
    .route("/api/v1", snapshotRoutes(services));
  api.route("/api/v1", documentRoutes(services, api));
  api.route("/", pageRoutes(services));
  return api;
}

/** What Hono's typed client needs to know of the server. */
export type App = ReturnType<typeof createApp>;
