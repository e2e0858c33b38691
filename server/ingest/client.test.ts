import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import Sqlite from "better-sqlite3";
import { build } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dayOf } from "../../data/model/day.ts";
import { openSqliteStore } from "../store/sqlite/sqlite.ts";
import { EVERYTHING, origin, REFERENCE } from "../store/store.fixture.ts";
import { type Store, StoreBusyError } from "../store/store.ts";
import { assembly } from "./assembly-plugin.ts";
import { type BodyToIngest, IngestWorker } from "./client.ts";
import { WorkerEndedError } from "./exchange.ts";
import { UnpackedTooLargeError } from "./packing.ts";

const LONG = "date,platform,country,metric,value\n";
const root = resolve(import.meta.dirname, "../..");
/** Inside of the repository, where the built thread finds its packages. */
const built = join(root, `.cache/ingest-test-${process.pid}`);

let folder: string;
let store: Store;
let worker: IngestWorker;

// A thread runs no TypeScript: it is tested as it is shipped, built.
beforeAll(async () => {
  await build({
    configFile: false,
    plugins: [assembly],
    root,
    logLevel: "error",
    build: { ssr: "server/ingest/worker.ts", outDir: built, target: "node20", rolldownOptions: { output: { format: "esm" } } },
  });
}, 60_000);

afterAll(() => rmSync(built, { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "surge-ingest-"));
  store = openSqliteStore(join(folder, "surge.sqlite"));
  const batch = store.open(origin("2025-01-01T00:00:00.000Z"));
  batch.put(REFERENCE);
  batch.commit();
  worker = new IngestWorker({
    url: pathToFileURL(join(built, "worker.js")),
    database: join(folder, "surge.sqlite"),
    now: () => new Date("2025-03-01T12:00:00.000Z"),
  });
});

afterEach(async () => {
  await worker.close();
  store.close();
  rmSync(folder, { recursive: true });
});

function rows(count: number, platform = "rednote"): string {
  return Array.from({ length: count }, (_, day) => `${dayOf(day)},${platform},US,signups,5\n`).join("");
}

function sent(...chunks: string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(Buffer.from(chunk));
      controller.close();
    },
  });
}

function body(bytes: ReadableStream<Uint8Array>, more: Partial<BodyToIngest> = {}): BodyToIngest {
  return { body: bytes, format: "csv", dryRun: false, name: "desk", ...more };
}

/** A body that never goes on, and tells when it was given up. */
function endless(start: string) {
  let onGivenUp = () => {};
  const givenUp = new Promise<void>((resolve) => {
    onGivenUp = resolve;
  });
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from(start)),
    cancel: () => onGivenUp(),
  });
  return { stream, givenUp };
}

