import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { typed } from "../problem.ts";
import { type Env, routes, type Services } from "../services.ts";

const route = createRoute({
  method: "get",
  path: "/openapi.json",
  summary: "This document.",
  responses: {
    200: { description: "An OpenAPI document.", content: { "application/json": { schema: z.record(z.string(), z.unknown()) } } },
  },
});

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
    return JSON.stringify(document);
  };
  return routes().openapi(route, async (c) =>
    typed<Record<string, unknown>>(await answers.answer(c, { key: "document", type: "application/json", pinned: false, make })),
  );
}
