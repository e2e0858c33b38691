import type { SurgeAnswer } from "../../../data/analysis/surge.ts";
import type { AllLoaded } from "../../app/all-countries.ts";
import type { Loaded } from "../../app/api.ts";
import type { Compare } from "../growth/changes.ts";
import { type CellText, UNREAD } from "./cells.ts";
import type { CountryRow } from "./rows.ts";

/** What a later vintage has of the table and of the chart over it; from the chunk of the bar. */
export interface CountriesDraw extends Pick<AllLoaded, "catalog" | "series" | "figures"> {
  /** What the vintages are called, the earlier first. */
  names: readonly [old: string, now: string];
  /** Draws it over the chart of some rows. */
  compareOf: (picture: Loaded, rows: readonly string[]) => Compare;
}

/** A later vintage of the rows. */
export interface LaterRows {
  names: readonly [old: string, now: string];
  /** By the id of a row; a row that is not here is gone. */
  rows: ReadonlyMap<string, CountryRow>;
  answerOf: (row: CountryRow) => SurgeAnswer | undefined;
}

/** Whether a cell says something else later; not before both are read. */
export function isOther(old: CellText, now: CellText): boolean {
  const read = ({ text }: CellText) => text !== UNREAD;
  return read(old) && read(now) && (old.text !== now.text || old.small !== now.small);
}
