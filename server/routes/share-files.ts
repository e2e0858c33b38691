import { createRoute, z } from "@hono/zod-openapi";
import { CARD } from "../../data/chart/card.ts";
import { DRAWN } from "../../data/chart/shown.ts";
import { SHARE_PATH, type Share } from "../../data/model/share.ts";
import { problemResponse, RequestProblem } from "../problem.ts";
import { routes, type Services } from "../services.ts";
import type { SharedReading } from "../shared-reading.ts";
import { shareOf } from "../sharing.ts";

const TYPES = { png: "image/png", svg: "image/svg+xml", csv: "text/csv", json: "application/json" } as const;
type Type = keyof typeof TYPES;

/** The table of what a page draws. */
const EXPORTS = { view: "/export", countries: "/export/countries", figures: "/export/figures" } as const;

/**
 * `/s/SLUG.png`, `.svg`, `.csv`, `.json`: what a share shows, as a file that ends when the share does. Who knows the slug
 * may have them, where access is private, too.
 */
export function shareFileRoutes({ config, store }: Services, byShare: SharedReading) {
  const app = routes();
  for (const type of ["png", "svg", "csv", "json"] as const) {
    app.openAPIRegistry.registerPath(routeOf(type));
    // OpenAPI's `{slug}.png` would be a parameter named `slug.png`.
    app.get(`${SHARE_PATH}:slug{.+\\.${type}}`, async (c) => {
      const slug = c.req.param("slug").slice(0, -type.length - 1);
      const share = shareOf(store, slug);
      const path = share && pathOf(share, type);
      if (share === undefined || path === null || path === undefined)
        throw new RequestProblem(
          "not-found",
          "No link has this file. One to a chart has an image; one to a page that draws data, a table.",
        );
      const answer = await byShare.read(share, c, new URL(path, c.req.url));
      const response = new Response(answer.body, answer);
      response.headers.set("X-Robots-Tag", "noindex");
      // A share may end at any time, so each reader asks again; mostly he hears 304.
      if (answer.ok || answer.status === 304)
        response.headers.set("Cache-Control", config.access === "private" ? "private, no-store" : "public, no-cache");
      return response;
    });
  }
  return app;
}

/** Where an app over nothing but the share has the file; `null` where it has none. */
function pathOf({ page, view }: Share, type: Type): string | null {
  const drawn = DRAWN[page];
  if (drawn === "nothing") return null;
  if (type === "csv" || type === "json") return `${EXPORTS[drawn]}.${type}?${view}`;
  return page === "growth" ? `/chart.${type}?${view}&width=${CARD.width}&height=${CARD.height}` : null;
}

function routeOf(type: Type) {
  return createRoute({
    method: "get",
    path: `${SHARE_PATH}{slug}.${type}`,
    summary: `What a share shows, as ${type.toUpperCase()}.`,
    description: "Ends when the share does. The slug admits to it, where access is private, too.",
    request: { params: z.object({ slug: z.string() }) },
    responses: {
      200: { description: "The file.", content: { [TYPES[type]]: { schema: z.string().openapi({ format: "binary" }) } } },
      404: problemResponse("There is no such share, or its page has no such file."),
      410: problemResponse("The share has expired, or was revoked."),
      503: problemResponse("Too many images wait, or this one took too long. Retry-After says when to come back."),
    },
  });
}
