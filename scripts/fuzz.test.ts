import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSqliteStore } from "../server/store/sqlite/sqlite.ts";

/** `SURGE_FUZZ=10000 npx vitest run scripts/fuzz.test.ts` is the whole of it: some minutes. */
const RUNS = Number(process.env.SURGE_FUZZ ?? 300);

/** No answer may take more of a processor, whatever was sent. The clock on the wall tells as well how busy others are. */
const LONGEST_MS = 5000;

/** By that clock: whoever stands still takes nothing of a processor either. */
const PATIENCE_MS = 60_000;

/** What the process may come to hold: a good file of any length needs less. */
const MOST_RSS_MB = 400;

const root = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "surge-fuzz-"));

let child: ChildProcess;
let origin: string;
let log = "";

beforeAll(async () => {
  const database = join(folder, "surge.sqlite");
  const settings = {
    PORT: "0",
    LOG_LEVEL: "warn",
    SURGE_SAMPLE: "off",
    SURGE_DATABASE: database,
    SURGE_ADDRESS_RATE: "0",
    SURGE_TOKEN_RATE: "0",
  };
  child = spawn(process.execPath, [join(root, "scripts/start.mjs")], {
    cwd: root,
    env: { PATH: process.env.PATH, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    log += text;
  });
  let said = "";
  for await (const text of child.stdout ?? []) {
    said += text;
    if (said.includes("\n")) break;
  }
  origin = /at (http:\S+)\n/.exec(said)?.[1] ?? "";
  expect(origin, log).not.toBe("");
  const store = openSqliteStore(database);
  store.createToken({ name: "fuzz", hash: createHash("sha256").update("fuzz").digest("hex"), created_at: new Date().toISOString() });
  store.close();
}, 120_000);

afterAll(async () => {
  child.kill("SIGTERM");
  await once(child, "exit");
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const day = fc.integer({ min: 0, max: 400 }).map((days) => new Date(Date.UTC(2024, 11, 1 + days)).toISOString().slice(0, 10));
const odd = fc.constantFrom(
  ..."NaN,Infinity,-Infinity,1e999,-0,1e-999,0x10,9007199254740993,1_000,٣,½,1,000,--1,+,.,e5,null,true,[],{},__proto__,constructor".split(
    ",",
  ),
  "9".repeat(400),
  `${"0".repeat(1000)}1`,
  "\u0000",
  "\ud800",
  '"',
  '""',
  "=1+1",
  "’; DROP TABLE batches; --",
);
const value = fc.oneof(
  { weight: 6, arbitrary: fc.nat(1_000_000).map(String) },
  { weight: 1, arbitrary: odd },
  { weight: 1, arbitrary: fc.double().map(String) },
);
const name = (good: string[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: fc.string() }, { weight: 1, arbitrary: odd });
const row = fc.record({
  date: fc.oneof(
    { weight: 9, arbitrary: day },
    { weight: 1, arbitrary: fc.constantFrom("2025-02-30", "9999-12-31", "0000-01-01", "+275760-09-13", "") },
  ),
  platform: name(["rednote", "tiktok", "lemon8"]),
  country: name(["US", "GB", "DE", "WORLD"]),
  metric: name(["signups", "downloads", "daily_active_users"]),
  value,
});

const separator = fc.constantFrom(",", ",", ",", ";", "\t", "|", " ");
const newline = fc.constantFrom("\n", "\n", "\r\n", "\r", "\n\n");
const header: fc.Arbitrary<string[]> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<string[]>(["date", "platform", "country", "metric", "value"]) },
  {
    weight: 1,
    arbitrary: fc.shuffledSubarray<string>([
      "date",
      "platform",
      "country",
      "metric",
      "value",
      "topic",
      "source",
      "signups",
      "",
      "__proto__",
    ]),
  },
  { weight: 1, arbitrary: fc.array(fc.string(), { maxLength: 30 }) },
);

const csv = fc
  .record({ header, rows: fc.array(row, { maxLength: 40 }), separator, newline, quoted: fc.boolean(), mark: fc.boolean() })
  .map((file) => {
    const cell = (text: string) => (file.quoted ? `"${text.replaceAll('"', '""')}"` : text);
    const cells: string[][] = [file.header, ...file.rows.map((one) => Object.values(one))];
    const lines = cells.map((fields) => fields.map(cell).join(file.separator));
    return Buffer.from(`${file.mark ? "\ufeff" : ""}${lines.join(file.newline)}`);
  });
const ndjson = fc.array(
  fc.oneof({ weight: 4, arbitrary: row.map((one) => ({ ...one, value: Number(one.value) })) }, { weight: 1, arbitrary: fc.json() }),
  { maxLength: 40 },
);
/** A file that is right, unless something happens to it. */
const right = fc
  .uniqueArray(fc.record({ day, platform: fc.constantFrom("rednote", "tiktok"), value: fc.nat(1_000_000) }), {
    selector: (one) => `${one.day} ${one.platform}`,
    maxLength: 40,
  })
  .map((rows) => rows.map((one) => `${one.day},${one.platform},US,signups,${one.value}\n`).join(""))
  .map((lines) => Buffer.from(`date,platform,country,metric,value\n${lines}`));

const text = fc.oneof(
  { weight: 10, arbitrary: right },
  { weight: 4, arbitrary: csv },
  {
    weight: 2,
    arbitrary: ndjson.map((rows) => Buffer.from(rows.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join("\n"))),
  },
  {
    weight: 2,
    arbitrary: ndjson.map((rows) => Buffer.from(`[${rows.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join(",")}]`)),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 5000 }).map((bytes) => Buffer.from(bytes)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 20_000 }).map((depth) => Buffer.from("[".repeat(depth))) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("{", '{"a":', '"', "a,", "\n", ",,,\n", "\ud83d").map((piece) => Buffer.from(piece.repeat(20_000))),
  },
);

