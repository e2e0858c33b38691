import { createRoute, z } from "@hono/zod-openapi";
import { CARD } from "../../data/chart/card.ts";
import { DRAWN, drawsChart } from "../../data/chart/shown.ts";
import { SHARE_PATH, type Share } from "../../data/model/share.ts";
import { decodeView } from "../../data/model/view.ts";
import { formAndView } from "../image/form.ts";
import { problemResponse, RequestProblem } from "../problem.ts";
import { routes, type Services } from "../services.ts";
import { refuseEnded, type SharedReading } from "../shared-reading.ts";
import { chartQuery, shareOf } from "../sharing.ts";

const TYPES = { png: "image/png", svg: "image/svg+xml", csv: "text/csv", json: "application/json" } as const;
type Type = keyof typeof TYPES;

/** The table of what a page draws. */
const EXPORTS = { view: "/export", countries: "/export/countries", figures: "/export/figures", nothing: "" } as const;

const NONE = "No link has this file. One to a chart has an image; one to a page that draws data, a table.";

/**
 * `/s/SLUG.png`, `.svg`, `.csv`, `.json`: what a share shows, as a file that ends when the share does. Who knows the slug
 * may have them, where access is private, too.
 */
export function shareFileRoutes({ config, now, store }: Services, byShare: SharedReading) {
  const app = routes();
  const isPublic = config.access === "public";
  /**
   * Pages that draw something have a table. Every page has the image that its head names, the chart of its view; where
   * access is private, those have it that draw all of that chart.
   */
  const hasFile = ({ page, view, pinned, vintage }: Share, type: Type): boolean => {
    if (type === "csv" || type === "json") return DRAWN[page] !== "nothing";
    if (isPublic) return true;
    return drawsChart(decodeView(new URLSearchParams(view)).view, page, store.catalog(pinned ? vintage : store.vintage()));
  };
  for (const type of ["png", "svg", "csv", "json"] as const) {
    app.openAPIRegistry.registerPath(routeOf(type));
    // OpenAPI's `{slug}.png` would be a parameter named `slug.png`.
    app.get(`${SHARE_PATH}:slug{.+\\.${type}}`, async (c) => {
      const slug = c.req.param("slug").slice(0, -type.length - 1);
      const share = shareOf(store, slug);
      // What has ended says so, whether or not it had this file.
      if (share) refuseEnded(share, now());
      if (share === undefined || !hasFile(share, type)) throw new RequestProblem("not-found", NONE);
      const path = pathOf(share, type, new URL(c.req.url).searchParams);
      const answer = await byShare.read(share, c, new URL(path, c.req.url));
      const response = new Response(answer.body, answer);
      response.headers.set("X-Robots-Tag", "noindex");
      // A share may end at any time, so each reader asks again; mostly he hears 304.
      if (answer.ok || answer.status === 304) response.headers.set("Cache-Control", isPublic ? "public, no-cache" : "private, no-store");
      return response;
    });
  }
  return app;
}

/** Where an app over the share has the file. @param asked of the form of an image */
function pathOf(share: Share, type: Type, asked: URLSearchParams): string {
  if (type === "png" || type === "svg") return `/chart.${type}?${chartQuery(share)}&${formAsked(asked)}`;
  return `${EXPORTS[DRAWN[share.page]]}.${type}?${share.view}`;
}

/** The size of a card, unless another one is asked for. */
function formAsked(query: URLSearchParams): URLSearchParams {
  const { form } = formAndView(query);
  if (!form.has("width") && !form.has("height")) for (const side of ["width", "height"] as const) form.set(side, String(CARD[side]));
  for (const language of query.getAll("lang")) form.append("lang", language);
  return form;
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
