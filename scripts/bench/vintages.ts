import type { Catalog } from "../../data/model/catalog.ts";
import { readConfig } from "../../server/config.ts";
import { loadReference } from "../../server/reference.ts";
import { revert } from "../../server/store/revert.ts";
import { openSqliteStore } from "../../server/store/sqlite/sqlite.ts";
import type { Store } from "../../server/store/store.ts";
import { type Benchmark, BenchmarkError, type Measure, median } from "./benchmark.ts";
import { aMillion, linesOf } from "./ingest-rows.ts";
import { take } from "./query.ts";
import { withDatabase } from "./served.ts";

const TIMES = 5;
const LIMIT_MS = 50;

export const vintages: Benchmark = {
  name: "vintages",
  about: "first reads of what vintages say, and what changed between them: 1,000,000 rows came, and all of them were withdrawn",
  run: () =>
    withDatabase(async (database) => {
      const store = openSqliteStore(database);
      const before = await loadReference(store, { dataFolder: readConfig({}).dataFolder, sample: false, now: () => new Date() }).then(() =>
        store.vintage(),
      );
      const loaded = await take(store, linesOf(aMillion(store.catalog().countries.map(({ id }) => id))));
      const all = firstRead(database);
      const begin = performance.now();
      const { vintage: withdrawn } = revert({ store, batch: loaded, now: () => new Date() });
      const revertS = (performance.now() - begin) / 1000;
      const changes = withdrawal(store, loaded, withdrawn);
      store.close();
      const measures: Measure[] = [
        { name: "loaded_ms", words: "the newest, all there", ...all },
        { name: "withdrawn_ms", words: "the newest, all withdrawn", ...firstRead(database) },
        { name: "before_load_ms", words: "an old one, before the rows came", ...firstRead(database, before) },
        { name: "before_withdrawal_ms", words: "an old one, before they were withdrawn", ...firstRead(database, loaded) },
        { name: "changes_ms", words: "what changed between the last two, all of it read", value: changes.ms, unit: "ms" },
        { name: "changes_longest_ms", words: "the longest that others wait for it", value: changes.longest, unit: "ms" },
        { name: "revert_s", words: "the withdrawal, by a revert", value: revertS, unit: "s" },
      ];
      if (withdrawn !== loaded + 1) throw new BenchmarkError("The rows were not withdrawn by one batch.");
      return { measures, details: [] };
    }),
};

/** A route lets others have their turn between one series and the next. */
function withdrawal(store: Store, earlier: number, later: number): { ms: number; longest: number } {
  const begin = performance.now();
  let [values, longest, last] = [0, 0, begin];
  for (const { before } of store.writtenDays({}, earlier, later)) {
    values += before.days.length;
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }
  if (values !== 1_000_000) throw new BenchmarkError(`${values} values were withdrawn, not all of them.`);
  return { ms: performance.now() - begin, longest };
}

/** By a store that was opened for it, because what a store has read it knows by heart. */
function firstRead(database: string, vintage?: number): Pick<Measure, "value" | "unit" | "limit"> {
  const times = Array.from({ length: TIMES }, () => {
    const store = openSqliteStore(database);
    const begin = performance.now();
    const { coverage }: Catalog = store.catalog(vintage);
    const ms = performance.now() - begin;
    if (coverage.some(({ countries }) => countries.length === 0)) throw new BenchmarkError("The catalog has an empty part.");
    store.close();
    return ms;
  });
  return { value: median(times), unit: "ms", limit: LIMIT_MS };
}
