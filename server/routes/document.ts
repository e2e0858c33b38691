import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { SHARE_PATH } from "../../data/model/share.ts";
import { holdsData } from "../data-path.ts";
import { typed } from "../problem.ts";
import { type Env, routes, type Services } from "../services.ts";

type Paths = NonNullable<ReturnType<OpenAPIHono<Env>["getOpenAPI31Document"]>["paths"]>;

const route = createRoute({
  method: "get",
  path: "/openapi.json",
  summary: "This document.",
  responses: {
    200: { description: "An OpenAPI document.", content: { "application/json": { schema: z.record(z.string(), z.unknown()) } } },
  },
});

/** Those who watch the server are never turned away. */
const ALWAYS = ["/healthz", "/readyz"];

/** What any route may answer, whatever it does: the guard stands in front of all of them. */
function withCommonAnswers(paths: Paths = {}): Paths {
  return Object.fromEntries(Object.entries(paths).map(([path, item]) => [path, ALWAYS.includes(path) ? item : guarded(path, item)]));
}

function guarded(path: string, item: Paths[string]): Paths[string] {
  const { get } = item;
  const turnedAway = problem("Too many requests. Retry-After says when to come back.");
  const methods = Object.entries(item).map(([method, operation]) => [
    method,
    { ...operation, responses: { 429: turnedAway, ...operation.responses } },
  ]);
  const limited = Object.fromEntries(methods) as Paths[string];
  // Routes with tokens of their own say so themselves.
  if (get === undefined || get.security || path.startsWith(SHARE_PATH) || !holdsData(path)) return limited;
  const closed = {
    401: problem("Access is private, and the request has no token that works."),
    403: problem("Access is private, and the token is not for reading."),
    410: problem("Access is private, and the share by which the request came has ended."),
  };
  const responses = { ...closed, ...limited.get?.responses };
  return { ...limited, get: { ...get, ...limited.get, security: [{}, { token: [] }], responses } };
}

function problem(description: string) {
  return { description, content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } };
}

/** The OpenAPI document of an app, made of the schemas that check its requests. */
export function documentRoutes({ answers, config }: Services, app: Pick<OpenAPIHono<Env>, "getOpenAPI31Document" | "openAPIRegistry">) {
  app.openAPIRegistry.registerComponent("securitySchemes", "token", { type: "http", scheme: "bearer" });
  const make = () => {
    const document = app.getOpenAPI31Document({
      openapi: "3.1.0",
      info: {
        title: "RedNote Surge",
        version: "1",
        description: "How people moved from TikTok to RedNote, where, when, and for how long. Errors are RFC 9457 problems.",
        license: { name: "MIT" },
      },
      ...(config.origin ? { servers: [{ url: config.origin }] } : {}),
    });
    return JSON.stringify({ ...document, paths: withCommonAnswers(document.paths) });
  };
  return routes().openapi(route, async (c) =>
    typed<Record<string, unknown>>(await answers.answer(c, { key: "document", type: "application/json", pinned: false, make })),
  );
}
