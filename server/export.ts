import type { Source } from "../data/model/source.ts";
import { csv } from "./csv.ts";

/** A file of a view: its rows, and what is said of all of them. */
export interface Export {
  /** The address of the view at its vintage. */
  view: string;
  vintage: number;
  received_at: string | null;
  metric?: string;
  unit?: string;
  interval?: string;
  title?: string;
  description: string;
  sources?: readonly Source[];
  columns: readonly string[];
  rows: readonly object[];
  /** The rows as CSV has them, where a cell of JSON is more than a cell of CSV. */
  cells?: readonly object[];
}

type Cells = Parameters<typeof csv>[1];

/** Version of the files. Another shape gets another number, and the addresses of this one keep it. */
const FORMAT = 1;

/**
 * A file for a spreadsheet: columns of the rows, then on each row what else decides it, so that no row that is copied out
 * loses its source.
 */
export function csvOf({ columns, rows, cells = rows, sources, view, vintage, metric, unit, interval }: Export): string {
  const shared = { ...(metric && { metric }), ...(unit && { unit }), ...(interval && { interval }) };
  const licences = new Map(sources?.map(({ id, licence }) => [id, licence]));
  const names = [...columns, ...Object.keys(shared), ...(sources ? ["licence"] : []), "vintage", "view"];
  const whole = (cells as Cells).map((row) => ({
    ...row,
    ...shared,
    licence: licences.get(String((row as { source?: string }).source)) ?? "",
    vintage,
    view,
  }));
  return csv(names, whole);
}

/** A file for a program. */
export function jsonOf({ columns: _, cells: __, rows, ...about }: Export): string {
  return JSON.stringify({ format: FORMAT, ...about, rows });
}
