import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { committed, REFERENCE, SHARE, snapshot } from "../store.fixture.ts";
import { type OpenBatch, StoreVersionError } from "../store.ts";
import { APPLICATION_ID, MIGRATIONS, migrate } from "./migrate.ts";
import { openSqliteStore } from "./sqlite.ts";

const SECOND = "CREATE TABLE second (id INTEGER PRIMARY KEY); INSERT INTO second VALUES (7);";

describe("migrate", () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "surge-migrate-"));
    file = join(folder, "surge.sqlite");
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const pragma = (database: Sqlite.Database, name: string) => database.pragma(name, { simple: true });

  it("brings a fresh file to the newest version, once", () => {
    const database = new Sqlite(file);
    migrate(database);
    migrate(database);
    expect(pragma(database, "user_version")).toBe(MIGRATIONS.length);
    expect(pragma(database, "application_id")).toBe(APPLICATION_ID);
    expect(pragma(database, "journal_mode")).toBe("wal");
    database.close();
  });

  it("runs what an older file lacks and keeps what it has", () => {
    const database = new Sqlite(file);
    migrate(database);
    database.prepare("INSERT INTO names (kind, name) VALUES ('topic', 'all')").run();
    migrate(database, [...MIGRATIONS, SECOND]);
    expect(pragma(database, "user_version")).toBe(MIGRATIONS.length + 1);
    expect(database.prepare("SELECT name FROM names").pluck().all()).toEqual(["all"]);
    expect(database.prepare("SELECT id FROM second").pluck().all()).toEqual([7]);
    database.close();
  });

  it("notes the first and last days of every vintage in a file of before that was done", () => {
    const store = openSqliteStore(file);
    const write = (fill: (batch: OpenBatch) => void) => committed(store, fill);
    write((batch) => batch.put(REFERENCE));
    write((batch) => batch.add([snapshot("2025-01-13", 5), snapshot("2025-01-14", 6), snapshot("2025-01-13", 7, { country: "GB" })]));
    write((batch) => batch.retract([snapshot("2025-01-14", 0), snapshot("2025-01-13", 0, { country: "GB" })]));
    write((batch) => batch.add([snapshot("2025-01-12", 5), snapshot("2025-01-13", 9)]));
    const coverage = [1, 2, 3, 4].map((vintage) => store.catalog(vintage).coverage);
    store.close();
    const database = new Sqlite(file);
    const rows = () => database.prepare("SELECT * FROM extents").all();
    const before = rows();
    database.exec("DROP TABLE share_images; DROP TABLE share_visits; DROP TABLE shares; DROP TABLE extents; PRAGMA user_version = 4;");
    migrate(database);
    expect(rows()).toEqual(before);
    expect(before).toHaveLength(5);
    database.close();
    const again = openSqliteStore(file);
    expect([1, 2, 3, 4].map((vintage) => again.catalog(vintage).coverage)).toEqual(coverage);
    expect(coverage.map(([part]) => [part?.countries, part?.first, part?.last])).toEqual([
      [undefined, undefined, undefined],
      [["US", "GB"], "2025-01-13", "2025-01-14"],
      [["US"], "2025-01-13", "2025-01-13"],
      [["US"], "2025-01-12", "2025-01-13"],
    ]);
    again.close();
  });

  it("has the images of shares drawn that were pinned before images were kept", () => {
    const store = openSqliteStore(file);
    committed(store, (batch) => batch.put(REFERENCE));
    const slug = (letter: string) => `${SHARE.slug.slice(0, -1)}${letter}`;
    store.createShare({ ...SHARE, slug: slug("a") });
    store.createShare({ ...SHARE, slug: slug("b"), pinned: false, shows: null });
    store.createShare({ ...SHARE, slug: slug("c") });
    store.revokeShare(slug("a"), SHARE.created_at);
    store.close();
    const database = new Sqlite(file);
    database.exec("DROP TABLE share_images; PRAGMA user_version = 7;");
    database.close();
    const again = openSqliteStore(file);
    expect([again.nextShareImage(), again.nextShareImage(slug("c"))]).toEqual([{ slug: slug("c"), origin: "" }, undefined]);
    again.close();
  });

  it("leaves a file as it was where a migration fails", () => {
    const database = new Sqlite(file);
    migrate(database);
    expect(() => migrate(database, [...MIGRATIONS, SECOND, "CREATE TABLE second (id)"])).toThrow(/second already exists/);
    expect(pragma(database, "user_version")).toBe(MIGRATIONS.length);
    expect(database.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'second'").pluck().get()).toBe(0);
    database.close();
  });

  it("refuses a newer file, names both versions, and does not touch it", () => {
    const database = new Sqlite(file);
    migrate(database, [...MIGRATIONS, SECOND]);
    database.pragma("wal_checkpoint(TRUNCATE)");
    database.pragma("journal_mode = DELETE");
    database.close();
    const before = readFileSync(file);
    expect(() => openSqliteStore(file)).toThrow(StoreVersionError);
    expect(() => openSqliteStore(file)).toThrow(
      `${file} is a database of version ${MIGRATIONS.length + 1}; this program knows versions up to ${MIGRATIONS.length}.`,
    );
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it("refuses another program's database", () => {
    const database = new Sqlite(file);
    database.exec("CREATE TABLE shopping (item TEXT)");
    database.close();
    expect(() => openSqliteStore(file)).toThrow(StoreVersionError);
    expect(() => openSqliteStore(file)).toThrow(/another program/);
  });
});
