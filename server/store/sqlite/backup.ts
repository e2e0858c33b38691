import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import { BackupError, StoreBusyError } from "../store.ts";
import { sqliteCode } from "./connection.ts";
import { verifyFile } from "./verify.ts";

/** What stands beside a database while it is open. */
const COMPANIONS = ["-wal", "-shm", "-journal"];

/**
 * Writes the whole database into a new file, as of one moment, while others read and write. The file gets its name when
 * it is whole, checked, and on the disk.
 *
 * Answers the newest vintage in the file.
 *
 * @throws BackupError where the file is there already, or cannot be written
 */
export function backUp(database: Database, file: string): number {
  if (existsSync(file)) throw new BackupError(`There is a file ${file} already. Choose another name: a backup overwrites nothing.`);
  const folder = dirname(resolve(file));
  assertWritable(folder);
  const partial = join(folder, `${basename(file)}.partial-${process.pid}`);
  try {
    copyInto(database, partial);
    assertSound(partial, "The copy is not sound, and was thrown away.");
    const vintage = vintageIn(partial);
    giveName(partial, file);
    return vintage;
  } finally {
    rmSync(partial, { force: true });
  }
}

/** What a restore did. */
export interface Restored {
  /** Where the database is that was there before; `null` where none was. */
  kept: string | null;
}

/**
 * Puts a backup in the place of a database. What was there is kept beside it under another name.
 *
 * @param path of the database
 * @throws BackupError where the backup is not sound
 * @throws StoreBusyError where a server or a command has the database open
 */
export function restore(backup: string, path: string, now: Date): Restored {
  if (!existsSync(backup) || !statSync(backup).isFile()) throw new BackupError(`There is no file ${backup}.`);
  if (resolve(backup) === resolve(path)) throw new BackupError(`${backup} is the database itself.`);
  assertSound(backup, "It was not restored, and nothing was changed.");
  assertWritable(dirname(resolve(path)));
  const fresh = `${path}.restoring-${process.pid}`;
  const kept = `${path}.before-restore-${now.toISOString().replaceAll(":", "-").replace(/\..*/, "Z")}`;
  if (existsSync(kept)) throw new BackupError(`There is a file ${kept} already.`);
  try {
    const source = new Sqlite(backup, { readonly: true });
    try {
      copyInto(source, fresh);
    } finally {
      source.close();
    }
    if (!existsSync(path)) {
      giveName(fresh, path);
      return { kept: null };
    }
    const release = holdAlone(path);
    try {
      moveWithCompanions(path, kept);
      try {
        giveName(fresh, path);
      } catch (error) {
        moveWithCompanions(kept, path);
        throw error;
      }
    } finally {
      release();
    }
    return { kept };
  } finally {
    for (const end of ["", ...COMPANIONS]) rmSync(`${fresh}${end}`, { force: true });
  }
}

/** Copies by VACUUM INTO: one moment of the database, without what was deleted, and nothing of it in a log beside it. */
function copyInto(database: Database, file: string): void {
  // A connection that may only read by its own choice may not write another file either.
  const source = database.memory ? database : new Sqlite(database.name, { readonly: true });
  try {
    source.prepare<[string]>("VACUUM INTO ?").run(file);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BackupError(`${file} could not be written: ${why}.`, { cause });
  } finally {
    if (source !== database) source.close();
  }
  syncFile(file);
}

function assertWritable(folder: string): void {
  if (!existsSync(folder)) throw new BackupError(`There is no folder ${folder}.`);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new BackupError(`This user may not write into the folder ${folder}.`, { cause });
  }
}

function vintageIn(file: string): number {
  const copy = new Sqlite(file, { readonly: true });
  try {
    return Number(copy.prepare("SELECT coalesce(max(batch), 0) FROM batches").pluck().get());
  } finally {
    copy.close();
  }
}

function assertSound(file: string, consequence: string): void {
  const [first, ...more] = verifyFile(file);
  if (first === undefined) return;
  const rest = more.length > 0 ? ` (and ${more.length} more)` : "";
  throw new BackupError(`${first.detail}${rest} ${consequence}`);
}

/** Gives a file its name, unless another has it. */
function giveName(from: string, to: string): void {
  try {
    linkSync(from, to);
    unlinkSync(from);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") throw new BackupError(`There is a file ${to} already.`, { cause: error });
    // File systems without hard links.
    renameSync(from, to);
  }
  syncFile(dirname(resolve(to)));
}

function moveWithCompanions(from: string, to: string): void {
  for (const end of ["", ...COMPANIONS]) if (existsSync(`${from}${end}`)) renameSync(`${from}${end}`, `${to}${end}`);
}

/**
 * Makes sure that nobody has a database open, and that nobody opens it before the release; folds its log into it.
 * A file that SQLite cannot read can be held by nobody.
 */
function holdAlone(path: string): () => void {
  const database = new Sqlite(path, { timeout: 0 });
  try {
    database.pragma("journal_mode = DELETE");
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (sqliteCode(error)?.startsWith("SQLITE_BUSY"))
      throw new StoreBusyError(`A server or a command has ${path} open. Stop it first; nothing was changed.`, { cause: error });
    return () => {};
  }
  return () => database.close();
}

function syncFile(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
