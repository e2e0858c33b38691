import { createMiddleware } from "hono/factory";
import type { Config } from "./config.ts";
import { holdsData, isEmbed, isImage } from "./data-path.ts";

type Setting = Pick<Config, "origin" | "frameAncestors">;

/** Nothing from elsewhere, nothing inline. React and Recharts set styles through the CSSOM, which this lets pass. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

const UNFRAMED = "frame-ancestors 'none'";

/** What an answer with data carries: it is no page, and does nothing where it is shown as one. */
const OF_DATA = {
  "Content-Security-Policy": `default-src 'none'; ${UNFRAMED}`,
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
};

/** What an image carries: pages of others show it, too. */
const OF_IMAGES = { ...OF_DATA, "Cross-Origin-Resource-Policy": "cross-origin" };

/** What everything else carries: a browser may show it. */
const OF_PAGES = {
  ...OF_DATA,
  "Content-Security-Policy": `${POLICY}; ${UNFRAMED}`,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Origin-Agent-Cluster": "?1",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Frame-Options": "DENY",
};

/**
 * Headers that answers carry: those with data a few, all others every one.
 *
 * @param setting.origin as SURGE_ORIGIN says it; where that is https, browsers are told to stay there
 * @param setting.frameAncestors who may frame a chart that stands alone
 */
export function headersFor(path: string, { origin, frameAncestors }: Setting): Readonly<Record<string, string>> {
  const ofPage = isEmbed(path) && frameAncestors !== "'none'" ? framed(frameAncestors) : OF_PAGES;
  const headers = isImage(path) ? OF_IMAGES : holdsData(path) ? OF_DATA : ofPage;
  return origin.startsWith("https:") ? { ...headers, "Strict-Transport-Security": "max-age=31536000" } : headers;
}

/** Sets {@link headersFor}. */
export function securityHeaders(setting: Setting) {
  return createMiddleware(async (c, next) => {
    await next();
    // What the client has kept carries them already.
    if (c.res.status === 304) return;
    for (const [name, value] of Object.entries(headersFor(c.req.path, setting))) c.res.headers.set(name, value);
  });
}

/** What a chart carries that pages of others may frame. */
function framed(ancestors: string): Readonly<Record<string, string>> {
  const { "X-Frame-Options": _, ...headers } = OF_PAGES;
  return {
    ...headers,
    "Content-Security-Policy": `${POLICY}; frame-ancestors ${ancestors}`,
    "Cross-Origin-Resource-Policy": "cross-origin",
  };
}
