import type { Context } from "hono";
import { accepts } from "hono/accepts";

type Cell = string | number | boolean | null | readonly string[];

export const CSV_TYPE = "text/csv; charset=utf-8; header=present";

/** Begins a cell that a spreadsheet would work out instead of showing. */
const FORMULA = /^[=+\-@\t\r]/;

/** Whether a client wants CSV where JSON is there, too: by the address, else by the header Accept. */
export function asksForCsv(c: Context, format: "json" | "csv" | undefined): boolean {
  if (format !== undefined) return format === "csv";
  return accepts(c, { header: "Accept", supports: ["application/json", "text/csv"], default: "application/json" }) === "text/csv";
}

/**
 * Rows as RFC 4180: a header, CRLF, quotes where a cell needs them. `null` is an empty cell; a list has semicolons between.
 * A text that a spreadsheet would take for a formula has an apostrophe in front (OWASP, *CSV Injection*); numbers are
 * numbers, with their sign.
 *
 * @example csv(["id", "note"], [{ id: "a", note: "one, two" }]) // 'id,note\r\na,"one, two"\r\n'
 */
export function csv<Name extends string>(columns: readonly Name[], rows: readonly Record<Name, Cell>[]): string {
  const lines = rows.map((row) => columns.map((column) => cellText(row[column])).join(","));
  return [columns.join(","), ...lines, ""].join("\r\n");
}

function cellText(cell: Cell): string {
  const written = cell === null ? "" : typeof cell === "object" ? cell.join(";") : String(cell);
  const text = typeof cell !== "number" && FORMULA.test(written) ? `'${written}` : written;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
