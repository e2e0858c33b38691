import {
  constructTable,
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
} from "@tanstack/table-core";
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings";
import type { ListedShare } from "../../share/shares.ts";
import type { SharesColumn } from "./words.ts";

/** A short link with its view in words. */
export interface ShareRow {
  share: ListedShare;
  title: string;
  detail: string;
}

/** By which column, and whether from the end. */
export interface SharesSorting {
  id: SharesColumn;
  desc: boolean;
}

/** What works stands before what has expired, and that before what was ended. */
const STATES: Readonly<Record<ListedShare["state"], number>> = { works: 0, expired: 1, revoked: 2 };

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { basic: sortFn_basic, text: sortFn_text },
});

const helper = createColumnHelper<typeof features, ShareRow>();
const columns = helper.columns([
  helper.accessor(({ title, detail }) => `${title} ${detail}`, { id: "view", sortFn: "text" }),
  // What has no note, no owner or no end comes last, whichever way it is sorted.
  helper.accessor(({ share }) => share.note || undefined, { id: "note", sortFn: "text", sortUndefined: "last" }),
  helper.accessor(({ share }) => share.owner ?? undefined, { id: "owner", sortFn: "text", sortUndefined: "last" }),
  helper.accessor(({ share }) => share.created_at, { id: "created", sortFn: "basic" }),
  helper.accessor(({ share }) => share.revoked_at ?? share.expires_at ?? undefined, { id: "ends", sortFn: "basic", sortUndefined: "last" }),
  helper.accessor(({ share }) => STATES[share.state], { id: "state", sortFn: "basic" }),
  helper.accessor(({ share }) => share.visits, { id: "visits", sortFn: "basic" }),
]);

/** The short links in the order of a column; those that are equal there stay as they come, newest first. */
export function sortedShares(rows: ShareRow[], sorting: SharesSorting): ShareRow[] {
  const state: { sorting: SortingState } = { sorting: [sorting] };
  const table = constructTable({ features, columns, data: rows, getRowId: ({ share }) => share.slug, state });
  return table.getRowModel().rows.map((row) => row.original);
}

/** What a column is sorted by when it is pressed: numbers and days from the largest, texts from the first letter. */
export function pressed(sorting: SharesSorting, id: SharesColumn): SharesSorting {
  return { id, desc: sorting.id === id ? !sorting.desc : id === "created" || id === "visits" };
}
