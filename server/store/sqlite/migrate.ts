import type { Database } from "better-sqlite3";
import { StoreVersionError } from "../store.ts";
import { fillExtents } from "./extents.ts";
import ledger from "./migrations/0001-ledger.sql?raw";
import guard from "./migrations/0002-guard.sql?raw";
import history from "./migrations/0003-history.sql?raw";
import rejected from "./migrations/0004-rejected.sql?raw";
import extents from "./migrations/0005-extents.sql?raw";
import shares from "./migrations/0006-shares.sql?raw";
import shareImages from "./migrations/0007-share-images.sql?raw";

/** What to run: a file of statements, or what no statement can say. */
type Migration = string | ((database: Database) => void);

/** In order; the version of a database is how many of them it has been through. Never change one that was released. */
export const MIGRATIONS: readonly Migration[] = [ledger, guard, history, rejected, extents, fillExtents, shares, shareImages];

/** Stands in the header of the file ("SURG"), so that no other program's database is taken for a store. */
export const APPLICATION_ID = 0x53_55_52_47;

/**
 * Brings a database to the version of this program, in one transaction.
 *
 * @throws StoreVersionError where the database is newer, or another program's; then nothing was changed
 */
export function migrate(database: Database, migrations: readonly Migration[] = MIGRATIONS): void {
  const version = versionOf(database, migrations.length);
  // Outside of the transaction, because SQLite changes the mode of a file in none. A backup is in another.
  if (database.pragma("journal_mode", { simple: true }) === "delete") database.pragma("journal_mode = WAL");
  if (version === migrations.length) return;
  database
    .transaction(() => {
      // Once more, now that no other process can be at it.
      const version = versionOf(database, migrations.length);
      for (const migration of migrations.slice(version)) {
        if (typeof migration === "string") database.exec(migration);
        else migration(database);
      }
      database.pragma(`application_id = ${APPLICATION_ID}`);
      database.pragma(`user_version = ${migrations.length}`);
    })
    .immediate();
}

function versionOf(database: Database, known: number): number {
  const version = Number(database.pragma("user_version", { simple: true }));
  const owner = Number(database.pragma("application_id", { simple: true }));
  const tables = Number(database.prepare("SELECT count(*) FROM sqlite_master").pluck().get());
  if (owner !== APPLICATION_ID && (owner !== 0 || version !== 0 || tables > 0))
    throw new StoreVersionError(
      `${database.name} is a SQLite database of another program. Move it away, or name another file in SURGE_DATABASE.`,
    );
  if (version > known)
    throw new StoreVersionError(
      `${database.name} is a database of version ${version}; this program knows versions up to ${known}. Start the newer program that made it, or name another file in SURGE_DATABASE.`,
    );
  return version;
}
