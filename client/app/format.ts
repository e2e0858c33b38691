import { ENGLISH_FORMAT, type Format } from "../../data/chart/format.ts";
import { manner } from "./language.ts";

/** Numbers and days in the language of the page. Call them while drawing, not when a module is loaded. */
export const fullNumber = inLanguage("fullNumber");
export const compact = inLanguage("compact");
export const twoDigits = inLanguage("twoDigits");
export const threeDigits = inLanguage("threeDigits");
export const times = inLanguage("times");
export const worded = inLanguage("worded");
export const shortDay = inLanguage("shortDay");
export const dayWithYear = inLanguage("dayWithYear");
export const longDay = inLanguage("longDay");
export const dayWithWeekday = inLanguage("dayWithWeekday");
export const monthName = inLanguage("monthName");
export const shortMonth = inLanguage("shortMonth");
export const yearName = inLanguage("yearName");
export const rangeText = inLanguage("rangeText");
export const shortRange = inLanguage("shortRange");

/** How the page writes numbers and days. */
export function format(): Format {
  return manner()?.format ?? ENGLISH_FORMAT;
}

function inLanguage<Name extends keyof Format>(name: Name): Format[Name] {
  return ((...values: Parameters<Format[Name]>) => (format()[name] as (...values: unknown[]) => string)(...values)) as Format[Name];
}