interface Cut {
  at: number;
  remove: number;
  insert: Uint8Array;
}

const cut: fc.Arbitrary<Cut> = fc.record({ at: fc.nat(), remove: fc.nat(20), insert: fc.uint8Array({ maxLength: 8 }) });
const cuts: fc.Arbitrary<Cut[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Cut[]>([]) },
  { weight: 1, arbitrary: fc.array(cut, { maxLength: 5 }) },
);

/** A few bytes changed, left out, or put in. */
const mutated = fc
  .record({
    bytes: text,
    cuts,
  })
  .map(({ bytes, cuts }) =>
    cuts.reduce((whole, { at, remove, insert }) => {
      const place = at % (whole.length + 1);
      return Buffer.concat([whole.subarray(0, place), Buffer.from(insert), whole.subarray(place + remove)]);
    }, bytes),
  );

/** Small as sent, large when unpacked: up to 32 MB. */
const bomb = fc
  .record({
    megabytes: fc.constantFrom(1, 2, 4, 8, 32),
    of: fc.constantFrom("\0", " ", "\n", ",", "9", "[", "a\n", "a,b,c\n", '""\n', "{}\n", "2025-01-13,rednote,US,signups,5\n"),
  })
  .map(({ megabytes, of }) =>
    Buffer.from(`date,platform,country,metric,value\n${of.repeat(Math.floor((megabytes * 2 ** 20) / of.length))}`),
  );

const packed = fc.oneof(
  { weight: 6, arbitrary: mutated.map((bytes) => ({ bytes, encoding: undefined as string | undefined })) },
  { weight: 3, arbitrary: mutated.map((bytes) => ({ bytes: gzipSync(bytes, { level: 1 }), encoding: "gzip" })) },
  { weight: 1, arbitrary: mutated.map((bytes) => ({ bytes: brotliCompressSync(bytes), encoding: "br" })) },
  { weight: 1, arbitrary: mutated.map((bytes) => ({ bytes: gzipSync(gzipSync(bytes)), encoding: "gzip" })) },
  {
    weight: 1,
    arbitrary: fc
      .record({ bytes: mutated, keep: fc.nat(100) })
      .map(({ bytes, keep }) => ({ bytes: gzipSync(bytes).subarray(0, keep), encoding: "gzip" })),
  },
  {
    weight: 1,
    arbitrary: mutated.chain((bytes) =>
      fc
        .constantFrom("gzip", "br", "deflate", "zstd", "gzip, gzip", "GZIP", "")
        .map((encoding) => ({ bytes, encoding: encoding as string | undefined })),
    ),
  },
  { weight: 1, arbitrary: bomb.map((bytes) => ({ bytes: gzipSync(bytes, { level: 1 }), encoding: "gzip" })) },
);

/** Mostly what may be sent, now and then what may not. */
const mostly = <Value>(good: Value[], bad: Value[]) =>
  fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: fc.constantFrom(...bad) });

interface Sent {
  body: { bytes: Buffer; encoding: string | undefined };
  type: string;
  key: string | undefined;
  query: string;
}

