import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openSqliteStore } from "../server/store/sqlite/sqlite.ts";
import { EVERYTHING, origin, REFERENCE, snapshot } from "../server/store/store.fixture.ts";
import type { Store } from "../server/store/store.ts";
import { main as backup } from "./backup.ts";
import { ask, desk } from "./command/command.fixture.ts";
import { main as restore } from "./restore.ts";
import { main as verify } from "./verify.ts";

const at = desk();
const copy = () => join(at.folder, "monday.sqlite");

/** Adds a batch with a value of one day. */
function write(value: number): Store {
  const store = openSqliteStore(at.database);
  const batch = store.open(origin());
  batch.put(REFERENCE);
  batch.add([snapshot("2025-01-13", value)]);
  batch.commit();
  return store;
}

const values = () => ask(at, (store) => store.series(EVERYTHING).map((series) => series.values));

describe("npm run backup, restore and verify", () => {
  it("bring back what was there, and keep what came in between", async () => {
    const server = write(5);
    expect(await backup([copy()])).toBe(0);
    expect(at.out).toMatch(/monday\.sqlite: a sound backup of 0\.\d MB\. Its newest batch is 1\.\n$/);
    write(6).close();
    // One file, and nothing beside it.
    expect(readdirSync(at.folder).filter((name) => name.startsWith("monday"))).toEqual(["monday.sqlite"]);
    expect(await restore([copy()])).toBe(1);
    expect(at.err).toMatch(/A server or a command has .*surge\.sqlite open\. Stop it first/);
    server.close();
    at.out = "";
    expect(await restore([copy(), "--json"])).toBe(0);
    const { database, kept, vintage } = JSON.parse(at.out);
    expect([database, vintage, existsSync(kept)]).toEqual([at.database, 1, true]);
    expect(values()).toEqual([[5]]);
    for (const argv of [[], [copy()], [kept]]) expect(await verify(argv)).toBe(0);
  });

  it("overwrite no file", async () => {
    write(5).close();
    expect(await backup([copy(), "--json"])).toBe(0);
    expect(JSON.parse(at.out)).toEqual({ file: copy(), bytes: expect.any(Number), vintage: 1 });
    expect(await backup([copy()])).toBe(1);
    expect(at.err).toContain("overwrites nothing");
  });

  it("name what is wrong, and answer 1", async () => {
    write(5).close();
    const database = new Sqlite(at.database);
    database.exec("UPDATE batches SET inserted = 2; DELETE FROM reference WHERE id = 'all'");
    database.close();
    expect(await verify([])).toBe(1);
    expect(at.err).toContain(
      "2 things are wrong.\n  Snapshots name the topic all, which no batch brought.\n  The receipt of batch 1 says 2 inserted",
    );
    expect(await verify(["--json"])).toBe(1);
    expect(JSON.parse(at.out).faults.map(({ code }: { code: string }) => code)).toEqual(["unknown_name", "wrong_receipt"]);
    expect(await backup([copy()])).toBe(1);
    expect(existsSync(copy())).toBe(false);
  });

  it("make no database where there is none", async () => {
    for (const command of [() => backup([copy()]), () => restore([copy()]), () => verify([])]) expect(await command()).toBe(1);
    expect([existsSync(at.database), existsSync(copy()), at.out]).toEqual([false, false, ""]);
  });

  it.each([[[]], [["a", "b"]], [["a", "--force"]]])("do nothing for %j and answer 2", async (argv) => {
    for (const command of [backup, restore]) expect(await command(argv)).toBe(2);
    if (argv.length > 0) expect(await verify(argv)).toBe(2);
    expect(at.out).toBe("");
  });
});
