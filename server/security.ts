import { createMiddleware } from "hono/factory";

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

const HEADERS = {
  "Content-Security-Policy": POLICY,
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Origin-Agent-Cluster": "?1",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
};

/**
 * Headers that every answer carries.
 *
 * @param origin as SURGE_ORIGIN says it; where that is https, browsers are told to stay there
 */
export function headersOfAll(origin: string): Readonly<Record<string, string>> {
  return origin.startsWith("https:") ? { ...HEADERS, "Strict-Transport-Security": "max-age=31536000" } : HEADERS;
}

/** Sets {@link headersOfAll}. */
export function securityHeaders(origin: string) {
  const entries = Object.entries(headersOfAll(origin));
  return createMiddleware(async (c, next) => {
    await next();
    for (const [name, value] of entries) c.res.headers.set(name, value);
  });
}