const sent: fc.Arbitrary<Sent> = fc.record({
  body: packed,
  type: mostly(
    ["text/csv", "text/csv; charset=utf-8", "application/json", "application/x-ndjson"],
    ["text/csv; charset=utf-16", "text/csv;;;", "multipart/form-data", ""],
  ),
  key: mostly<string | undefined>([undefined, undefined, undefined, "a"], ["b", "\u00e9", " ", "x".repeat(300)]),
  query: mostly(
    ["", "", "?dry_run=true", "?on_error=skip", "?on_error=skip&retract=true", "?retract=true", "?source=default"],
    ["?source=%00", "?x=1", "?dry_run=true&dry_run=true", "?%"],
  ),
});

function said(one: Sent | null | undefined): string {
  if (!one) return "nothing";
  const { body, ...rest } = one;
  const begin = body.bytes.subarray(0, 60).toString("latin1");
  return JSON.stringify({ ...rest, encoding: body.encoding, bytes: body.bytes.length, begin });
}

/** Largest memory of the process so far, where the system tells it. */
function peakMegabytes(): number {
  const status = process.platform === "linux" ? readFileSync(`/proc/${child.pid}/status`, "utf8") : "";
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

/** Milliseconds of a processor that the server has taken so far; by the clock where the system does not tell. */
function taken(): number {
  if (process.platform !== "linux") return performance.now();
  const stat = readFileSync(`/proc/${child.pid}/stat`, "utf8");
  // Behind the name of the program, which may hold anything: user and system time in hundredths of a second.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/**
 * Sends a body and reads the answer. A body that is refused at its beginning is taken in for half a second behind the
 * answer, and the connection closed then: on a machine where the sender waits longer than that for its turn, it asks again.
 */
async function answered(address: string, headers: Headers, bytes: Uint8Array, again = 3) {
  try {
    const sent = { method: "POST", headers, body: new Uint8Array(bytes), signal: AbortSignal.timeout(PATIENCE_MS) };
    const response = await fetch(address, sent);
    return { response, answer: await response.json() };
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    const isClosed = cause instanceof Error && "code" in cause && cause.code === "UND_ERR_SOCKET";
    if (again === 0 || !isClosed) throw error;
    return answered(address, headers, bytes, again - 1);
  }
}

describe("any body at all", () => {
  it(`gets an answer that is no fault of the server's, soon, and leaves it standing: ${RUNS} bodies`, {
    timeout: Math.max(120_000, RUNS * 200),
  }, async () => {
    const statuses = new Map<number, number>();
    let longest = 0;
    const result = await fc.check(
      fc.asyncProperty(sent, async ({ body, type, key, query }) => {
        const headers = new Headers({ Authorization: "Bearer fuzz" });
        if (type) headers.set("Content-Type", type);
        if (body.encoding !== undefined) headers.set("Content-Encoding", body.encoding);
        if (key !== undefined) headers.set("Idempotency-Key", key);
        const begin = taken();
        const { response, answer } = await answered(`${origin}/api/v1/snapshots${query}`, headers, body.bytes);
        longest = Math.max(longest, taken() - begin);
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        expect([200, 201, 400, 413, 415, 422, 503, 507]).toContain(response.status);
        if (response.status < 300)
          expect(answer.rows).toBe(answer.inserted + answer.revised + answer.unchanged + answer.retracted + answer.rejected);
        else expect(answer).toMatchObject({ type: expect.stringMatching(/^urn:rednote-surge:problem:/), status: response.status });
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    // Said in short: what is printed whole may be a megabyte of bytes.
    if (result.failed)
      throw new Error(
        `Body ${result.numRuns} failed; seed ${result.seed}, path ${result.counterexamplePath}: ${said(result.counterexample?.[0])}`,
        {
          cause: result.errorInstance,
        },
      );
    expect(child.exitCode).toBeNull();
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
    const peak = peakMegabytes();
    process.stdout.write(
      `${RUNS} bodies: ${[...statuses]
        .sort(([a], [b]) => a - b)
        .map(([status, count]) => `${count} x ${status}`)
        .join(", ")}; longest ${longest.toFixed(0)} ms of a processor, peak ${peak.toFixed(0)} MB\n`,
    );
    expect(longest).toBeLessThan(LONGEST_MS);
    expect(peak).toBeLessThan(MOST_RSS_MB);
    // Both kinds came: a fuzz that is always refused says nothing of what is taken.
    expect(statuses.get(201) ?? 0).toBeGreaterThan(RUNS / 50);
    expect(statuses.get(422) ?? 0).toBeGreaterThan(RUNS / 10);
    expect(log).not.toMatch(/request failed/);
  });
});
