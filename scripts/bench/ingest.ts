import { createHash } from "node:crypto";
import { copyFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { openSqliteStore } from "../../server/store/sqlite/sqlite.ts";
import { type Benchmark, BenchmarkError, type Measure, median } from "./benchmark.ts";
import { whileIngesting } from "./ingest-readers.ts";
import { duckImport, duckVersion, sqliteImport, sqliteVersion } from "./ingest-rivals.ts";
import { aMillion, tenMillion, writeFile } from "./ingest-rows.ts";
import { byCommand, overHttp, type Run } from "./ingest-runs.ts";
import { prepared, withDatabase, withServer } from "./served.ts";

const TIMES = 5;
const TOKEN = "bench-token";
const MOST_MB = 200;
/** The restatement: every hundredth value is another one. */
const CHANGED = 100;

interface Files {
  first: string;
  restated: string;
  large: string;
  /** A database with the reference, the sample and a token in it. */
  base: string;
  countries: readonly string[];
}

/** Seconds of one round; each way has its turn in each round, so that a slow moment meets all of them. */
interface Round {
  sqlite: number;
  duck: number;
  command: number;
  restated: number;
  http: number;
}

export const ingest: Benchmark = {
  name: "ingest",
  about: "1,000,000 rows of CSV from the disk until they are committed, durable and readable",
  run: async () => {
    await prepared();
    return withDatabase(async (database) => {
      const files = await filesBeside(database);
      const rounds: Round[] = [];
      const peaks: number[] = [];
      while (rounds.length < TIMES) rounds.push(await round(files, database, peaks));
      const readers = await withCopy(files, database, () =>
        withServer(database, (served) => whileIngesting(served, () => overHttp(files.first, served, TOKEN))),
      );
      await writeFile(files.large, tenMillion(files.countries));
      const large = await withCopy(files, database, () => withServer(database, (served) => overHttp(files.large, served, TOKEN)));
      expectTaken(large, ({ inserted }) => inserted === 10_000_000);
      const largePeak = large.peakMb ?? Number.NaN;
      const middle = (way: keyof Round) => median(rounds.map((one) => one[way]));
      const [sqlite, duck, command, restated, http] = (["sqlite", "duck", "command", "restated", "http"] as const).map(middle) as [
        number,
        number,
        number,
        number,
        number,
      ];
      const measures: Measure[] = [
        { name: "command_to_sqlite_import_x", words: "the command, to sqlite3 .import", value: command / sqlite, unit: "x", limit: 0.17 },
        { name: "http_to_sqlite_import_x", words: "over HTTP, to sqlite3 .import", value: http / sqlite, unit: "x", limit: 0.22 },
        { name: "command_to_duckdb_x", words: "the command, to DuckDB read_csv", value: command / duck, unit: "x", limit: 0.8 },
        {
          name: "restatement_to_first_x",
          words: "a restatement with 1 % changed, to the first load",
          value: restated / command,
          unit: "x",
          limit: 2,
        },
        {
          name: "peak_rss_mb",
          words: "peak of the server or the command, 1,000,000 rows",
          value: Math.max(...peaks),
          unit: "MB",
          limit: MOST_MB,
        },
        { name: "peak_rss_10m_mb", words: "peak of the server, 10,000,000 rows", value: largePeak, unit: "MB", limit: MOST_MB },
        { name: "sqlite_import_s", words: "sqlite3 .import", value: sqlite, unit: "s" },
        { name: "duckdb_s", words: "DuckDB read_csv", value: duck, unit: "s" },
        { name: "command_s", words: "the command, with the start of its process", value: command, unit: "s" },
        { name: "http_s", words: "over HTTP", value: http, unit: "s" },
        { name: "restatement_s", words: "a restatement by the command", value: restated, unit: "s" },
        { name: "http_10m_s", words: "10,000,000 rows over HTTP", value: large.seconds, unit: "s" },
        { name: "series_p99_idle_ms", words: "GET series while nothing is ingested, p99", value: readers.idle, unit: "ms" },
        {
          name: "series_p99_ingesting_ms",
          words: "GET series while 1,000,000 rows are ingested, p99",
          value: readers.busy,
          unit: "ms",
          limit: Number(Math.max(50, 5 * readers.idle).toFixed(1)),
        },
      ];
      return {
        measures,
        details: [
          {
            title: `Seconds, round by round (SQLite ${sqliteVersion()}, DuckDB ${duckVersion()})`,
            head: ["round", "sqlite3 .import", "DuckDB", "command", "restatement", "HTTP"],
            rows: rounds.map((one, index) => [
              index + 1,
              ...[one.sqlite, one.duck, one.command, one.restated, one.http].map((seconds) => seconds.toFixed(2)),
            ]),
          },
        ],
      };
    });
  },
};

async function filesBeside(database: string): Promise<Files> {
  const beside = (name: string) => join(dirname(database), name);
  // The first start loads the sample; whoever serves for long was started again since.
  await withServer(database, () => Promise.resolve());
  const store = openSqliteStore(database);
  const hash = createHash("sha256").update(TOKEN).digest("hex");
  store.createToken({ name: "bench", hash, created_at: new Date().toISOString() });
  const countries = store.catalog().countries.map(({ id }) => id);
  store.close();
  const files = {
    first: beside("first.csv"),
    restated: beside("restated.csv"),
    large: beside("large.csv"),
    base: beside("base.sqlite"),
    countries,
  };
  copyFileSync(database, files.base);
  await writeFile(files.first, aMillion(countries));
  await writeFile(files.restated, aMillion(countries), CHANGED);
  return files;
}

async function round(files: Files, database: string, peaks: number[]): Promise<Round> {
  const sqlite = sqliteImport(files.first, `${database}.sqlite3`);
  const duck = await duckImport(files.first, `${database}.duckdb`, 1_000_000);
  const note = (run: Run) => {
    if (run.peakMb !== undefined) peaks.push(run.peakMb);
    return run;
  };
  return withCopy(files, database, async () => {
    const command = note(await byCommand(files.first, database));
    expectTaken(command, ({ inserted }) => inserted === 1_000_000);
    const restated = note(await byCommand(files.restated, database));
    expectTaken(restated, ({ revised, unchanged }) => Math.abs(revised - 10_000) < 1000 && revised + unchanged === 1_000_000);
    copyFileSync(files.base, database);
    const http = note(await withServer(database, (served) => overHttp(files.first, served, TOKEN)));
    expectTaken(http, ({ inserted }) => inserted === 1_000_000);
    return { sqlite, duck, command: command.seconds, restated: restated.seconds, http: http.seconds };
  });
}

/** Work on a database that is as the base is. */
async function withCopy<Value>({ base }: Files, database: string, work: () => Promise<Value>): Promise<Value> {
  for (const file of [database, `${database}-wal`, `${database}-shm`]) rmSync(file, { force: true });
  copyFileSync(base, database);
  return work();
}

function expectTaken({ receipt }: Run, isRight: (receipt: Run["receipt"]) => boolean): void {
  if (!isRight(receipt)) throw new BenchmarkError(`Another receipt was expected than ${JSON.stringify(receipt).slice(0, 300)}.`);
}
