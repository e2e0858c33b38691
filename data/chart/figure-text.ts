import { isChange } from "../analysis/conflicts.ts";
import { numberOf } from "../model/day.ts";
import { type Figure, type Provider, sayersOf } from "../model/figure.ts";
import type { ClaimWords } from "./claim-words.ts";
import type { EvidenceAxis } from "./evidence.ts";
import type { EvidenceWords } from "./evidence-words.ts";
import type { Format } from "./format.ts";

/** How a language writes figures: its numbers and days, and its words. */
export interface Told {
  format: Format;
  words: EvidenceWords;
  claims: ClaimWords;
}

type Valued = Pick<Figure, "metric" | "value" | "unit" | "qualifier">;

/**
 * The number as it was published, in its own unit.
 *
 * @example figureValue({ metric: "downloads_growth_pct", value: -79.9, unit: "percent", qualifier: "" }, told) // "−79.9%"
 * @example figureValue({ metric: "downloads", value: 818000, unit: "downloads", qualifier: "" }, told) // "818k"
 */
export function figureValue(figure: Valued, { format, words }: Told): string {
  const { value, unit, qualifier } = figure;
  if (unit === "rank") return words.rank(format.fullNumber(value), qualifier);
  if (unit === "percent") return words.qualified(percent(value, isChange(figure), format), qualifier);
  if (unit === "times") return words.qualified(`×${format.fullNumber(value)}`, qualifier);
  const plain = format.worded(value, qualifier);
  return unit === "minutes" || unit === "hours" ? words.unit(plain, unit) : plain;
}

/** @example figureDays(figure, told) // "6 Jan to 11 Jan 2025" */
export function figureDays({ date_from, date_to }: Pick<Figure, "date_from" | "date_to">, { format }: Told): string {
  return format.rangeText(numberOf(date_from), numberOf(date_to));
}

/** @example figureSayers(figure, told) // "Similarweb, via Reuters" */
export function figureSayers(figure: Pick<Figure, "publisher" | "data_provider" | "mirror">, { words }: Told): string {
  const { publisher, provider, mirror } = sayersOf(figure);
  return words.said(publisher, provider, mirror);
}

/** @example providerName({ id: "unnamed", name: null }, told) // "Provider unnamed" */
export function providerName({ name }: Provider, { words }: Told): string {
  return name ?? words.unnamed;
}

/** A tick of the axis of a chart. @example tickText(3, "change", told) // "+200%" */
export function tickText(value: number, kind: EvidenceAxis["kind"], { format, words }: Told): string {
  if (kind === "change") return percent(Number(((value - 1) * 100).toPrecision(6)), true, format);
  if (kind === "percent") return percent(value, false, format);
  if (kind === "times") return `×${format.fullNumber(value)}`;
  return kind === "rank" ? words.rank(format.fullNumber(value), "") : format.compact(value);
}

/** A difference of two changes, too, is read with its sign. */
function percent(value: number, signed: boolean, format: Format): string {
  return `${signed && value > 0 ? "+" : value < 0 ? "−" : ""}${format.fullNumber(Math.abs(value))}%`;
}
