import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import { StoreBusyError, StoreFullError, StoreUnusableError, StoreVersionError } from "../store.ts";

/**
 * Opens a database file; makes it, and its folder, where it is missing.
 *
 * @throws StoreVersionError where the file is no database
 * @throws StoreUnusableError where it cannot be opened
 */
export function connect(path: string, patience: number): Database {
  const database = opened(path, patience);
  try {
    database.pragma("foreign_keys = ON");
    // Of a new file; a large batch commits in half the time of 4 kB pages.
    database.pragma("page_size = 16384");
    // Half of the usual: four connections have one each, and a large batch goes through all pages whatever is kept.
    database.pragma("cache_size = -8000");
    // What was acknowledged survives a loss of power.
    database.pragma("synchronous = FULL");
    // The log shrinks again after a large batch.
    database.pragma("journal_size_limit = 67108864");
    return database;
  } catch (error) {
    database.close();
    if (sqliteCode(error) === "SQLITE_NOTADB")
      throw new StoreVersionError(`${path} is not a database. Move it away, or name another file in SURGE_DATABASE.`, { cause: error });
    throw portError(error, path);
  }
}

function opened(path: string, patience: number): Database {
  try {
    if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
    return new Sqlite(path, { timeout: patience });
  } catch (error) {
    if (sqliteCode(error) !== undefined) throw portError(error, path);
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreUnusableError(`There is no folder ${dirname(path)}, and none can be made: ${why}. SURGE_DATABASE names another file.`, {
      cause: error,
    });
  }
}

/**
 * Writes without waiting for a writer in another process or thread: a server must not stand still for it.
 *
 * @throws StoreBusyError where there is one
 */
export function atOnce<Result>(database: Database, write: () => Result): Result {
  const patience = database.pragma("busy_timeout", { simple: true });
  database.pragma("busy_timeout = 0");
  try {
    return write();
  } catch (error) {
    throw portError(error);
  } finally {
    database.pragma(`busy_timeout = ${Number(patience)}`);
  }
}

/** Over a quota, or a limit of a file's size, the disk has room and yet takes no more. */
const NO_ROOM: ReadonlySet<string> = new Set(["SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE"]);

/** What keeps a file from being used, by the beginning of SQLite's code, and what to do. */
const UNUSABLE: readonly [code: string, said: (file: string) => string][] = [
  [
    "SQLITE_READONLY",
    (file) => `${file} may not be written by this user, or its folder may not. Allow both, or name another file in SURGE_DATABASE.`,
  ],
  ["SQLITE_CANTOPEN", (file) => `${file} cannot be opened: it is no file, or this user may not read and write it and its folder.`],
  [
    "SQLITE_CORRUPT",
    (file) => `${file} is damaged. \`npm run verify\` says where; \`npm run restore -- FILE\` puts a backup in its place.`,
  ],
  ["SQLITE_IOERR", (file) => `${file} cannot be read and written: the disk that it is on fails.`],
];

/**
 * What to throw in place of an error of SQLite: the port's own word where another process, the disk, or the file itself is
 * in the way.
 *
 * @param path of the file, where that is known
 */
export function portError(error: unknown, path?: string): unknown {
  const code = sqliteCode(error);
  if (code === undefined) return error;
  if (NO_ROOM.has(code))
    return new StoreFullError("There is no room left for the database on its disk. Nothing was written; make room, and try again.", {
      cause: error,
    });
  if (code.startsWith("SQLITE_BUSY"))
    return new StoreBusyError("Another process is writing to the database, and went on for too long. Try again when it is done.", {
      cause: error,
    });
  const [, said] = UNUSABLE.find(([beginning]) => code.startsWith(beginning)) ?? [];
  return said ? new StoreUnusableError(`${said(path ?? "The database")} (${code})`, { cause: error }) : error;
}

export function sqliteCode(error: unknown): string | undefined {
  return error instanceof Sqlite.SqliteError ? error.code : undefined;
}
