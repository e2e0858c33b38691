import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, vi } from "vitest";
import { openSqliteStore } from "../../server/store/sqlite/sqlite.ts";
import type { Store } from "../../server/store/store.ts";

/** What a command said, and the folder that it works in. */
export interface Desk {
  folder: string;
  /** Path of the database, which a command makes where it may. */
  database: string;
  out: string;
  err: string;
}

/** For each test of a file a folder of its own with no database in it, and what commands write on their two streams. */
export function desk(): Desk {
  const now: Desk = { folder: "", database: "", out: "", err: "" };
  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), "surge-command-"));
    Object.assign(now, { folder, database: join(folder, "surge.sqlite"), out: "", err: "" });
    vi.stubEnv("SURGE_DATABASE", now.database);
    vi.stubEnv("SURGE_SAMPLE", "off");
    vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      now.out += text;
      return true;
    });
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      now.err += text;
      return true;
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    rmSync(now.folder, { recursive: true });
  });
  return now;
}

/** Asks the store that a command left behind. */
export function ask<Result>({ database }: Desk, question: (store: Store) => Result): Result {
  const store = openSqliteStore(database);
  try {
    return question(store);
  } finally {
    store.close();
  }
}
