import type { Context } from "hono";
import type { Config } from "./config.ts";

/** Scheme and host that links carry: as the settings say, else as was asked. */
export function originOf(c: Context, { origin }: Pick<Config, "origin">): string {
  return origin || new URL(c.req.url).origin.slice(0, 200);
}
