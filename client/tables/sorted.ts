import {
  columnFilteringFeature,
  constructTable,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_includesString,
  globalFilteringFeature,
  rowSortingFeature,
  type SortingState,
  sortFn_basic,
  tableFeatures,
} from "@tanstack/table-core";
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings";
import type { SeriesRow } from "./rows.ts";

/** The columns that can be sorted. */
export type SortColumn = "first" | "peak" | "growth" | "last" | "count";

/** By which column, and whether from the top. */
export interface Sorting {
  id: SortColumn;
  desc: boolean;
}

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  filterFns: { includesString: filterFn_includesString },
  sortFns: { basic: sortFn_basic },
});

const helper = createColumnHelper<typeof features, SeriesRow>();
const columns = helper.columns([
  helper.accessor("words", { id: "words", enableSorting: false }),
  helper.accessor((row) => row.first.value, { id: "first", sortFn: "basic" }),
  helper.accessor((row) => row.peak.value, { id: "peak", sortFn: "basic" }),
  helper.accessor((row) => row.growth, { id: "growth", sortFn: "basic", sortUndefined: "last" }),
  helper.accessor((row) => row.last.value, { id: "last", sortFn: "basic" }),
  helper.accessor((row) => row.count, { id: "count", sortFn: "basic" }),
]);

/** The rows that a filter finds, in the order of a column; what the column does not have comes last. */
export function sortedRows(rows: SeriesRow[], sorting: Sorting, filter: string): SeriesRow[] {
  const state: { sorting: SortingState; globalFilter: string } = { sorting: [sorting], globalFilter: filter.trim() };
  const table = constructTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.id,
    globalFilterFn: "includesString",
    getColumnCanGlobalFilter: (column) => column.id === "words",
    state,
  });
  return table.getRowModel().rows.map((row) => row.original);
}
