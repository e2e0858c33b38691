import { createRoute, z } from "@hono/zod-openapi";
import { html } from "hono/html";
import { HOME, PAGES } from "../../data/model/page.ts";
import { SHARE_PATH } from "../../data/model/share.ts";
import { originOf } from "../origin.ts";
import { routes, type Services } from "../services.ts";

const route = (path: string, summary: string, type: string) =>
  createRoute({
    method: "get",
    path,
    summary,
    responses: { 200: { description: "The file.", content: { [type]: { schema: z.string() } } } },
  });

const robots = route("/robots.txt", "Where programs that walk the web are not to go.", "text/plain");
const sitemap = route("/sitemap.xml", "The pages that there are. Not there where access is private.", "application/xml");

const KEPT = { "Cache-Control": "public, max-age=3600" };

/**
 * What programs that walk the web ask for. Each view is an address, and there is no end of them: of the data they are kept
 * away, not of pages and images, which previews are made of. Where access is private there is nothing for them but short links.
 */
export function robotRoutes({ config }: Pick<Services, "config">) {
  const isPublic = config.access === "public";
  const app = routes();
  app.openapi(robots, (c) => {
    const closed = isPublic ? ["/api/", "/export", "/feed.atom", "/oembed", "/metrics"] : ["/"];
    // A short link has a preview, where access is private, too.
    const open = isPublic ? [] : [`Allow: ${SHARE_PATH}`];
    const lines = ["User-agent: *", ...open, ...closed.map((path) => `Disallow: ${path}`)];
    if (isPublic) lines.push("", `Sitemap: ${originOf(c, config)}/sitemap.xml`);
    return c.text(`${lines.join("\n")}\n`, 200, KEPT);
  });
  if (isPublic)
    app.openapi(sitemap, async (c) => {
      const origin = originOf(c, config);
      const urls = [HOME, ...Object.values(PAGES)].map((path) => html`<url><loc>${origin}${path}</loc></url>`);
      const body = await html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`;
      return c.body(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, 200, { ...KEPT, "Content-Type": "application/xml" });
    });
  return app;
}
