import { readConfig } from "../../server/config.ts";
import { openSqliteStore, type SqliteOptions } from "../../server/store/sqlite/sqlite.ts";
import type { Store } from "../../server/store/store.ts";

/** Does some work with the store that the settings name, and closes it. Throws as `openSqliteStore` does. */
export async function withStore<Result>(options: SqliteOptions, work: (store: Store) => Result | Promise<Result>): Promise<Result> {
  const store = openSqliteStore(readConfig().database, options);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}
