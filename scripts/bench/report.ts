import { arch, availableParallelism, loadavg, platform } from "node:os";
import { type Benchmark, type Details, keeps, type Measure, type Outcome } from "./benchmark.ts";

/** On what it was measured, in general terms. */
export interface Machine {
  system: string;
  cores: number;
  node: string;
  /** Processes that wanted to run at the same time, mean of the last minute: above `cores`, times are too long. */
  load: number;
}

export function machine(): Machine {
  return {
    system: `${platform()} ${arch()}`,
    cores: availableParallelism(),
    node: process.versions.node,
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}

/** An outcome for a person. Ends with a line break. */
export function inWords({ name, about }: Benchmark, { measures, details }: Outcome, on: Machine): string {
  const head = `${name}: ${about}\n${on.system}, ${on.cores} cores, Node ${on.node}, load ${on.load} before\n`;
  const tables = details.map((one) => `\n${one.title}\n${tableText(one)}`);
  const result: Details = {
    title: "",
    head: ["", "measured", "limit", ""],
    rows: measures.map((one) => [one.words, said(one.value, one.unit), limitText(one), verdict(one)]),
  };
  return `${head}${tables.join("")}\n${tableText(result)}`;
}

/** An outcome for a program: one object of named figures. */
export function asJson({ name }: Benchmark, { measures }: Outcome, on: Machine): string {
  const figures = Object.fromEntries(
    measures.map(({ name: figure, value, unit, limit, least }) => [figure, { value, unit, limit, least }]),
  );
  return `${JSON.stringify({ benchmark: name, machine: on, figures, kept: measures.every(keeps) })}\n`;
}

/** Columns as wide as they need to be; numbers stand at the right. */
export function tableText({ head, rows }: Pick<Details, "head" | "rows">): string {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const numeric = head.map((_, column) =>
    rows.every((row) => typeof row[column] === "number" || /^[\d.]+ [\w%/]+$|^$/.test(`${row[column]}`)),
  );
  const line = (row: string[]) =>
    `  ${row.map((cell, column) => (numeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join("  ")}`;
  return cells.map((row) => `${line(row).trimEnd()}\n`).join("");
}

function said(value: number, unit: Measure["unit"]): string {
  return `${value.toFixed(unit === "s" || unit === "x" ? 2 : 1)} ${unit}`;
}

function limitText({ limit, least, unit }: Measure): string {
  if (limit !== undefined && least !== undefined) return `${least} to ${limit} ${unit}`;
  if (least !== undefined) return `at least ${least} ${unit}`;
  return limit === undefined ? "" : `${limit} ${unit}`;
}

function verdict(measure: Measure): string {
  if (measure.limit === undefined && measure.least === undefined) return "";
  return keeps(measure) ? "kept" : measure.limit !== undefined && measure.value > measure.limit ? "EXCEEDED" : "MISSED";
}
