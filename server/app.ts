import { OpenAPIHono } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import { methodNotAllowed } from "hono/method-not-allowed";
import { requestId } from "hono/request-id";
import { createAccess } from "./access.ts";
import { createAnswers } from "./answers.ts";
import type { Front } from "./front.ts";
import { guard } from "./guard.ts";
import { Limiter } from "./limiter.ts";
import { Metrics } from "./metrics.ts";
import { Paints } from "./paints.ts";
import { answerProblem, RequestProblem } from "./problem.ts";
import { loggedPath, methodOf, routeOf } from "./route-name.ts";
import { catalogRoutes } from "./routes/catalog.ts";
import { chartRoutes } from "./routes/chart.ts";
import { claimRoutes } from "./routes/claims.ts";
import { documentRoutes } from "./routes/document.ts";
import { eventRoutes } from "./routes/events.ts";
import { exportRoutes } from "./routes/exports.ts";
import { feedRoutes } from "./routes/feed.ts";
import { figureRoutes } from "./routes/figures.ts";
import { healthRoutes } from "./routes/health.ts";
import { metricsRoutes } from "./routes/metrics.ts";
import { oembedRoutes } from "./routes/oembed.ts";
import { answerMissing, pageRoutes } from "./routes/pages.ts";
import { rejectedRoutes } from "./routes/rejected.ts";
import { robotRoutes } from "./routes/robots.ts";
import { seriesRoutes } from "./routes/series.ts";
import { shareFileRoutes } from "./routes/share-files.ts";
import { sharePageRoutes } from "./routes/share-pages.ts";
import { shareRoutes } from "./routes/shares.ts";
import { snapshotRoutes } from "./routes/snapshots.ts";
import { substitutionRoutes } from "./routes/substitutions.ts";
import { surgeRoutes } from "./routes/surges.ts";
import { vintageRoutes } from "./routes/vintages.ts";
import { securityHeaders } from "./security.ts";
import type { Env, Services } from "./services.ts";
import { ShareVisits } from "./share-visits.ts";
import { SharedReading } from "./shared-reading.ts";
import { sharedStore } from "./shared-store.ts";
import { type Store, StoreFullError } from "./store/store.ts";
import { TokenUses } from "./token-uses.ts";
import { Turns } from "./turns.ts";

type Made = "access" | "answers" | "ingests" | "metrics" | "now" | "paints" | "visits";

interface Given extends Omit<Services, Made>, Partial<Pick<Services, Made>> {
  /** What stands in front of the app, and gives again what the app gave. */
  front?: Front;
  addresses?: Limiter;
}

/** Answers that are kept for the readers of one share. */
const SHARED_BYTES = 1024 * 1024;

/** Those for the readers of all shares, where everybody may read. */
const MOST_SHARED_BYTES = 8 * SHARED_BYTES;

/** The whole of what is served over HTTP. */
export function createApp(given: Given) {
  const { front, addresses, ...rest } = given;
  const services = { ...made(given), ...rest };
  const { log, metrics, config, store } = services;

  const app = new OpenAPIHono<Env>();
  app.use(requestId());
  app.use(async (c, next) => {
    const begin = performance.now();
    await next();
    const ms = performance.now() - begin;
    const { method, path } = c.req;
    const { status } = c.res;
    metrics.meter(methodOf(method), routeOf(c))(status, ms / 1000);
    // The path only: a query may be long, and headers hold tokens.
    if (log.isLevelEnabled("debug")) log.debug({ request: c.get("requestId"), method, path: loggedPath(path), status, ms });
  });
  app.use(securityHeaders(config));
  const readersOf = (own: Store, bytes: number) =>
    createApp({
      ...rest,
      store: own,
      paints: services.paints,
      config: { ...config, access: "public" },
      answers: createAnswers({ bytes, isPrivate: true }),
      // Counted once, by the app in front.
      metrics: new Metrics({ store: own, database: config.database }),
    });
  let ofAll: ReturnType<typeof readersOf> | undefined;
  const byShare = new SharedReading(services, (share) => {
    if (config.access === "private") return readersOf(sharedStore(share, store), SHARED_BYTES);
    // What everybody may read is the same for the readers of every share.
    ofAll ??= readersOf(store, MOST_SHARED_BYTES);
    return ofAll;
  });
  app.use(
    guard(services, {
      addresses: addresses ?? new Limiter(config.limits.addressRate, "One address"),
      byShare: (c) => byShare.answer(c),
    }),
  );
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
    log.error({ request: c.get("requestId"), method: c.req.method, path: loggedPath(c.req.path), err: error }, "request failed");
    if (error instanceof StoreFullError) return answerProblem(c, new RequestProblem("no-room", error.message));
    return answerProblem(c, new RequestProblem("internal", "The request failed. The log of the server says why."));
  });
  app.notFound((c) => answerMissing(c, services));

  const api = app
    .route("/", healthRoutes(services))
    .route("/", metricsRoutes(services))
    // Before the page, whose slug would take any ending.
    .route("/", shareFileRoutes(services, byShare))
    .route("/", sharePageRoutes(services, byShare))
    .route("/api/v1", catalogRoutes(services))
    .route("/api/v1", seriesRoutes(services))
    .route("/api/v1", surgeRoutes(services))
    .route("/api/v1", substitutionRoutes(services))
    .route("/api/v1", figureRoutes(services))
    .route("/api/v1", eventRoutes(services))
    .route("/api/v1", claimRoutes(services))
    .route("/api/v1", vintageRoutes(services))
    .route("/api/v1", snapshotRoutes(services))
    .route("/api/v1", rejectedRoutes(services))
    .route("/api/v1", shareRoutes(services));
  api.route("/", exportRoutes(services));
  api.route("/", feedRoutes(services));
  api.route("/", oembedRoutes(services));
  api.route("/", chartRoutes(services));
  api.route("/", robotRoutes(services));
  api.route("/api/v1", documentRoutes(services, api));
  api.route("/", pageRoutes(services));
  return api;
}

function made({ log, store, config, front, metrics, draw, now = Date.now }: Given): Pick<Services, Made> {
  const counted = metrics ?? new Metrics({ store, database: config.database });
  return {
    access: createAccess({ store, now, uses: new TokenUses({ store, log }), rate: config.limits.tokenRate }),
    answers: createAnswers({
      bytes: config.limits.cacheBytes,
      isPrivate: config.access === "private",
      onAnswer: (c, answer) => {
        if (front && c.env?.incoming) front.keep(c.env.incoming, { ...answer, path: c.req.path, meter: counted.meter("GET", routeOf(c)) });
      },
    }),
    ingests: new Turns(config.limits.queue),
    metrics: counted,
    now,
    paints: new Paints({ draw, log }),
    visits: new ShareVisits({ store, log }),
  };
}

/** What Hono's typed client needs to know of the server. */
export type App = ReturnType<typeof createApp>;
