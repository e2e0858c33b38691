import type { View } from "../../../data/model/view.ts";
import type { CountryRow } from "./rows.ts";

/** The view of a row by itself. */
export function growthView(view: View, row: Pick<CountryRow, "platformId" | "countryId">): View {
  return { ...plainView(view), platforms: [row.platformId], countries: [row.countryId], sum: false, partial: false };
}

/** A view without what only a table shows. */
export function plainView(view: View): View {
  return { ...view, search: "", sort: "", columns: [], pinned: [], dense: false, rows: [], day: "" };
}
