import {
  columnFilteringFeature,
  columnOrderingFeature,
  columnPinningFeature,
  columnVisibilityFeature,
  constructTable,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_includesString,
  globalFilteringFeature,
  rowSortingFeature,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
} from "@tanstack/table-core";
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings";
import type { SurgeAnswer } from "../../../data/analysis/surge.ts";
import { surgeFigure } from "../../../data/analysis/surge-figure.ts";
import type { View } from "../../../data/model/view.ts";
import { COLUMN_IDS, type ColumnId, columnsOf, isColumn, isSurgeFigure, type Usual } from "./columns.ts";
import type { CountryRow } from "./rows.ts";

/** A column as it is shown. */
export interface Column {
  id: ColumnId;
  /** Whether it stays in place as the others scroll. */
  pinned: boolean;
  sorted: "ascending" | "descending" | null;
}

/** The rows and columns that a view shows, in its order. */
export interface Arranged {
  columns: Column[];
  rows: CountryRow[];
}

/** A row with its surge, where that has been read. */
interface Read {
  row: CountryRow;
  answer: SurgeAnswer | undefined;
}

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  columnFilteringFeature,
  columnOrderingFeature,
  columnPinningFeature,
  columnVisibilityFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  filterFns: { includesString: filterFn_includesString },
  sortFns: { basic: sortFn_basic, text: sortFn_text },
});

const helper = createColumnHelper<typeof features, Read>();
const definitions = helper.columns([
  ...COLUMN_IDS.map((id) =>
    helper.accessor((read) => sortedBy(read, id), {
      id,
      sortFn: isText(id) ? "text" : "basic",
      sortUndefined: "last",
      enableSorting: isSortable(id),
    }),
  ),
  helper.accessor(({ row }) => row.words, { id: "words", enableSorting: false }),
]);

/** Searched, sorted and with the columns of the view; what a column does not have comes last. */
export function arranged(
  rows: readonly CountryRow[],
  answerOf: (row: CountryRow) => SurgeAnswer | undefined,
  view: Pick<View, "search" | "sort" | "columns" | "pinned">,
  usual: Usual,
): Arranged {
  const { shown, pinned } = columnsOf(view, usual);
  const sorting = sortingOf(view.sort);
  const table = constructTable({
    features,
    columns: definitions,
    data: rows.map((row): Read => ({ row, answer: answerOf(row) })),
    getRowId: ({ row }) => row.id,
    globalFilterFn: "includesString",
    getColumnCanGlobalFilter: (column) => column.id === "words",
    state: {
      sorting: sorting ? [sorting] : [],
      globalFilter: view.search.trim(),
      columnOrder: shown,
      columnPinning: { start: pinned, end: [] },
      columnVisibility: Object.fromEntries([...COLUMN_IDS, "words"].map((id) => [id, (shown as string[]).includes(id)])),
    },
  });
  const columns = [...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()].map(({ id }): Column => {
    const sorted = sorting?.id === id ? (sorting.desc ? "descending" : "ascending") : null;
    return { id: id as ColumnId, pinned: pinned.includes(id as ColumnId), sorted };
  });
  return { columns, rows: table.getRowModel().rows.map(({ original }) => original.row) };
}

/** Whether rows can be sorted by a column: a picture has no order. */
export function isSortable(id: ColumnId): boolean {
  return id !== "trend";
}

/**
 * What the head of a column does next: names from A, numbers from the largest, then the other way round, then as they
 * come.
 */
export function nextSort(sort: string, id: ColumnId): string {
  const first = isText(id) ? id : `-${id}`;
  const second = isText(id) ? `-${id}` : id;
  return sort === first ? second : sort === second ? "" : first;
}

function sortingOf(sort: string): { id: ColumnId; desc: boolean } | null {
  const id = sort.replace(/^-/, "");
  return isColumn(id) && isSortable(id) ? { id, desc: sort.startsWith("-") } : null;
}

function isText(id: ColumnId): boolean {
  return id === "series" || id === "kind" || id === "source";
}

function sortedBy({ row, answer }: Read, id: ColumnId): string | number | undefined {
  if (isSurgeFigure(id)) {
    const found = answer && surgeFigure(answer, id);
    return found && "value" in found ? found.value : undefined;
  }
  switch (id) {
    case "series":
      return `${row.place} ${row.platform}`;
    case "kind":
      return row.kind;
    case "source":
      return row.source;
    case "latest":
      return row.latest?.value;
    case "coverage":
      return row.reported;
    default:
      return undefined;
  }
}
