import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayOf } from "../../../data/model/day.ts";
import { committed, REFERENCE, SHARE, snapshot } from "../store.fixture.ts";
import type { OpenBatch, Store } from "../store.ts";
import { openSqliteStore } from "./sqlite.ts";
import { verifyFile } from "./verify.ts";

let folder: string;
let path: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "surge-verify-"));
  path = join(folder, "surge.sqlite");
  store = openSqliteStore(path);
  write((batch) => batch.put(REFERENCE));
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const write = (fill: (batch: OpenBatch) => void) => committed(store, fill);

/** Two days in batch 2; one revised, one retracted in batch 3; the retracted one back in batch 4. */
function history(): void {
  write((batch) => batch.add([snapshot("2025-01-13", 5), snapshot("2025-01-14", 6)]));
  write((batch) => {
    batch.add([snapshot("2025-01-13", 50)]);
    batch.retract([snapshot("2025-01-14", 0)]);
  });
  write((batch) => batch.add([snapshot("2025-01-14", 7)]));
  store.createShare(SHARE);
  store.keepShareImage(SHARE.slug, new Uint8Array([7]), SHARE.created_at);
}

/** What is found after a person changed the file by hand. */
function foundAfter(statement: string): string[] {
  const database = new Sqlite(path);
  database.pragma("foreign_keys = OFF");
  database.exec(statement);
  database.close();
  expect(verifyFile(path)).toEqual(store.verify());
  return store.verify().map(({ code, detail }) => `${code}: ${detail}`);
}

/** Bytes of a page of the database. */
const PAGE = 16_384;

describe("verifying a database", () => {
  it("finds nothing wrong with what batches left behind", () => {
    history();
    expect(store.verify()).toEqual([]);
    expect(verifyFile(path)).toEqual([]);
  });

  it("finds nothing wrong after any sequence of batches", () => {
    const cell = fc.record({ day: fc.integer({ min: 20_090, max: 20_093 }), value: fc.option(fc.integer({ min: 1, max: 2 })) });
    const batches = fc.array(fc.uniqueArray(cell, { selector: ({ day }) => day, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(batches, (lists) => {
        for (const list of lists)
          write((batch) => {
            for (const { day, value } of list)
              if (value === null) batch.retract([snapshot(dayOf(day), 0)]);
              else batch.add([snapshot(dayOf(day), value)]);
          });
        expect(store.verify()).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ["UPDATE batches SET inserted = 3 WHERE batch = 2", "wrong_receipt: The receipt of batch 2 says 3 inserted; the values say 2."],
    ["UPDATE batches SET retracted = 0 WHERE batch = 3", "wrong_receipt: The receipt of batch 3 says 0 retracted; the values say 1."],
    ["UPDATE batches SET revised = 1 WHERE batch = 4", "wrong_receipt: The receipt of batch 4 says 1 revised; the values say 0."],
    ["DELETE FROM snapshot_values WHERE value = 7", "wrong_receipt: The receipt of batch 4 says 1 inserted; the values say 0."],
    ["DELETE FROM snapshot_values WHERE value = 7", "unknown_key: There are revisions of the key 85109, and no value."],
    ["DELETE FROM revisions WHERE value IS NULL", "broken_chain: A revision of the key 85638 was replaced by a value that is not there."],
    ["DELETE FROM batches WHERE batch = 3", "unknown_batch: There are values of batch 3, which has no receipt."],
    ["DELETE FROM batches WHERE batch = 3", "missing_batch: Batch 3 has no receipt, and there is one after it."],
    ["DELETE FROM series", "unknown_series: There are values of the series 1, which is not listed."],
    ["DELETE FROM names WHERE kind = 'platform'", "broken_reference: A row of series (1) refers to a row of names that is not there."],
    [
      "UPDATE extents SET last = last + 1 WHERE batch = 3",
      "wrong_extent: The first and last days that are noted for the series 1 are not those of its values.",
    ],
    [
      "DELETE FROM extents WHERE batch = 4",
      "wrong_extent: The first and last days that are noted for the series 1 are not those of its values.",
    ],
    ["UPDATE shares SET vintage = 9", `unknown_vintage: The share ${SHARE.slug} is pinned to a vintage that no batch made.`],
    ["UPDATE shares SET successor = slug", `open_share: The share ${SHARE.slug} has a successor, and was not ended.`],
    ["UPDATE shares SET owner = 'nobody'", "broken_reference: A row of shares (1) refers to a row of tokens that is not there."],
    ["UPDATE share_images SET bytes = x'01'", `changed_image: The image of the share ${SHARE.slug} is not the one that was drawn.`],
    ["DELETE FROM reference WHERE id = 'rednote'", "unknown_name: Snapshots name the platform rednote, which no batch brought."],
  ])("after `%s` says %s", (statement, said) => {
    history();
    // The key's number depends on the day alone: there is one series.
    const found = foundAfter(statement).map((line) => line.replace(/85\d{3}/, "KEY"));
    expect(found).toContain(said.replace(/85\d{3}/, "KEY"));
  });

  it("finds nothing wrong with a file of an older version, that has fewer tables", () => {
    history();
    expect(foundAfter("DROP TABLE extents; DROP TABLE share_images; DROP TABLE share_visits; DROP TABLE shares")).toEqual([]);
  });

  it("names twenty of a kind, and counts the rest", () => {
    write((batch) => batch.add(Array.from({ length: 50 }, (_, day) => snapshot(dayOf(20_000 + day), 1))));
    write((batch) => batch.add(Array.from({ length: 50 }, (_, day) => snapshot(dayOf(20_000 + day), 2))));
    const found = foundAfter("UPDATE snapshot_values SET batch = 2").filter((line) => line.startsWith("broken_chain"));
    expect([found.length, found.at(-1)]).toEqual([21, "broken_chain: There are 30 more of this kind."]);
  });

  it("finds broken pages", () => {
    write((batch) => batch.add(Array.from({ length: 20_000 }, (_, day) => snapshot(dayOf(day), day))));
    const copy = join(folder, "copy.sqlite");
    store.backup(copy);
    expect(verifyFile(copy)).toEqual([]);
    // One page in the middle, and then the second half of the file.
    const bytes = readFileSync(copy);
    const middle = Math.floor(bytes.length / 2 / PAGE) * PAGE;
    writeFileSync(copy, bytes.fill(0xa5, middle, middle + PAGE));
    expect(verifyFile(copy)[0]?.code).toBe("broken_page");
    truncateSync(copy, middle);
    expect(verifyFile(copy)[0]?.code).toBe("broken_page");
  });

  it("knows other files, and newer ones, from its own", () => {
    const code = (file: string) => verifyFile(file).map((fault) => fault.code);
    const text = join(folder, "notes.txt");
    writeFileSync(text, "date,platform,country\n".repeat(100));
    expect(code(text)).toEqual(["not_a_database"]);
    const other = join(folder, "other.sqlite");
    const database = new Sqlite(other);
    database.exec("CREATE TABLE t (a)");
    expect(code(other)).toEqual(["another_program"]);
    database.close();
    const newer = new Sqlite(path);
    newer.pragma("user_version = 99");
    newer.close();
    expect(code(path)).toEqual(["newer_version"]);
    expect(() => verifyFile(join(folder, "gone.sqlite"))).toThrow(/There is no file .*gone\.sqlite/);
  });
});
