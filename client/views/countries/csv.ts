import { defaultView, encodeView, type View } from "../../../data/model/view.ts";
import type { CountryRow } from "./rows.ts";

/**
 * What asks the server for the surges of rows. An address of the page leaves the countries to the data, which the
 * interface cannot guess: here they are named.
 */
export function surgesQuery(
  { metric, topics, sources }: Pick<View, "metric" | "topics" | "sources">,
  rows: readonly Pick<CountryRow, "platformId" | "countryId">[],
  vintage: number,
): Record<string, string> {
  const platforms = [...new Set(rows.map((row) => row.platformId))];
  const countries = [...new Set(rows.map((row) => row.countryId))];
  const view: View = { ...defaultView(), metric, topics, sources, platforms, countries, vintage };
  return { ...Object.fromEntries(new URLSearchParams(encodeView(view))), format: "csv" };
}
