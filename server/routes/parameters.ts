import { z } from "@hono/zod-openapi";
import { dayNumber } from "../../data/model/day.ts";
import { COUNTRY_CODE, SLUG } from "../../data/model/slug.ts";

/** Read by `readVintage`, which says more about what is wrong than a schema can. */
export const VintageParameter = z.string().optional().openapi({
  description: "Read as if no later batch had come: a batch number, or a day for the last batch received by its end in UTC.",
  example: "7",
});

/** One slug. */
export const SlugParameter = z.string().regex(SLUG, "This must be a name in small letters, digits, - and _.").optional();

/** A calendar day. */
export const DayParameter = z
  .string()
  .refine((text) => dayNumber(text) !== undefined, "This must be a day, YYYY-MM-DD.")
  .optional();

/** JSON or CSV, where an address must say it. */
export const FormatParameter = z
  .enum(["json", "csv"], "This must be json or csv.")
  .optional()
  .openapi({ description: "Instead of the header Accept." });

/** Slugs with commas between; absent where none is given. */
export const SlugsParameter = list(SLUG, "These must be names in small letters, digits, - and _, with commas between.").openapi({
  example: "rednote,tiktok",
});

/** Country codes with commas between. */
export const CountriesParameter = list(
  COUNTRY_CODE,
  "These must be ISO 3166-1 alpha-2 codes in capitals, or WORLD, with commas between.",
).openapi({ example: "US,GB" });

function list(shape: RegExp, message: string) {
  return z
    .string()
    .refine((text) => text === "" || text.split(",").every((item) => shape.test(item)), message)
    .optional();
}

/** The items of a list parameter; `undefined` where it is absent or empty. */
export function itemsOf(text: string | undefined): Set<string> | undefined {
  return text ? new Set(text.split(",")) : undefined;
}

/**
 * Of an answer that an analysis works out: a vintage holds the data still, but a later program may know better. A client
 * asks again and mostly hears 304.
 */
export const WORKED_OUT = false;
