import { isDeepStrictEqual } from "node:util";
import Sqlite, { type Database } from "better-sqlite3";
import { type StoreFault, StoreMissingError } from "../store.ts";
import { sqliteCode } from "./connection.ts";
import { type Extent, extentsOf, lifeReader } from "./extents.ts";
import { APPLICATION_ID, MIGRATIONS } from "./migrate.ts";
import { imageFaults } from "./share-images.ts";

/** Faults of one kind that are named one by one. */
const MOST_NAMED = 20;

/** Each finds rows that must not be; `what` is how a person reads one of them. */
const CHECKS: readonly { code: string; sql: string; what: (row: string) => string }[] = [
  {
    code: "unknown_batch",
    sql: `SELECT DISTINCT batch FROM (SELECT batch FROM snapshot_values UNION SELECT since FROM revisions UNION SELECT until FROM revisions)
      WHERE batch NOT IN (SELECT batch FROM batches)`,
    what: (batch) => `There are values of batch ${batch}, which has no receipt.`,
  },
  {
    code: "missing_batch",
    sql: "SELECT batch - 1 FROM batches WHERE batch > 1 AND batch - 1 NOT IN (SELECT batch FROM batches)",
    what: (batch) => `Batch ${batch} has no receipt, and there is one after it.`,
  },
  {
    code: "broken_chain",
    sql: `SELECT key FROM revisions AS one
      WHERE since >= until
        OR (NOT EXISTS (SELECT 1 FROM snapshot_values AS value WHERE value.key = one.key AND value.batch = one.until)
          AND NOT EXISTS (SELECT 1 FROM revisions AS next WHERE next.key = one.key AND next.since = one.until))`,
    what: (key) => `A revision of the key ${key} was replaced by a value that is not there.`,
  },
  {
    code: "unknown_series",
    sql: "SELECT DISTINCT key / 65536 FROM snapshot_values WHERE key / 65536 NOT IN (SELECT id FROM series)",
    what: (series) => `There are values of the series ${series}, which is not listed.`,
  },
  {
    code: "unknown_key",
    sql: "SELECT DISTINCT key FROM revisions WHERE key NOT IN (SELECT key FROM snapshot_values)",
    what: (key) => `There are revisions of the key ${key}, and no value.`,
  },
  {
    code: "unknown_name",
    sql: `SELECT kind || ' ' || name FROM names
      WHERE NOT EXISTS (SELECT 1 FROM reference WHERE reference.kind = names.kind AND reference.id = names.name)`,
    what: (name) => `Snapshots name the ${name}, which no batch brought.`,
  },
];

/** The same of short links, which a file of an older version has not. */
const SHARE_CHECKS: typeof CHECKS = [
  {
    code: "unknown_vintage",
    sql: "SELECT slug FROM shares WHERE pinned = 1 AND vintage NOT IN (SELECT batch FROM batches)",
    what: (slug) => `The share ${slug} is pinned to a vintage that no batch made.`,
  },
  {
    code: "open_share",
    sql: "SELECT slug FROM shares WHERE successor IS NOT NULL AND revoked_at IS NULL",
    what: (slug) => `The share ${slug} has a successor, and was not ended.`,
  },
];

/** What each batch must have counted: the values that it began, and those that it ended. */
const RECEIPTS = `
  WITH
    began AS (
      SELECT batch, sum(value IS NOT NULL) AS present, sum(value IS NULL) AS absent
      FROM (SELECT batch, value FROM snapshot_values UNION ALL SELECT since, value FROM revisions) GROUP BY batch
    ),
    ended AS (SELECT until AS batch, count(value) AS present FROM revisions GROUP BY until)
  SELECT batches.batch, batches.inserted, batches.revised, batches.retracted,
    coalesce(began.present, 0) AS present, coalesce(began.absent, 0) AS absent, coalesce(ended.present, 0) AS replaced
  FROM batches LEFT JOIN began ON began.batch = batches.batch LEFT JOIN ended ON ended.batch = batches.batch
  ORDER BY batches.batch`;

interface ReceiptRow {
  batch: number;
  inserted: number;
  revised: number;
  retracted: number;
  present: number;
  absent: number;
  replaced: number;
}

/**
 * Everything that is wrong with a database: its pages, its references, and each receipt's counts of inserted, revised
 * and retracted values, and the first and last days of each series, against the values and revisions themselves; and that
 * what short links are pinned to is there, their images as they were drawn. (What was unchanged left no trace to count.)
 */
