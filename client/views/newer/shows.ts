import type { Reference, ShownEntries } from "../../../data/analysis/entry-changes.ts";
import type { Extent } from "../../../data/analysis/table.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import type { DailySeries } from "../../../data/model/series.ts";
import type { View } from "../../../data/model/view.ts";

/** Series of a page. */
export interface ShownSeries {
  /** The view that asks for them, of a catalog: a later one may have more countries. `null` where it has none of them. */
  viewOf: (catalog: Catalog) => View | null;
  /** At the vintage that is shown. */
  series: readonly DailySeries[];
  /** The days that are shown of them; `null` is all. */
  days: Extent | null;
}

/** What a page shows, so that two vintages of it can be compared. */
export interface Shows {
  series: readonly ShownSeries[];
  entriesOf: (reference: Reference) => ShownEntries;
}
