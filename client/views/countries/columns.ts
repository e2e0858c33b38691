import { SURGE_FIGURES, type SurgeFigure } from "../../../data/analysis/surge-figure.ts";
import type { View } from "../../../data/model/view.ts";

/** Columns of the table, by the names that an address carries. */
export type ColumnId = "series" | "kind" | "source" | "trend" | "latest" | "coverage" | SurgeFigure;

/** In their usual order. The first names the row: it is always there, always first, always in place. */
export const COLUMN_IDS: readonly ColumnId[] = ["series", "kind", "source", "trend", "latest", ...SURGE_FIGURES, "coverage"];

/** Pixels; a column keeps its width whatever its rows hold, so that those in place know where they stand. */
export const WIDTHS: Readonly<Record<ColumnId, number>> = {
  series: 216,
  kind: 150,
  source: 128,
  trend: 132,
  latest: 112,
  baseline: 114,
  onset: 122,
  peak: 122,
  multiple: 106,
  days_to_peak: 84,
  half_life: 104,
  plateau: 92,
  retained_7: 78,
  retained_14: 78,
  retained_28: 78,
  excess: 118,
  coverage: 136,
};

const SURGE_IDS: ReadonlySet<string> = new Set(SURGE_FIGURES);

export function isSurgeFigure(id: ColumnId): id is SurgeFigure {
  return SURGE_IDS.has(id);
}

/** What of the table decides which columns are the usual ones. */
export interface Usual {
  /** Ranks have no surge: its columns would all be empty. */
  ranked: boolean;
  /** Whether a platform has several sources in a country: else the kind says enough. */
  severalSources: boolean;
}

export function usualColumns({ ranked, severalSources }: Usual): ColumnId[] {
  return COLUMN_IDS.filter((id) => {
    if (id === "plateau" || (id === "source" && !severalSources)) return false;
    return !(ranked && isSurgeFigure(id));
  });
}

/** The columns of a view, those in place first; what it names and the table does not have is left out. */
export function columnsOf(view: Pick<View, "columns" | "pinned">, usual: Usual): { shown: ColumnId[]; pinned: ColumnId[] } {
  const asked = known(view.columns);
  const shown: ColumnId[] = ["series", ...(asked.length > 0 ? asked : usualColumns(usual)).filter((id) => id !== "series")];
  const pinned: ColumnId[] = ["series", ...known(view.pinned).filter((id) => id !== "series" && shown.includes(id))];
  return { shown: [...pinned, ...shown.filter((id) => !pinned.includes(id))], pinned };
}

/** A view with other columns. The usual ones are written as none, so that they have one address. */
export function withColumns<Kind extends Pick<View, "columns" | "pinned">>(
  view: Kind,
  { shown, pinned }: { shown: readonly ColumnId[]; pinned: readonly ColumnId[] },
  usual: Usual,
): Kind {
  const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((id, index) => id === b[index]);
  const kept = pinned.filter((id) => shown.includes(id));
  const usualShown = columnsOf({ columns: [], pinned: [...kept] }, usual).shown;
  return { ...view, columns: same(shown, usualShown) ? [] : [...shown], pinned: kept.length > 1 ? [...kept] : [] };
}

/** Names of an address that are no columns. */
export function unknownColumns(view: Pick<View, "columns" | "pinned" | "sort">): string[] {
  const sort = view.sort.replace(/^-/, "");
  return [...new Set([...view.columns, ...view.pinned, ...(sort === "" ? [] : [sort])])].filter((id) => !isColumn(id));
}

export function isColumn(id: string): id is ColumnId {
  return (COLUMN_IDS as readonly string[]).includes(id);
}

function known(ids: readonly string[]): ColumnId[] {
  return ids.filter(isColumn);
}
