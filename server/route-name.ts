import type { Context } from "hono";
import { matchedRoutes } from "hono/route";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** The route that a request took, as it was declared: there are only so many, whatever is asked. */
export function routeOf(c: Context): string {
  return matchedRoutes(c).findLast(({ path }) => !path.includes("*"))?.path ?? "none";
}

/** A path as the log may hold it: what opens a door is left out. @example loggedPath("/s/V1StGXR8_Z5jdHi6B-myTQ") // "/s/…" */
export function loggedPath(path: string): string {
  return path.replace(/^(\/s|\/api\/v1\/shares)\/[^/]+/, "$1/…");
}

/** The method, or `other`: anybody may make one up. */
export function methodOf(method: string): string {
  return METHODS.has(method) ? method : "other";
}
