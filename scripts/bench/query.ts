import Sqlite from "better-sqlite3";
import type { SeriesQuery } from "../../data/model/series.ts";
import { readConfig } from "../../server/config.ts";
import { ingest } from "../../server/ingest/ingest.ts";
import { loadReference } from "../../server/reference.ts";
import { openSqliteStore } from "../../server/store/sqlite/sqlite.ts";
import type { Store } from "../../server/store/store.ts";
import { type Benchmark, BenchmarkError, type Measure, median } from "./benchmark.ts";
import { aMillion, daysOf, linesOf, type Shape, tenMillion } from "./ingest-rows.ts";
import { withDatabase } from "./served.ts";

const TIMES = 5;
const READS = 300;
const DAYS = 365;
const MAP_METRIC = "shares";

/** Median milliseconds of one read, each way having its turn in each round. */
interface Reads {
  bare: number;
  newest: number;
  old: number;
  map: number;
}

export const query: Benchmark = {
  name: "query",
  about: "16 series of 365 days through the store, at the newest vintage and at an old one",
  run: async () => {
    const million = await measured(aMillion);
    const large = await measured(tenMillion);
    const measures: Measure[] = [
      {
        name: "newest_to_bare_x",
        words: "newest vintage, to bare statements with .all()",
        value: million.newest / million.bare,
        unit: "x",
        limit: 0.6,
      },
      {
        name: "old_to_bare_x",
        words: "old vintage with 10 % revised, to the same",
        value: million.old / million.bare,
        unit: "x",
        limit: 1.5,
      },
      { name: "old_to_newest_x", words: "old vintage, to the newest", value: million.old / million.newest, unit: "x", limit: 2 },
      { name: "map_ms", words: "a map of 200 countries on a day", value: million.map, unit: "ms", limit: 2 },
      {
        name: "newest_10m_to_1m_x",
        words: "newest vintage, 10,000,000 rows to 1,000,000",
        value: large.newest / million.newest,
        unit: "x",
        limit: 1.5,
      },
      {
        name: "old_10m_to_1m_x",
        words: "old vintage, 10,000,000 rows to 1,000,000",
        value: large.old / million.old,
        unit: "x",
        limit: 1.5,
      },
      { name: "map_10m_to_1m_x", words: "map, 10,000,000 rows to 1,000,000", value: large.map / million.map, unit: "x", limit: 1.5 },
      { name: "newest_ms", words: "16 series of 365 days, newest vintage", value: million.newest, unit: "ms" },
    ];
    const row = (name: string, reads: Reads) => [name, ...[reads.bare, reads.newest, reads.old, reads.map].map((ms) => ms.toFixed(2))];
    return {
      measures,
      details: [
        {
          title: `Milliseconds, median of ${TIMES} rounds of the middle of ${READS} reads`,
          head: ["rows", "bare .all()", "newest", "old", "map"],
          rows: [row("1,000,000", million), row("10,000,000", large)],
        },
      ],
    };
  },
};

async function measured(shapeOf: (countries: readonly string[]) => Shape): Promise<Reads> {
  return withDatabase(async (database) => {
    const store = openSqliteStore(database);
    try {
      await loadReference(store, { dataFolder: readConfig({}).dataFolder, sample: false, now: () => new Date() });
      const countries = store.catalog().countries.map(({ id }) => id);
      const shape = shapeOf(countries);
      const old = await take(store, linesOf(shape));
      await take(store, linesOf(shape, 10));
      await take(store, linesOf({ rows: 200 * 30, platforms: ["rednote"], countries: countries.slice(0, 200), metrics: [MAP_METRIC] }));
      return readsOf(store, database, shape, old, countries.slice(0, 200));
    } finally {
      store.close();
    }
  });
}

export async function take(store: Store, stream: AsyncIterable<Uint8Array>): Promise<number> {
  const origin = { channel: "file", name: "bench.csv", received_at: new Date().toISOString() } as const;
  const { batch, errors } = await ingest({ store, stream, format: "csv", origin });
  if (batch === null) throw new BenchmarkError(`The rows were not taken: ${errors[0]?.detail}`);
  return batch;
}

function readsOf(store: Store, database: string, shape: Shape, old: number, mapped: string[]): Reads {
  const days = daysOf(shape);
  const from = days.from + 200;
  const asked: SeriesQuery = {
    metric: "signups",
    platforms: shape.platforms.slice(0, 2),
    countries: shape.countries.slice(0, 8),
    topics: ["all"],
    sources: ["default"],
    from,
    to: from + DAYS - 1,
  };
  const map: SeriesQuery = {
    ...asked,
    metric: MAP_METRIC,
    platforms: ["rednote"],
    countries: mapped,
    from: days.from + 10,
    to: days.from + 10,
  };
  const ways: Record<keyof Reads, () => unknown> = {
    bare: bareReads(database, asked),
    newest: () => store.series(asked),
    old: () => store.series(asked, old),
    map: () => store.series(map),
  };
  expectSeries(store.series(asked), 16, DAYS);
  expectSeries(store.series(asked, old), 16, DAYS);
  expectSeries(store.series(map), 200, 1);
  const rounds = Array.from({ length: TIMES }, () => ({
    bare: timed(ways.bare),
    newest: timed(ways.newest),
    old: timed(ways.old),
    map: timed(ways.map),
  }));
  const middle = (way: keyof Reads) => median(rounds.map((one) => one[way]));
  return { bare: middle("bare"), newest: middle("newest"), old: middle("old"), map: middle("map") };
}

/** What one writes first: a prepared statement for a series and its days, its rows as objects. */
function bareReads(database: string, asked: SeriesQuery): () => unknown {
  const bare = new Sqlite(database, { readonly: true });
  const ids = bare
    .prepare(
      `SELECT series.id FROM series
       JOIN names AS platform ON platform.id = series.platform JOIN names AS country ON country.id = series.country
       JOIN names AS metric ON metric.id = series.metric
       WHERE metric.name = ? AND platform.name IN (SELECT value FROM json_each(?)) AND country.name IN (SELECT value FROM json_each(?))`,
    )
    .pluck()
    .all(asked.metric, JSON.stringify(asked.platforms), JSON.stringify(asked.countries)) as number[];
  if (ids.length !== 16) throw new BenchmarkError(`There are ${ids.length} series to read, not 16.`);
  const rows = bare.prepare("SELECT key, value FROM snapshot_values WHERE key BETWEEN ? AND ?");
  return () => ids.map((id) => rows.all(id * 65_536 + (asked.from ?? 0), id * 65_536 + (asked.to ?? 0)));
}

function timed(read: () => unknown): number {
  const times = Array.from({ length: READS }, () => {
    const begin = performance.now();
    read();
    return performance.now() - begin;
  });
  return median(times);
}

function expectSeries(found: { days: number[] }[], series: number, days: number): void {
  if (found.length !== series || found.some((one) => one.days.length !== days))
    throw new BenchmarkError(`${series} series of ${days} days were expected; there are ${found.length}.`);
}
