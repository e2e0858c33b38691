import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomInt } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dayOf } from "../data/model/day.ts";
import type { Receipt } from "../data/model/snapshot.ts";
import { openSqliteStore } from "../server/store/sqlite/sqlite.ts";

/** How often a server is killed, and a third as often a command; fifty times by SURGE_KILLS=50. */
const KILLS = Number(process.env.SURGE_KILLS ?? 4);

const root = resolve(import.meta.dirname, "..");
const SECRET = "a-token-for-this-test-only";
const PLATFORMS = ["rednote", "tiktok", "lemon8"];
const COUNTRIES = ["US", "GB", "DE", "FR", "JP"];

const running: ChildProcess[] = [];
let folder: string;
let database: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "surge-durability-"));
  database = join(folder, "surge.sqlite");
});

afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** A body whose every row changes something: each has its own value. */
function body(value: number): { text: string; rows: number; hash: string } {
  const days = randomInt(20, 1200);
  const lines = ["date,platform,country,metric,value"];
  for (let day = 0; day < days; day++)
    for (const platform of PLATFORMS)
      for (const country of COUNTRIES) lines.push(`${dayOf(18_000 + day)},${platform},${country},signups,${value}`);
  const text = `${lines.join("\n")}\n`;
  return { text, rows: lines.length - 1, hash: hashOf(text) };
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** One of our scripts in a process of its own. @param blocks the longest file that it may write, of 512 bytes each */
function run(script: string, args: string[], blocks?: number): ChildProcess {
  const env = { PATH: process.env.PATH, PORT: "0", SURGE_SAMPLE: "off", SURGE_DATABASE: database, LOG_LEVEL: "silent" };
  const command = [process.execPath, join(root, "scripts", script), ...args];
  // The signal that comes with the limit would end the process; without it a write fails, as on a full disk.
  const limited = ["-c", `trap '' XFSZ; ulimit -f ${blocks}; exec "$@"`, "sh", ...command];
  const [program = "", ...rest] = blocks === undefined ? command : ["sh", ...limited];
  const child = spawn(program, rest, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  child.stdout?.setEncoding("utf8");
  child.stderr?.setEncoding("utf8");
  return child;
}

async function start(blocks?: number): Promise<{ child: ChildProcess; address: string }> {
  const child = run("start.mjs", [], blocks);
  let err = "";
  child.stderr?.on("data", (text: string) => {
    err += text;
  });
  const address = await new Promise<string>((settle, fail) => {
    child.stdout?.on("data", (text: string) => {
      const found = /at (http:\S+)\n/.exec(text)?.[1];
      if (found) settle(found);
    });
    child.once("close", () => fail(new Error(`The server did not start: ${err}`)));
  });
  return { child, address };
}

function post(address: string, text: string): Promise<Response> {
  const headers = { "Content-Type": "text/csv", Authorization: `Bearer ${SECRET}`, "Idempotency-Key": hashOf(text) };
  return fetch(`${address}/api/v1/snapshots`, { method: "POST", headers, body: text });
}

async function kill(child: ChildProcess): Promise<void> {
  const closed = once(child, "close");
  child.kill("SIGKILL");
  await closed;
}

/** What was sent, by the hash of its bytes, and which of it was acknowledged. */
interface Sent {
  rows: Map<string, number>;
  receipts: Map<string, Pick<Receipt, "batch" | "inserted" | "revised">>;
  /** What was found to be whole in an earlier round. Its receipt is counted again in each, its days are not. */
  whole: Set<string>;
}

const nothingSent = (): Sent => ({ rows: new Map(), receipts: new Map(), whole: new Set() });

/** Every acknowledged batch is there and whole; of the others each is there whole, or not at all. @param keyed whether each had its hash for an Idempotency-Key */
function expectWhole({ rows, receipts, whole }: Sent, keyed: boolean): void {
  const store = openSqliteStore(database);
  try {
    expect(store.verify()).toEqual([]);
    const batches = new Map(store.batches().map((batch) => [batch.content_hash, batch]));
    for (const [hash, receipt] of receipts) expect(batches.get(hash)).toMatchObject(receipt);
    for (const [hash, count] of rows) {
      const batch = batches.get(hash);
      // The receipt of its key is there with the batch, or neither is.
      if (keyed) expect(store.keptReceipt("test", hash) !== undefined).toBe(batch !== undefined);
      if (batch === undefined || whole.has(hash)) continue;
      const changed = [...store.changedDays(batch.batch)].reduce((sum, { days }) => sum + days.length, 0);
      expect([batch.inserted + batch.revised, changed]).toEqual([count, count]);
      whole.add(hash);
    }
    const strangers = [...batches.values()].filter(({ channel, content_hash }) => channel !== "reference" && !rows.has(content_hash));
    expect(strangers).toEqual([]);
  } finally {
    store.close();
  }
}

/** Makes the database with a token that may ingest. */
function makeToken(): void {
  const store = openSqliteStore(database);
  store.createToken({ name: "test", hash: createHash("sha256").update(SECRET).digest("hex"), created_at: new Date().toISOString() });
  store.close();
}

describe("what was acknowledged", { timeout: 60_000 + KILLS * 30_000 }, () => {
  beforeAll(async () => {
    // Once, so that no other start has to build.
    folder = mkdtempSync(join(tmpdir(), "surge-durability-"));
    database = join(folder, "surge.sqlite");
    await kill((await start()).child);
    rmSync(folder, { recursive: true });
  }, 120_000);

  it(`survives ${KILLS} kills of the server at any moment, and nothing else is there in part`, async () => {
    makeToken();
    const sent = nothingSent();
    let value = 1;
    let broken = 0;
    for (let round = 0; round < KILLS; round++) {
      const { child, address } = await start();
      expect((await fetch(`${address}/readyz`)).status).toBe(200);
      // At any moment from the first byte on, and every other time at any moment among acknowledgements.
      const moment = new Promise((reached) => setTimeout(reached, randomInt(1, 700)));
      let acknowledged = () => {};
      const first = new Promise<void>((settle) => {
        acknowledged = settle;
      });
      const killed = (round % 2 === 0 ? moment : first.then(() => moment)).then(() => kill(child));
      for (let alive = true; alive; ) {
        const { text, rows, hash } = body(value++);
        sent.rows.set(hash, rows);
        try {
          const response = await post(address, text);
          const { batch, inserted, revised } = (await response.json()) as Receipt;
          expect([response.status, batch]).toEqual([201, expect.any(Number)]);
          sent.receipts.set(hash, { batch, inserted, revised });
          acknowledged();
        } catch (error) {
          if (!(error instanceof TypeError)) throw error;
          // The connection broke: the server is gone.
          alive = false;
          broken++;
        }
      }
      await killed;
      expectWhole(sent, true);
    }
    expect(broken).toBe(KILLS);
    expect(sent.receipts.size).toBeGreaterThan(0);
    const { child, address } = await start();
    const { vintage } = (await (await fetch(`${address}/api/v1/vintages`)).json()) as { vintage: number };
    expect(vintage).toBeGreaterThanOrEqual(Math.max(...[...sent.receipts.values()].map(({ batch }) => batch ?? 0)));
    await kill(child);
  });

  it("survives kills of the command that ingests, file by file", async () => {
    const sent = nothingSent();
    let value = 1;
    for (let round = 0; round < Math.ceil(KILLS / 3); round++) {
      const files = Array.from({ length: 40 }, (_, at) => {
        const made = body(value++);
        const file = join(folder, `${at}.csv`);
        writeFileSync(file, made.text);
        sent.rows.set(made.hash, made.rows);
        return { file, hash: made.hash };
      });
      const child = run("run.mjs", ["ingest", ...files.map(({ file }) => file)]);
      let out = "";
      const closed = once(child, "close");
      child.stdout?.on("data", (text: string) => {
        // From the first receipt on, so that it dies at work and not while it starts.
        if (out === "") setTimeout(() => child.kill("SIGKILL"), randomInt(1, 300));
        out += text;
      });
      await closed;
      for (const [, file, batch] of out.matchAll(/^(.*\.csv): batch (\d+)\..*\n/gm)) {
        const hash = files.find((one) => one.file === file)?.hash ?? "";
        sent.receipts.set(hash, { batch: Number(batch), inserted: expect.any(Number), revised: expect.any(Number) });
      }
      expectWhole(sent, false);
    }
    expect(sent.receipts.size).toBeGreaterThan(0);
  });
});

describe("a full disk", { timeout: 120_000 }, () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is a 507 that says so; what was there is intact, and the same body goes in when there is room", async () => {
    makeToken();
    const small = "date,platform,country,metric,value\n2025-01-13,rednote,US,signups,5\n";
    const header = "date,platform,country,metric,value\n";
    const rows = Array.from({ length: 200_000 }, (_, at) => {
      const country = COUNTRIES[at % 5];
      return `${dayOf(7_000 + Math.floor(at / 15))},${PLATFORMS[Math.floor(at / 5) % 3]},${country},downloads,${at}\n`;
    });
    const large = header + rows.join("");
    // Two megabytes for a file: the log of the large batch is longer.
    const narrow = await start(4096);
    expect((await post(narrow.address, small)).status).toBe(201);
    const series = async (address: string) =>
      (await fetch(`${address}/api/v1/series?metric=signups&platforms=rednote&countries=US`)).text();
    const before = await series(narrow.address);
    const full = await post(narrow.address, large);
    expect([full.status, await full.json()]).toMatchObject([
      507,
      { type: "urn:rednote-surge:problem:no-room", detail: expect.stringContaining("no room") },
    ]);
    expect(await series(narrow.address)).toBe(before);
    // It goes on serving, and takes what there is room for.
    expect((await post(narrow.address, small.replace(",5\n", ",6\n"))).status).toBe(201);
    await kill(narrow.child);

    const wide = await start();
    expect(await (await post(wide.address, large)).json()).toMatchObject({ inserted: 200_000, batch: 4 });
    await kill(wide.child);
    const store = openSqliteStore(database);
    expect([store.verify(), store.vintage()]).toEqual([[], 4]);
    store.close();
  });
});