describe("an ingest in its thread", () => {
  it("is seen by the server's store when the receipt is there", async () => {
    const receipt = await worker.ingest(body(sent(LONG, rows(1000).slice(0, 999), rows(1000).slice(999))));
    expect(receipt).toMatchObject({ batch: 2, vintage: 2, rows: 1000, inserted: 1000, rejected: 0, errors: [] });
    expect(store.vintage()).toBe(2);
    expect(store.series(EVERYTHING)[0]?.values).toHaveLength(1000);
    expect(store.batches()[0]).toMatchObject({ channel: "http", name: "desk", received_at: "2025-03-01T12:00:00.000Z" });
  });

  it("takes formats, sources and dry runs", async () => {
    const row = '{"date":"2025-01-13","platform":"rednote","country":"US","metric":"signups","value":5}';
    expect(await worker.ingest(body(sent(`[${row}]`), { format: "json", dryRun: true }))).toMatchObject({ batch: null, inserted: 1 });
    expect(await worker.ingest(body(sent(row), { format: "ndjson", source: "panel" }))).toMatchObject({ batch: 2, inserted: 1 });
    expect(store.series(EVERYTHING).map(({ source }) => source)).toEqual(["panel"]);
  });

  it("answers the faults of a file", async () => {
    const receipt = await worker.ingest(body(sent(`${LONG}2025-01-13,rednote,UK,signups,5\n`)));
    expect(receipt).toMatchObject({ batch: null, vintage: 1, rejected: 1, errors: [{ line: 2, field: "country", hint: "GB" }] });
  });

  it("never holds up the event loop", async () => {
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 1);
    const started = performance.now();
    const one = body(sent(LONG, ...["rednote", "tiktok", "lemon8"].map((platform) => rows(20_000, platform))));
    expect(await worker.ingest(one)).toMatchObject({ inserted: 60_000 });
    clearInterval(timer);
    expect(longest).toBeLessThan((performance.now() - started) / 2);
  });

  it("takes one body after the other, in the order in which they came", async () => {
    const receipts = await Promise.all(
      [1, 2, 3].map((value) => worker.ingest(body(sent(`${LONG}2025-01-13,rednote,US,signups,${value}\n`)))),
    );
    expect(receipts.map(({ batch }) => batch)).toEqual([2, 3, 4]);
    expect(store.series(EVERYTHING)[0]?.values).toEqual([3]);
  });

  it("rolls back where the body breaks off, throws that on, and takes the next", async () => {
    let pulls = 0;
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (pulls++ === 0) controller.enqueue(Buffer.from(LONG + rows(10_000)));
        else controller.error(new RangeError("the sender went away"));
      },
    });
    const [first, second] = await Promise.allSettled([worker.ingest(body(broken)), worker.ingest(body(sent(LONG, rows(3))))]);
    expect(first).toMatchObject({ status: "rejected", reason: new RangeError("the sender went away") });
    expect(second).toMatchObject({ status: "fulfilled", value: { batch: 2, inserted: 3 } });
  });

  it("answers a file that cannot be read before its last byte has come, and gives the rest up", async () => {
    const { stream, givenUp } = endless(`date,country\n${rows(10)}`);
    expect(await worker.ingest(body(stream))).toMatchObject({
      rejected: 1,
      errors: [{ code: "missing_column" }, { code: "missing_column" }],
    });
    await givenUp;
    expect(await worker.ingest(body(sent(LONG, rows(3))))).toMatchObject({ batch: 2 });
  });

  it("throws on that a packed body stands for too much, and takes the next", async () => {
    const bomb = new Blob([gzipSync(LONG + "\n".repeat(8_000_000))]).stream();
    const large = worker.ingest(body(bomb, { packing: "gzip", mostTimes: 100 }));
    await expect(large).rejects.toThrow(UnpackedTooLargeError);
    expect(await worker.ingest(body(sent(LONG, rows(3))))).toMatchObject({ batch: 2 });
  });

  it("rolls back what is under way when it is closed, and takes nothing more", async () => {
    const { stream, givenUp } = endless(LONG + rows(10));
    const under = worker.ingest(body(stream));
    const waiting = worker.ingest(body(sent(LONG, rows(3))));
    const outcomes = Promise.allSettled([under, waiting]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await worker.close();
    for (const outcome of await outcomes) expect(outcome).toMatchObject({ status: "rejected", reason: expect.any(StoreBusyError) });
    await givenUp;
    expect(store.vintage()).toBe(1);
  });

  it("says what is wrong with the store, and starts anew where the thread is gone", async () => {
    const elsewhere = join(folder, "newer.sqlite");
    const database = new Sqlite(elsewhere);
    database.pragma("user_version = 7");
    database.close();
    const other = new IngestWorker({ url: pathToFileURL(join(built, "worker.js")), database: elsewhere, now: () => new Date() });
    await expect(other.ingest(body(sent(LONG)))).rejects.toThrow(/another program/);
    await other.close();

    const missing = new IngestWorker({ url: pathToFileURL(join(built, "gone.js")), database: elsewhere, now: () => new Date() });
    for (let time = 0; time < 2; time++) await expect(missing.ingest(body(sent(LONG)))).rejects.toThrow(WorkerEndedError);
    await missing.close();
  });
});