export function verify(database: Database): StoreFault[] {
  const damaged = pageFaults(database);
  // Of broken pages nothing else can be believed.
  if (damaged.length > 0) return damaged;
  const checks = hasTable(database, "shares") ? [...CHECKS, ...SHARE_CHECKS] : CHECKS;
  const images = hasTable(database, "share_images") ? shortened(imageFaults(database)) : [];
  const rows = checks.flatMap((check) => found(database, check));
  return [...foreignKeyFaults(database), ...rows, ...receiptFaults(database), ...extentFaults(database), ...images];
}

/**
 * The same of a file that nobody need have open; reads only.
 *
 * @throws StoreMissingError where there is none
 */
export function verifyFile(path: string): StoreFault[] {
  const database = (() => {
    try {
      return new Sqlite(path, { readonly: true, fileMustExist: true });
    } catch (cause) {
      throw new StoreMissingError(`There is no file ${path} that can be read.`, { cause });
    }
  })();
  try {
    const strange = identityFaults(database, path);
    return strange.length > 0 ? strange : database.transaction(() => verify(database))();
  } catch (error) {
    const code = sqliteCode(error);
    if (code === "SQLITE_NOTADB") return [{ code: "not_a_database", detail: `${path} is not a database, or its first page is broken.` }];
    if (code?.startsWith("SQLITE_CORRUPT")) return [{ code: "broken_page", detail: `SQLite finds ${path} damaged, and cannot read on.` }];
    throw error;
  } finally {
    database.close();
  }
}

function identityFaults(database: Database, path: string): StoreFault[] {
  const version = Number(database.pragma("user_version", { simple: true }));
  if (Number(database.pragma("application_id", { simple: true })) !== APPLICATION_ID || version < 1)
    return [{ code: "another_program", detail: `${path} is not a database of RedNote Surge.` }];
  if (version > MIGRATIONS.length) {
    const detail = `${path} is of version ${version}; this program knows versions up to ${MIGRATIONS.length}.`;
    return [{ code: "newer_version", detail }];
  }
  return [];
}

function pageFaults(database: Database): StoreFault[] {
  const lines = (database.pragma(`integrity_check(${MOST_NAMED})`) as { integrity_check: string }[]).map((row) => row.integrity_check);
  return lines.filter((line) => line !== "ok").map((line) => ({ code: "broken_page", detail: `SQLite finds the file damaged: ${line}` }));
}

function foreignKeyFaults(database: Database): StoreFault[] {
  const rows = database.pragma("foreign_key_check") as { table: string; rowid: number | null; parent: string }[];
  const faults = rows.map(({ table, rowid, parent }) => ({
    code: "broken_reference",
    detail: `A row of ${table}${rowid === null ? "" : ` (${rowid})`} refers to a row of ${parent} that is not there.`,
  }));
  return shortened(faults);
}

function found(database: Database, { code, sql, what }: (typeof CHECKS)[number]): StoreFault[] {
  const rows = database.prepare<[], string | number>(sql).pluck().all();
  return shortened(rows.map((row) => ({ code, detail: what(String(row)) })));
}

function receiptFaults(database: Database): StoreFault[] {
  const faults: StoreFault[] = [];
  for (const { batch, present, absent, replaced, ...told } of database.prepare<[], ReceiptRow>(RECEIPTS).iterate()) {
    const revised = replaced - absent;
    const counted = { inserted: present - revised, revised, retracted: absent };
    for (const name of ["inserted", "revised", "retracted"] as const)
      if (told[name] !== counted[name]) {
        const detail = `The receipt of batch ${batch} says ${told[name]} ${name}; the values say ${counted[name]}.`;
        faults.push({ code: "wrong_receipt", detail });
      }
  }
  return shortened(faults);
}

/** A file of an older version has no extents yet. */
function extentFaults(database: Database): StoreFault[] {
  if (!hasTable(database, "extents")) return [];
  const told = database.prepare<[number], Extent>("SELECT batch, first, last FROM extents WHERE series = ? ORDER BY batch");
  const livesOf = lifeReader(database);
  const wrong = database
    .prepare<[], number>("SELECT id FROM series")
    .pluck()
    .all()
    .filter((series) => !isDeepStrictEqual(told.all(series), extentsOf(livesOf(series))));
  const detail = (series: number) => `The first and last days that are noted for the series ${series} are not those of its values.`;
  return shortened(wrong.map((series) => ({ code: "wrong_extent", detail: detail(series) })));
}

function hasTable(database: Database, name: string): boolean {
  return database.prepare("SELECT 1 FROM sqlite_master WHERE name = ?").get(name) !== undefined;
}

function shortened(faults: StoreFault[]): StoreFault[] {
  const [first] = faults;
  if (first === undefined || faults.length <= MOST_NAMED) return faults;
  const more = { code: first.code, detail: `There are ${faults.length - MOST_NAMED} more of this kind.` };
  return [...faults.slice(0, MOST_NAMED), more];
}
