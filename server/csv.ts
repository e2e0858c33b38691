type Cell = string | number | boolean | null | readonly string[];

/**
 * Rows as RFC 4180: a header, CRLF, quotes where a cell needs them. `null` is an empty cell; a list has semicolons between.
 *
 * @example csv(["id", "note"], [{ id: "a", note: "one, two" }]) // 'id,note\r\na,"one, two"\r\n'
 */
export function csv<Name extends string>(columns: readonly Name[], rows: readonly Record<Name, Cell>[]): string {
  const lines = rows.map((row) => columns.map((column) => cellText(row[column])).join(","));
  return [columns.join(","), ...lines, ""].join("\r\n");
}

function cellText(cell: Cell): string {
  const text = cell === null ? "" : typeof cell === "object" ? cell.join(";") : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
