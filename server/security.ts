import { createMiddleware } from "hono/factory";
import { holdsData, isImage } from "./data-path.ts";

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
  "frame-ancestors 'none'",
].join("; ");

/** What an answer with data carries: it is no page, and does nothing where it is shown as one. */
const OF_DATA = {
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
};

/** What an image carries: pages of others show it, too. */
const OF_IMAGES = { ...OF_DATA, "Cross-Origin-Resource-Policy": "cross-origin" };

/** What everything else carries: a browser may show it. */
const OF_PAGES = {
  ...OF_DATA,
  "Content-Security-Policy": POLICY,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Origin-Agent-Cluster": "?1",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Frame-Options": "DENY",
};

/**
 * Headers that answers carry: those with data a few, all others every one.
 *
 * @param origin as SURGE_ORIGIN says it; where that is https, browsers are told to stay there
 */
export function headersFor(path: string, origin: string): Readonly<Record<string, string>> {
  const headers = isImage(path) ? OF_IMAGES : holdsData(path) ? OF_DATA : OF_PAGES;
  return origin.startsWith("https:") ? { ...headers, "Strict-Transport-Security": "max-age=31536000" } : headers;
}

/** Sets {@link headersFor}. */
export function securityHeaders(origin: string) {
  return createMiddleware(async (c, next) => {
    await next();
    // What the client has kept carries them already.
    if (c.res.status === 304) return;
    for (const [name, value] of Object.entries(headersFor(c.req.path, origin))) c.res.headers.set(name, value);
  });
}
