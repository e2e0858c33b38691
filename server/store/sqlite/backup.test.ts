import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayOf } from "../../../data/model/day.ts";
import { committed, EVERYTHING, origin, REFERENCE, SHARE, snapshot } from "../store.fixture.ts";
import { BackupError, type OpenBatch, type Store, StoreBusyError } from "../store.ts";
import { restore } from "./backup.ts";
import { openSqliteStore } from "./sqlite.ts";

const NOW = new Date("2025-03-05T06:07:08.999Z");

let folder: string;
let path: string;
let copy: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "surge-backup-"));
  path = join(folder, "surge.sqlite");
  copy = join(folder, "copy.sqlite");
  store = openSqliteStore(path);
  write((batch) => {
    batch.put(REFERENCE);
    batch.add([snapshot("2025-01-13", 5)]);
  });
  store.createToken({ name: "desk", hash: "f00", created_at: "2025-03-01T00:00:00.000Z" });
  store.createShare({ ...SHARE, owner: "desk" });
  store.keepShareImage(SHARE.slug, new Uint8Array([7]), SHARE.created_at);
  store.countVisits(new Map([[SHARE.slug, new Map([["2025-03-01", 2]])]]));
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const write = (fill: (batch: OpenBatch) => void) => committed(store, fill);

const said = (one: Store) => [
  one.batches(),
  one.catalog(),
  one.series(EVERYTHING),
  one.series(EVERYTHING, 1),
  one.tokens(),
  one.shares({ limit: 9 }),
  one.visits(SHARE.slug),
  one.shareImage(SHARE.slug),
];

/** What a store says that stands in a file. */
function saidIn(file: string) {
  const one = openSqliteStore(file, { make: false });
  try {
    return said(one);
  } finally {
    one.close();
  }
}

describe("a backup", () => {
  it("is a store that says the same, of the moment before a batch that is being written", () => {
    write((batch) => batch.add([snapshot("2025-01-13", 6)]));
    const before = said(store);
    const open = store.open(origin());
    open.add([snapshot("2025-01-13", 7)]);
    // Another process holds the write lock meanwhile.
    const other = new Sqlite(path);
    other.exec("BEGIN IMMEDIATE");
    expect(store.backup(copy)).toBe(2);
    other.exec("ROLLBACK");
    other.close();
    open.commit();
    expect(saidIn(copy)).toEqual(before);
    expect(said(store)).not.toEqual(before);
  });

  it("is one file, and leaves nothing else behind", () => {
    store.backup(copy);
    expect(readdirSync(folder).sort()).toEqual(["copy.sqlite", "surge.sqlite", "surge.sqlite-shm", "surge.sqlite-wal"]);
  });

  it("overwrites nothing", () => {
    writeFileSync(copy, "precious");
    expect(() => store.backup(copy)).toThrow(BackupError);
    expect(() => store.backup(path)).toThrow(/overwrites nothing/);
    expect(readFileSync(copy, "utf8")).toBe("precious");
    expect(() => store.backup(join(folder, "deep/er.sqlite"))).toThrow(/There is no folder/);
  });

  it("of a damaged store is refused", () => {
    const database = new Sqlite(path);
    database.exec("UPDATE batches SET inserted = 9");
    database.close();
    expect(() => store.backup(copy)).toThrow(/receipt of batch 1 says 9 inserted.*thrown away/);
    expect(readdirSync(folder).filter((name) => name.startsWith("copy"))).toEqual([]);
  });

  it("can be read while it is new, and written like any store", () => {
    store.backup(copy);
    const other = openSqliteStore(copy);
    const reader = openSqliteStore(copy);
    const batch = other.open(origin());
    batch.add([snapshot("2025-01-14", 1)]);
    batch.commit();
    expect(reader.vintage()).toBe(2);
    other.close();
    reader.close();
  });
});

describe("a restore", () => {
  it("puts the backup in place, and keeps what was there under another name", () => {
    store.backup(copy);
    const before = said(store);
    write((batch) => batch.add([snapshot("2025-01-13", 6)]));
    const later = said(store);
    store.close();
    const { kept } = restore(copy, path, NOW);
    expect(kept).toBe(`${path}.before-restore-2025-03-05T06-07-08Z`);
    expect(saidIn(path)).toEqual(before);
    expect(saidIn(kept ?? "")).toEqual(later);
    expect(saidIn(copy)).toEqual(before);
    store = openSqliteStore(path);
  });

  it("is refused while somebody has the database open, and changes nothing", () => {
    store.backup(copy);
    write((batch) => batch.add([snapshot("2025-01-13", 6)]));
    const before = readdirSync(folder).sort();
    expect(() => restore(copy, path, NOW)).toThrow(StoreBusyError);
    expect(() => restore(copy, path, NOW)).toThrow(/A server or a command has .* open\. Stop it first; nothing was changed/);
    expect([store.vintage(), readdirSync(folder).sort()]).toEqual([2, before]);
  });

  it("makes a database where none is", () => {
    store.backup(copy);
    const other = join(folder, "other.sqlite");
    expect(restore(copy, other, NOW)).toEqual({ kept: null });
    expect(saidIn(other)).toEqual(said(store));
  });

  it("takes the place of a database that cannot be read any more", () => {
    store.backup(copy);
    const before = said(store);
    store.close();
    writeFileSync(path, "not a database any more ".repeat(200));
    const { kept } = restore(copy, path, NOW);
    expect(readFileSync(kept ?? "", "utf8")).toContain("any more");
    expect(saidIn(path)).toEqual(before);
    store = openSqliteStore(path);
  });

  it("refuses what is no backup, or a damaged one", () => {
    write((batch) => batch.add(Array.from({ length: 20_000 }, (_, day) => snapshot(dayOf(day), day, { country: "GB" }))));
    store.backup(copy);
    const half = join(folder, "half.sqlite");
    copyFileSync(copy, half);
    truncateSync(half, Math.floor(statSync(half).size / 2));
    const notes = join(folder, "notes.txt");
    writeFileSync(notes, "date,platform\n".repeat(100));
    const newer = join(folder, "newer.sqlite");
    copyFileSync(copy, newer);
    const database = new Sqlite(newer);
    database.pragma("user_version = 99");
    database.close();
    store.close();
    for (const [file, why] of [
      [half, /nothing was changed/],
      [notes, /is not a database/],
      [newer, /version 99/],
      [join(folder, "gone.sqlite"), /There is no file/],
      [folder, /There is no file/],
      [path, /the database itself/],
    ] as const)
      expect(() => restore(file, path, NOW)).toThrow(why);
    store = openSqliteStore(path);
    expect(store.vintage()).toBe(2);
    expect(readdirSync(folder).filter((name) => name.includes("restor"))).toEqual([]);
    expect(existsSync(copy)).toBe(true);
  });
});
