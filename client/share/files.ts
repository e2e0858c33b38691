import { cardPath } from "../../data/chart/card.ts";
import { encodeView, type View } from "../../data/model/view.ts";
import type { Place } from "../app/address.ts";

/** A file of a page, at an address that anybody may ask. */
export interface SharedFile {
  name: "CSV" | "JSON" | "SVG" | "PNG" | "PNG 2x";
  href: string;
}

const TABLES: Partial<Record<Place, string>> = {
  growth: "/export",
  countries: "/export/countries",
  evidence: "/export/figures",
};

/**
 * The picture that others show of a link, as its page names it; `null` where the page has no chart of its own.
 *
 * @example cardOf("growth", defaultView()) // "/chart.png?v=1&width=1200&height=630"
 */
export function cardOf(page: Place, view: View): string | null {
  if (page !== "growth" || view.layout === "countries") return null;
  return cardPath(encodeView({ ...view, against: "" }));
}

/**
 * The files that hold what a page shows; none where a page has none of its own.
 *
 * @example filesOf("countries", defaultView())[0].href // "/export/countries.csv?v=1&format=1"
 */
export function filesOf(page: Place, view: View): SharedFile[] {
  const path = TABLES[page];
  const query = encodeView({ ...view, against: "" });
  if (path === undefined) return [];
  const files: SharedFile[] = [
    { name: "CSV", href: `${path}.csv?${query}&format=1` },
    { name: "JSON", href: `${path}.json?${query}&format=1` },
  ];
  // Small charts by country are drawn by the page alone.
  if (page === "growth" && view.layout !== "countries")
    files.push(
      { name: "SVG", href: `/chart.svg?${query}` },
      { name: "PNG", href: `/chart.png?${query}` },
      { name: "PNG 2x", href: `/chart.png?${query}&scale=2` },
    );
  return files;
}
