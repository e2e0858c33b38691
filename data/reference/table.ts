import type { CellProblem, Row } from "./row.ts";

/** The cells of one line of a file. */
export interface Line {
  /** 1-based. */
  line: number;
  cells: readonly string[];
}

/** One thing wrong with a file. `column` is empty where the whole line is meant. */
export interface TableFault extends CellProblem {
  line: number;
}

/**
 * The entries of a file, and all that is wrong with it. The header has exactly the row's columns, in any order.
 *
 * @param lines the header first
 * @param idOf what no two entries may share
 * @example
 * tableOf(TOPIC_ROW, [{ line: 1, cells: ["id", "name"] }, { line: 2, cells: ["all", ""] }]).faults
 * // [{ line: 2, column: "name", detail: "`` is empty" }]
 */
export function tableOf<Entry>(
  row: Row<Entry>,
  lines: readonly Line[],
  idOf?: (entry: Entry) => string,
): { entries: Entry[]; faults: TableFault[] } {
  const [header, ...rest] = lines;
  const names = header?.cells ?? [];
  const faults = headerFaults(row.columns, names);
  const entries: Entry[] = [];
  if (faults.length > 0) return { entries, faults };
  const lineOf = new Map<string, number>();
  for (const { line, cells } of rest) {
    const fault = (detail: string, column = "") => faults.push({ line, column, detail });
    if (cells.length !== names.length) {
      fault(`has ${cells.length} cells where the header has ${names.length}`);
      continue;
    }
    const { entry, problems } = row.read(Object.fromEntries(names.map((column, at) => [column, cells[at] ?? ""])));
    for (const { column, detail } of problems) fault(`\`${cells[names.indexOf(column)] ?? ""}\` ${detail}`, column);
    if (entry === undefined) continue;
    const id = idOf?.(entry);
    const first = id === undefined ? undefined : lineOf.get(id);
    if (first !== undefined) fault(`\`${id}\` stands on line ${first} already`);
    else if (id !== undefined) lineOf.set(id, line);
    entries.push(entry);
  }
  return { entries, faults };
}

function headerFaults(wanted: readonly string[], names: readonly string[]): TableFault[] {
  const missing = wanted.filter((column) => !names.includes(column)).map((column) => ({ line: 1, column, detail: "is missing" }));
  const wrong = names.flatMap((column, at) => {
    if (!wanted.includes(column)) return [{ line: 1, column: column || `${at + 1}`, detail: "is not a column of this file" }];
    return names.indexOf(column) === at ? [] : [{ line: 1, column, detail: "is there twice" }];
  });
  return [...missing, ...wrong];
}
