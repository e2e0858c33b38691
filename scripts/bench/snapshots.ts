import { dayOf, numberOf } from "../../data/model/day.ts";
import { ingest } from "../../server/ingest/ingest.ts";
import { openSqliteStore } from "../../server/store/sqlite/sqlite.ts";
import { BenchmarkError } from "./benchmark.ts";

/** Daily active users that nobody counted, sent without naming a source: observed ones, to the program. */
export interface Load {
  platforms: readonly string[];
  countries: readonly string[];
  from: string;
  days: number;
}

/** Puts a load into a database that has its reference already. */
export async function ingestLoad(database: string, load: Load): Promise<void> {
  const store = openSqliteStore(database);
  try {
    const receipt = await ingest({
      store,
      stream: linesOf(load),
      format: "csv",
      origin: { channel: "file", name: "bench.csv", received_at: new Date().toISOString() },
    });
    if (receipt.rejected > 0) throw new BenchmarkError(`The load was rejected: ${receipt.errors[0]?.detail}`);
  } finally {
    store.close();
  }
}

/** A wave with a surge in it, another one for each series, and no two days alike. */
async function* linesOf({ platforms, countries, from, days }: Load): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode("date,platform,country,metric,value\n");
  const first = numberOf(from);
  for (const [p, platform] of platforms.entries())
    for (const [c, country] of countries.entries()) {
      const rows: string[] = [];
      for (let day = 0; day < days; day++) {
        const surge = 6 * Math.exp(-(((day - days / 2 - 9 * c) / (days / 20)) ** 2));
        const wave = 1 + 0.08 * Math.sin((day * 2 * Math.PI) / 7 + c) + 0.03 * Math.sin(day * 1.7 + p);
        const value = Math.round((80_000 * 20 ** p * (1 + surge) * wave) / (1 + 0.8 * c));
        rows.push(`${dayOf(first + day)},${platform},${country},daily_active_users,${value}\n`);
      }
      yield encoder.encode(rows.join(""));
    }
}
