import type { Context } from "hono";
import { matchedRoutes } from "hono/route";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** The route that a request took, as it was declared: there are only so many, whatever is asked. */
export function routeOf(c: Context): string {
  return matchedRoutes(c).findLast(({ path }) => !path.includes("*"))?.path ?? "none";
}

/** The method, or `other`: anybody may make one up. */
export function methodOf(method: string): string {
  return METHODS.has(method) ? method : "other";
}
