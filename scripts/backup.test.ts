import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openSqliteStore } from "../server/store/sqlite/sqlite.ts";
import { EVERYTHING, origin, REFERENCE, snapshot } from "../server/store/store.fixture.ts";
import type { Store } from "../server/store/store.ts";
import { main as backup } from "./backup.ts";
import { main as restore } from "./restore.ts";
import { main as verify } from "./verify.ts";

let folder: string;
let path: string;
let copy: string;
let out: string;
let err: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "surge-backup-"));
  [path, copy] = [join(folder, "surge.sqlite"), join(folder, "monday.sqlite")];
  vi.stubEnv("SURGE_DATABASE", path);
  [out, err] = ["", ""];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += text;
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    err += text;
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Adds a batch with a value of one day. */
function write(value: number): Store {
  const store = openSqliteStore(path);
  const batch = store.open(origin());
  batch.put(REFERENCE);
  batch.add([snapshot("2025-01-13", value)]);
  batch.commit();
  return store;
}

function values(): number[][] {
  const store = openSqliteStore(path);
  const found = store.series(EVERYTHING).map((series) => series.values);
  store.close();
  return found;
}

describe("npm run backup, restore and verify", () => {
  it("bring back what was there, and keep what came in between", async () => {
    const server = write(5);
    expect(await backup([copy])).toBe(0);
    expect(out).toMatch(/monday\.sqlite: a sound backup of 0\.\d MB\. Its newest batch is 1\.\n$/);
    write(6).close();
    // One file, and nothing beside it.
    expect(readdirSync(folder).filter((name) => name.startsWith("monday"))).toEqual(["monday.sqlite"]);
    expect(await restore([copy])).toBe(1);
    expect(err).toMatch(/A server or a command has .*surge\.sqlite open\. Stop it first/);
    server.close();
    out = "";
    expect(await restore([copy, "--json"])).toBe(0);
    const { database, kept, vintage } = JSON.parse(out);
    expect([database, vintage, existsSync(kept)]).toEqual([path, 1, true]);
    expect(values()).toEqual([[5]]);
    for (const argv of [[], [copy], [kept]]) expect(await verify(argv)).toBe(0);
  });

  it("overwrite no file", async () => {
    write(5).close();
    expect(await backup([copy, "--json"])).toBe(0);
    expect(JSON.parse(out)).toEqual({ file: copy, bytes: expect.any(Number), vintage: 1 });
    expect(await backup([copy])).toBe(1);
    expect(err).toContain("overwrites nothing");
  });

  it("name what is wrong, and answer 1", async () => {
    write(5).close();
    const database = new Sqlite(path);
    database.exec("UPDATE batches SET inserted = 2; DELETE FROM reference WHERE id = 'all'");
    database.close();
    expect(await verify([])).toBe(1);
    expect(err).toContain(
      "2 things are wrong.\n  Snapshots name the topic all, which no batch brought.\n  The receipt of batch 1 says 2 inserted",
    );
    expect(await verify(["--json"])).toBe(1);
    expect(JSON.parse(out).faults.map(({ code }: { code: string }) => code)).toEqual(["unknown_name", "wrong_receipt"]);
    expect(await backup([copy])).toBe(1);
    expect(existsSync(copy)).toBe(false);
  });

  it("make no database where there is none", async () => {
    for (const command of [() => backup([copy]), () => restore([copy]), () => verify([])]) expect(await command()).toBe(1);
    expect([existsSync(path), existsSync(copy), out]).toEqual([false, false, ""]);
  });

  it.each([[[]], [["a", "b"]], [["a", "--force"]]])("do nothing for %j and answer 2", async (argv) => {
    for (const command of [backup, restore]) expect(await command(argv)).toBe(2);
    if (argv.length > 0) expect(await verify(argv)).toBe(2);
    expect(out).toBe("");
  });
});
