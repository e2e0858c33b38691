import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { StoreBusyError, StoreFullError, StoreUnusableError } from "../store.ts";
import { portError } from "./connection.ts";
import { openSqliteStore } from "./sqlite.ts";

let database: Sqlite.Database;

beforeEach(() => {
  database = new Sqlite(":memory:");
});

afterEach(() => {
  if (database.open) database.close();
});

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("it was to fail");
}

describe("an error of SQLite", () => {
  it("is the port's own where there is no room", () => {
    database.exec("CREATE TABLE words (word TEXT)");
    database.pragma("max_page_count = 4");
    const error = errorOf(() => database.prepare("INSERT INTO words VALUES (?)").run("x".repeat(100_000)));
    expect(error).toMatchObject({ code: "SQLITE_FULL" });
    expect(portError(error)).toBeInstanceOf(StoreFullError);
    expect((portError(error) as Error).cause).toBe(error);
  });

  it.each([
    ["SQLITE_IOERR_WRITE", StoreFullError],
    ["SQLITE_IOERR_SHMSIZE", StoreFullError],
    ["SQLITE_BUSY", StoreBusyError],
    ["SQLITE_BUSY_SNAPSHOT", StoreBusyError],
    ["SQLITE_READONLY_DIRECTORY", StoreUnusableError],
    ["SQLITE_CANTOPEN", StoreUnusableError],
    ["SQLITE_CORRUPT_INDEX", StoreUnusableError],
    ["SQLITE_IOERR_FSYNC", StoreUnusableError],
  ])("%s is the port's own", (code, kind) => {
    expect(portError(new Sqlite.SqliteError("as it says", code))).toBeInstanceOf(kind);
  });

  it("stays what it is otherwise, and so does every other error", () => {
    const syntax = errorOf(() => database.exec("SELEKT"));
    expect(portError(syntax)).toBe(syntax);
    expect(portError("text")).toBe("text");
  });
});

describe("a file that cannot be used", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "surge-connection-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("is said to be damaged where the end of it is missing, with what to do", () => {
    const file = join(folder, "surge.sqlite");
    openSqliteStore(file).close();
    const whole = readFileSync(file);
    writeFileSync(file, whole.subarray(0, whole.length / 2));
    const error = errorOf(() => openSqliteStore(file));
    expect(error).toBeInstanceOf(StoreUnusableError);
    expect((error as Error).message).toMatch(/surge\.sqlite is damaged\. `npm run verify` says where; `npm run restore -- FILE` puts/);
  });

  it("is named where it is a folder, or where a file stands in the place of its folder", () => {
    expect(errorOf(() => openSqliteStore(folder))).toEqual(
      new StoreUnusableError(
        `${folder} cannot be opened: it is no file, or this user may not read and write it and its folder. (SQLITE_CANTOPEN)`,
      ),
    );
    writeFileSync(join(folder, "file"), "");
    const error = errorOf(() => openSqliteStore(join(folder, "file", "surge.sqlite")));
    expect(error).toBeInstanceOf(StoreUnusableError);
    expect((error as Error).message).toMatch(
      /There is no folder .*file, and none can be made: EEXIST.*SURGE_DATABASE names another file\./,
    );
  });
});
