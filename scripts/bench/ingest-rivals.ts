import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { DuckDBInstance, version } from "@duckdb/node-api";
import { BenchmarkError } from "./benchmark.ts";

const COLUMNS = ["date", "platform", "country", "metric", "value"];

/** The key of the store: all days of a series stand beside each other. */
const KEY = "PRIMARY KEY (platform, country, metric, date)";

export function sqliteVersion(): string {
  const { stdout, error } = spawnSync("sqlite3", ["--version"], { encoding: "utf8" });
  if (error) throw new BenchmarkError("There is no sqlite3 to compare with (Debian: apt-get install sqlite3).");
  return stdout.split(" ")[0] ?? "";
}

/** DuckDB's own version. */
export function duckVersion(): string {
  return version();
}

/** Seconds that `sqlite3 .import` takes: texts, default settings. */
export function sqliteImport(file: string, database: string): number {
  const table = `CREATE TABLE snapshots (${COLUMNS.map((name) => `${name} TEXT`).join(", ")}, ${KEY}) WITHOUT ROWID`;
  const begin = performance.now();
  const { status, stderr } = spawnSync("sqlite3", [database, table, `.import --csv --skip 1 ${file} snapshots`], { encoding: "utf8" });
  const seconds = (performance.now() - begin) / 1000;
  if (status !== 0) throw new BenchmarkError(`sqlite3 did not import: ${stderr}`);
  rmSync(database);
  return seconds;
}

/** Seconds that DuckDB takes to read the file into a table of its own types, in this process, until it is on the disk. */
export async function duckImport(file: string, database: string, rows: number): Promise<number> {
  const begin = performance.now();
  const instance = await DuckDBInstance.create(database);
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE snapshots (date DATE, platform VARCHAR, country VARCHAR, metric VARCHAR, value DOUBLE, ${KEY})`);
  await connection.run(`INSERT INTO snapshots SELECT * FROM read_csv('${file}', header = true)`);
  await connection.run("CHECKPOINT");
  const seconds = (performance.now() - begin) / 1000;
  const counted = await connection.runAndReadAll("SELECT count(*)::INTEGER FROM snapshots");
  connection.closeSync();
  instance.closeSync();
  if (counted.getRows()[0]?.[0] !== rows) throw new BenchmarkError("DuckDB did not take all rows.");
  rmSync(database);
  return seconds;
}
