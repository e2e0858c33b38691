import type { MeasureUnit } from "../analysis/measure.ts";
import { type Format, rounded } from "./format.ts";

/** Numbers too small for three decimals; the same digits in both languages. */
const SMALL = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });

/** What of a language's numbers a measured value needs. */
export type MeasureFormat = Pick<Format, "compact" | "fullNumber">;

/**
 * A measured value as short as it is good for: changes with their sign, others plain.
 *
 * @param digits significant ones; a modelled value has two
 * @example measureText(1133.33, "index", format) // "1,133"
 * @example measureText(-72.96, "percent", format) // "−73%"
 * @example measureText(386.2, "percent", format, 2) // "+390%"
 * @example measureText(0.01234, "per100k", format) // "0.0123"
 */
export function measureText(value: number, unit: MeasureUnit, format: MeasureFormat, digits?: number): string {
  if (unit === "value") return format.compact(rounded(value, digits ?? 3));
  const size = Math.abs(value);
  const usual = unit === "places" ? 9 : unit === "percent" && size < 100 ? 2 : size >= 1000 ? 4 : 3;
  const short = rounded(size, digits ?? usual);
  const text = plain(short, format);
  if (unit !== "percent" && unit !== "places") return text;
  const sign = short === 0 ? "" : value < 0 ? "−" : "+";
  return `${sign}${text}${unit === "percent" ? "%" : ""}`;
}

/** All digits that a value of an axis has. @example tickText(-50, "percent", format) // "−50%" */
export function tickText(value: number, unit: MeasureUnit, format: MeasureFormat): string {
  return measureText(value, unit, format, 9);
}

function plain(value: number, format: MeasureFormat): string {
  if (value >= 1e5) return format.compact(value);
  return value > 0 && value < 0.1 ? SMALL.format(value) : format.fullNumber(value);
}
