import type { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { RequestProblem } from "./problem.ts";
import { faultsOf } from "./services.ts";

/**
 * The parameters of an address, for routes that are not run by their schemas. What comes twice is a fault, as it is
 * everywhere.
 *
 * @throws RequestProblem (400)
 */
export function askedQuery<Schema extends z.ZodType>(c: Context, schema: Schema): z.output<Schema> {
  const given = Object.entries(c.req.queries()).map(([name, texts]) => [name, texts.length === 1 ? texts[0] : texts]);
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  throw new RequestProblem("bad-address", "The address has parameters that mean nothing here.", { errors: faultsOf(parsed.error) });
}
