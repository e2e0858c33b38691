import { createHash } from "node:crypto";
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dayOf } from "../../data/model/day.ts";
import { openSqliteStore } from "../store/sqlite/sqlite.ts";
import { EVERYTHING, origin, REFERENCE } from "../store/store.fixture.ts";
import type { Store } from "../store/store.ts";
import { assembly } from "./assembly-plugin.ts";
import { ingest, ingestFrom, type WritingJob } from "./ingest.ts";
import { UnpackedTooLargeError } from "./packing.ts";
import { ReaderThread } from "./reader-thread.ts";

const LONG = "date,platform,country,metric,value\n";
const { content_hash: _, ...FROM } = origin("2025-03-01T12:00:00.000Z");
const root = resolve(import.meta.dirname, "../..");
/** Inside of the repository, where the built thread finds its packages. */
const built = join(root, `.cache/reader-test-${process.pid}`);

let folder: string;
let store: Store;
let reader: ReaderThread;

// A thread runs no TypeScript: it is tested as it is shipped, built.
beforeAll(async () => {
  await build({
    configFile: false,
    plugins: [assembly],
    root,
    logLevel: "error",
    build: { ssr: "server/ingest/reader.ts", outDir: built, target: "node20", rolldownOptions: { output: { format: "esm" } } },
  });
}, 60_000);

afterAll(() => rmSync(built, { recursive: true, force: true }));

function newStore(): Store {
  const store = openSqliteStore(":memory:");
  const batch = store.open(origin("2025-01-01T00:00:00.000Z"));
  batch.put(REFERENCE);
  batch.commit();
  return store;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "surge-reader-"));
  store = newStore();
  reader = new ReaderThread(pathToFileURL(join(built, "reader.js")));
});

afterEach(async () => {
  await reader.close();
  store.close();
  rmSync(folder, { recursive: true });
});

function job(more: Partial<WritingJob> = {}): WritingJob {
  return { store, format: "csv", origin: FROM, ...more };
}

function take(text: string, more: Partial<WritingJob> = {}) {
  const path = join(folder, "file.csv");
  writeFileSync(path, text);
  return ingestFrom((reading, sink) => reader.read(path, reading, sink), job(more));
}

/** As the same file is taken without a thread, into a store of its own. */
async function expected(text: string, more: Partial<WritingJob> = {}) {
  const own = newStore();
  async function* stream() {
    yield Buffer.from(text);
  }
  const receipt = await ingest({ ...job(more), store: own, stream: stream() });
  const series = own.series(EVERYTHING);
  own.close();
  return { receipt, series };
}

describe("a file that is read in a thread of its own", () => {
  // More chunks than may wait for the writer, and days in an order that is not theirs.
  const places = ["rednote,US", "rednote,GB", "tiktok,US", "tiktok,GB"];
  const many = Array.from({ length: 150_000 }, (_, day) => `${dayOf((day * 7) % 19_997)},${places[Math.floor(day / 19_997) % 4]}`);
  const metrics = ["signups", "downloads"];
  const large = LONG + many.map((row, at) => `${row},${metrics[Math.floor(at / 79_988)]},${at}\n`).join("");

  it("is taken as it would be without one, one file after the other", async () => {
    const { receipt, series } = await expected(large);
    expect(await take(large)).toEqual(receipt);
    expect(receipt.inserted).toBe(150_000);
    expect(store.series(EVERYTHING)).toEqual(series);
    expect(store.batchesOf(createHash("sha256").update(large).digest("hex"))).toHaveLength(1);
    expect(await take(large)).toEqual({ ...receipt, replayed: true });
    expect(await take(`${LONG}2025-01-13,rednote,US,signups,5\n`, { dryRun: true })).toMatchObject({ batch: null, rows: 1 });
  });

  it("is rejected for the same faults, and nothing of it is written", async () => {
    const faulty = `${large}2025-01-13,vine,US,signups,5\n2025-01-13,rednote\n`;
    const { receipt } = await expected(faulty);
    expect(await take(faulty)).toEqual(receipt);
    expect([receipt.batch, receipt.rejected, store.vintage()]).toEqual([null, 2, 1]);
    const skipped = await take(faulty, { onError: "skip" });
    expect(skipped).toEqual((await expected(faulty, { onError: "skip" })).receipt);
    expect([skipped.inserted, store.rejected(2).length]).toEqual([150_000, 2]);
  });

  it("fails with what reading or writing it fails with, and leaves nothing behind", async () => {
    const path = join(folder, "nothing.csv");
    await expect(ingestFrom((reading, sink) => reader.read(path, reading, sink), job())).rejects.toThrow("ENOENT");
    const open = store.open;
    store.open = () => {
      throw new RangeError("No batch today.");
    };
    await expect(take(large)).rejects.toThrow("No batch today.");
    store.open = open;
    expect(store.vintage()).toBe(1);
  });

  it("is rejected where it is changed meanwhile", async () => {
    let isLonger = false;
    const onProgress = () => {
      if (!isLonger) appendFileSync(join(folder, "file.csv"), "2025-01-13,rednote,US,signups,5\n");
      isLonger = true;
    };
    const receipt = await take(large, { onProgress });
    expect(receipt).toMatchObject({ batch: null, inserted: 0, rejected: 1, errors: [{ field: "file", code: "file_changed" }] });
    expect([store.vintage(), isLonger]).toEqual([1, true]);
    expect((await take(large)).inserted).toBe(150_000);
  });

  it("says by its kind of error that it unpacks to too much", async () => {
    const path = join(folder, "file.csv.gz");
    writeFileSync(path, gzipSync(large));
    const limited = job({ packing: "gzip", mostUnpacked: 1000 });
    await expect(ingestFrom((reading, sink) => reader.read(path, reading, sink), limited)).rejects.toThrow(UnpackedTooLargeError);
  });

  it("is not waited for where the thread is gone", async () => {
    await reader.close();
    await expect(take(large)).rejects.toThrow("The thread that reads ended");
  });
});
