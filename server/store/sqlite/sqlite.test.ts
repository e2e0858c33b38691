import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Place, storeContract } from "../store.contract.ts";
import { origin, REFERENCE, SHARE, snapshot } from "../store.fixture.ts";
import { type Store, StoreBusyError } from "../store.ts";
import { openSqliteStore, type SqliteOptions } from "./sqlite.ts";

function file(options?: SqliteOptions): Place {
  const folder = mkdtempSync(join(tmpdir(), "surge-store-"));
  return { open: () => openSqliteStore(join(folder, "surge.sqlite"), options), remove: () => rmSync(folder, { recursive: true }) };
}

storeContract("SQLite in a file", file, { lasts: true });
storeContract("SQLite in a file, written in many runs", () => file({ run: 2 }), { lasts: true });
storeContract("SQLite in memory", () => ({ open: () => openSqliteStore(":memory:"), remove: () => {} }), { lasts: false });

describe("a SQLite file", () => {
  let folder: string;
  let path: string;
  let store: Store;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "surge-store-"));
    path = join(folder, "deep/er/surge.sqlite");
    store = openSqliteStore(path);
    const batch = store.open(origin());
    batch.put(REFERENCE);
    batch.add([snapshot("2025-01-13", 5), snapshot("2025-01-14", 0.5, { country: "GB" })]);
    batch.commit();
  });

  afterEach(() => {
    store.close();
    rmSync(folder, { recursive: true });
  });

  it("can be read by a person through its views", () => {
    const database = new Sqlite(path, { readonly: true });
    expect(database.prepare("SELECT * FROM snapshots ORDER BY date").all()).toEqual([
      { date: "2025-01-13", platform: "rednote", country: "US", metric: "signups", topic: "all", source: "default", value: 5, batch: 1 },
      { date: "2025-01-14", platform: "rednote", country: "GB", metric: "signups", topic: "all", source: "default", value: 0.5, batch: 1 },
    ]);
    expect(database.prepare("SELECT * FROM figures").all()).toEqual([]);
    expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
    database.close();
  });

  it("grows its revisions by what was restated only", () => {
    const batch = store.open(origin());
    batch.add([snapshot("2025-01-13", 5), snapshot("2025-01-14", 0.25, { country: "GB" })]);
    batch.commit();
    const database = new Sqlite(path, { readonly: true });
    expect(database.prepare("SELECT since, until, value FROM revisions").all()).toEqual([{ since: 1, until: 2, value: 0.5 }]);
    database.close();
  });

  it("has room for values that are retracted: nowhere at that vintage, and there as they were before", () => {
    const database = new Sqlite(path);
    database.exec(`
      INSERT INTO batches (batch, channel, name, content_hash, received_at, retracted) VALUES (2, 'file', 'r', 'rr', '2025-04-01', 1);
      UPDATE snapshot_values SET value = NULL, batch = 2 WHERE value = 0.5;`);
    const query = { metric: "signups", platforms: ["rednote"], countries: ["US", "GB"], topics: ["all"], sources: ["default"] };
    expect(store.series(query).map(({ values }) => values)).toEqual([[5]]);
    expect(store.series(query, 1).map(({ values }) => values)).toEqual([[5], [0.5]]);
    expect(database.prepare("SELECT country FROM snapshots").pluck().all()).toEqual(["US"]);
    database.exec(`
      INSERT INTO batches (batch, channel, name, content_hash, received_at) VALUES (3, 'file', 's', 'ss', '2025-04-02');
      UPDATE snapshot_values SET value = 0.75, batch = 3 WHERE value IS NULL;`);
    database.close();
    expect(store.series(query, 2).map(({ values }) => values)).toEqual([[5]]);
  });

  it("reads and checks while another process writes, and says who is in the way of a batch", () => {
    const other = new Sqlite(path);
    other.exec("BEGIN IMMEDIATE");
    store.check();
    expect(store.vintage()).toBe(1);
    // The real wait is ten seconds: here the writer's patience is taken away.
    const hasty = openSqliteStore(path, { patience: 20 });
    const batch = hasty.open(origin());
    batch.add([snapshot("2025-01-15", 6)]);
    expect(() => batch.commit()).toThrow(StoreBusyError);
    expect(() => hasty.createToken({ name: "desk", hash: "f00", created_at: "2025-03-01T00:00:00.000Z" })).toThrow(StoreBusyError);
    // With all the patience of a server, which is to stand still for nobody.
    for (const write of [() => store.createShare(SHARE), () => store.countVisits(new Map())]) expect(write).toThrow(StoreBusyError);
    other.exec("ROLLBACK");
    store.createShare(SHARE);
    const again = hasty.open(origin());
    again.add([snapshot("2025-01-15", 6)]);
    expect(again.commit().batch).toBe(2);
    other.close();
    hasty.close();
  });

  it("writes many rows in any order, in one sorted run and in several", () => {
    for (const run of [undefined, 9_999]) {
      const many = openSqliteStore(join(folder, `${run}.sqlite`), { run });
      const batch = many.open(origin());
      batch.put(REFERENCE);
      const countries = ["US", "GB", "DE", "WORLD"];
      let next = 1;
      const rows = Array.from({ length: 40_000 }, (_, index) => {
        next = (next * 48_271) % 2_147_483_647;
        return { index, order: next };
      }).sort((a, b) => a.order - b.order);
      batch.add(
        rows.map(({ index }) => {
          const date = new Date(Date.UTC(1990, 0, 1 + Math.floor(index / 4))).toISOString().slice(0, 10);
          return snapshot(date, index, { platform: "lemon8", country: countries[index % 4] as string });
        }),
      );
      expect(batch.commit()).toMatchObject({ inserted: 40_000, revised: 0 });
      const query = { metric: "signups", platforms: ["lemon8"], countries, topics: ["all"], sources: ["default"] };
      for (const [rank, series] of many.series(query).entries()) {
        expect(series.values).toEqual(Array.from({ length: 10_000 }, (_, index) => index * 4 + rank));
        expect(series.days).toEqual(series.days.toSorted((a, b) => a - b));
      }
      many.close();
    }
  });

  it("does not take a directory, nor a file of something else, for a store", () => {
    expect(() => openSqliteStore(folder)).toThrow();
    const text = join(folder, "notes.txt");
    writeFileSync(text, "date,platform,country\n".repeat(100));
    expect(() => openSqliteStore(text)).toThrow(/notes\.txt is not a database/);
  });
});
