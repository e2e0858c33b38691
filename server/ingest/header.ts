import type { Problem } from "../../data/model/problem.ts";
import { cut } from "./faults.ts";
import { type Names, nearest } from "./names.ts";

const NEEDED = ["date", "platform", "country"] as const;
const LONG = ["metric", "value"] as const;
const OPTIONAL = ["topic", "source"] as const;

/** Where a CSV file has what: places of columns, counted from 0. */
export interface Layout {
  columns: string[];
  date: number;
  platform: number;
  country: number;
  topic: number | undefined;
  source: number | undefined;
  /** A long file names the metric in each row; a wide one has a column for each metric. */
  values: { kind: "long"; metric: number; value: number } | { kind: "wide"; metrics: { metric: string; place: number }[] };
}

/** Reads a header. The order of columns is free; a `metric` or `value` column makes the file a long one. */
export function layoutOf(columns: string[], names: Names): { layout: Layout } | { problems: Omit<Problem, "line">[] } {
  const isLong = columns.some((column) => column === "metric" || column === "value");
  const needed = isLong ? [...NEEDED, ...LONG] : NEEDED;
  const fixed = new Set<string>([...needed, ...OPTIONAL]);
  const metrics: { metric: string; place: number }[] = [];
  const problems: Omit<Problem, "line">[] = [];
  if (!columns.some((column) => fixed.has(column.trim().toLowerCase()))) return { problems: [missingHeader(columns)] };
  for (const [place, column] of columns.entries()) {
    if (columns.indexOf(column) < place && column !== "")
      problems.push({
        field: cut(column),
        code: "repeated_column",
        detail: `The column ${cut(column)} is there twice.`,
        value: cut(column),
      });
    else if (fixed.has(column)) continue;
    else if (!isLong && names.has("metric", column)) metrics.push({ metric: column, place });
    else problems.push(unknownColumn(column, place, isLong ? [...fixed] : [...fixed, ...LONG], names));
  }
  for (const column of needed) if (!columns.includes(column)) problems.push(missingColumn(column));
  if (!isLong && metrics.length === 0) problems.push(missingColumn("value"));
  if (problems.length > 0) return { problems };
  const placeOf = (column: string) => columns.indexOf(column);
  const placeIfThere = (column: string) => (columns.includes(column) ? placeOf(column) : undefined);
  return {
    layout: {
      columns,
      date: placeOf("date"),
      platform: placeOf("platform"),
      country: placeOf("country"),
      topic: placeIfThere("topic"),
      source: placeIfThere("source"),
      values: isLong ? { kind: "long", metric: placeOf("metric"), value: placeOf("value") } : { kind: "wide", metrics },
    },
  };
}

const SHAPES = "A file begins with date,platform,country,metric,value, or with date,platform,country and a column for each metric.";

function missingHeader(columns: string[]): Omit<Problem, "line"> {
  const value = cut(columns.join(","));
  return { field: "file", code: "missing_header", detail: `The first line names no column. ${SHAPES}`, value };
}

function missingColumn(column: string): Omit<Problem, "line"> {
  return { field: column, code: "missing_column", detail: `The header has no column ${column}. ${SHAPES}` };
}

function unknownColumn(column: string, place: number, fixed: string[], names: Names): Omit<Problem, "line"> {
  if (column.trim() === "")
    return { field: `column ${place + 1}`, code: "unknown_column", detail: `The header gives column ${place + 1} no name.` };
  const spelling = column.trim().toLowerCase();
  const metric = names.hint("metric", column);
  const hint = fixed.includes(spelling) ? spelling : (metric ?? nearest(spelling, new Map(fixed.map((name) => [name, name]))));
  return {
    field: cut(column),
    code: "unknown_column",
    detail: `A file has no column ${cut(column)}.`,
    value: cut(column),
    hint,
  };
}
