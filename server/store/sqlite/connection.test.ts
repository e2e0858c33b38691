import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { StoreBusyError, StoreFullError } from "../store.ts";
import { portError } from "./connection.ts";

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
  ])("%s is the port's own", (code, kind) => {
    expect(portError(new Sqlite.SqliteError("as it says", code))).toBeInstanceOf(kind);
  });

  it("stays what it is otherwise, and so does every other error", () => {
    const syntax = errorOf(() => database.exec("SELEKT"));
    expect(portError(syntax)).toBe(syntax);
    expect(portError("text")).toBe("text");
  });
});
