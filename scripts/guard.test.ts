import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { openSqliteStore } from "../server/store/sqlite/sqlite.ts";
import type { Scope } from "../server/store/store.ts";

const root = resolve(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "surge-guard-"));
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADER = "date,platform,country,metric,value\n";
const ROW = "2025-01-13,rednote,US,signups,5\n";

/** A token that is its own name. */
function addToken(database: string, name: string, scope: Scope): void {
  const store = openSqliteStore(database);
  store.createToken({
    name,
    hash: createHash("sha256").update(name).digest("hex"),
    created_at: new Date().toISOString(),
    scopes: [scope],
  });
  store.close();
}

/** The built server over a database of its own. */
async function started(name: string, settings: Record<string, string> = {}) {
  const database = join(folder, `${name}.sqlite`);
  const env = { PATH: process.env.PATH, PORT: "0", LOG_LEVEL: "debug", SURGE_SAMPLE: "off", SURGE_DATABASE: database, ...settings };
  const child = spawn(process.execPath, [join(root, "scripts/start.mjs")], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    log += text;
  });
  const ended = once(child, "exit").then(([code]) => code as number | null);
  let said = "";
  for await (const text of child.stdout.setEncoding("utf8")) {
    said += text;
    if (said.includes("\n")) break;
  }
  const origin = /at (http:\S+)\n/.exec(said)?.[1];
  if (origin === undefined) throw new Error(`it did not start: ${log}`);
  addToken(database, "sender", "ingest");
  addToken(database, "reader", "read");
  const post = (token: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${origin}/api/v1/snapshots`, {
      method: "POST",
      headers: { "Content-Type": "text/csv", ...(token ? { Authorization: `Bearer ${token}` } : {}), ...headers },
      body,
    });
  return { child, ended, origin, database, post, log: () => log };
}

/** A body that is sent in pieces, as slowly as its sender likes. */
function slowPost(origin: string) {
  const headers = { "Content-Type": "text/csv", Authorization: "Bearer sender" };
  const sent = request(`${origin}/api/v1/snapshots`, { method: "POST", headers, agent: false });
  const answered = new Promise<number>((resolve, reject) => {
    sent.on("response", (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on("error", reject);
  });
  // Awaited by those who want it.
  answered.catch(() => {});
  sent.write(HEADER + ROW);
  return { sent, answered };
}

/** What comes back for some bytes, until the other end closes. */
async function raw(origin: string, text: string, patience = 10_000): Promise<{ answer: string; ms: number }> {
  const { hostname, port } = new URL(origin);
  const begin = performance.now();
  const socket = connect(Number(port), hostname);
  let answer = "";
  socket.setTimeout(patience, () => socket.destroy(new Error("nothing came back")));
  socket.setEncoding("latin1").on("data", (chunk: string) => {
    answer += chunk;
  });
  socket.write(text);
  await once(socket, "close");
  return { answer, ms: performance.now() - begin };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("a server", { timeout: 120_000 }, () => {
  it("lets in who may, says to others why not, and tells it all in its metrics", async () => {
    const { post, origin, database, log } = await started("tokens");
    const csv = HEADER + ROW;
    expect((await post("", csv)).status).toBe(401);
    expect((await post("reader", csv)).status).toBe(403);
    const taken = await post("sender", csv, { "Idempotency-Key": "monday" });
    expect(taken.status).toBe(201);
    const receipt = await taken.json();
    expect(await (await post("sender", csv, { "Idempotency-Key": "monday" })).json()).toEqual({ ...receipt, replayed: true });
    expect((await post("sender", `${csv}\n`, { "Idempotency-Key": "monday" })).status).toBe(422);
    const store = openSqliteStore(database);
    store.revokeToken("sender", new Date().toISOString());
    store.close();
    expect((await post("sender", csv)).status).toBe(401);
    for (let time = 0; time < 3; time++) await fetch(`${origin}/api/v1/catalog`);
    const metrics = await (await fetch(`${origin}/metrics`)).text();
    expect(metrics).toContain('surge_http_requests_total{method="POST",route="/api/v1/snapshots",status="201"} 2');
    expect(metrics).toContain('surge_http_requests_total{method="GET",route="/api/v1/catalog",status="200"} 3');
    expect(metrics).toContain('surge_ingest_rows_total{outcome="inserted"} 1');
    expect(metrics).toContain(`surge_vintage ${receipt.vintage}`);
    expect(metrics).toMatch(/nodejs_eventloop_lag_p99_seconds [\d.]+/);
    expect(log()).not.toMatch(/Bearer|"reader"/);
  });

  it("refuses a body of 10 GB at once, and says nowhere what it is made of", async () => {
    const { origin } = await started("large");
    const head = "POST /api/v1/snapshots HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nAuthorization: Bearer sender\r\n";
    const { answer, ms } = await raw(origin, `${head}Content-Length: 10000000000\r\n\r\n${HEADER}`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(ms).toBeLessThan(3000);
    const answers = [answer];
    for (const path of ["/", "/api/v1/catalog", "/nothing", "/%", "/api/v1/series?metric=%00"])
      answers.push((await raw(origin, `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`)).answer);
    answers.push((await raw(origin, "NONSENSE\r\n\r\n")).answer);
    for (const one of answers) {
      const [headers = ""] = one.split("\r\n\r\n");
      expect(headers).toMatch(/^HTTP\/1\.1 \d{3} /);
      expect(headers).not.toMatch(/^(?:server|x-powered-by|via):/im);
      expect(one).not.toMatch(/node\.?js|hono|sqlite/i);
    }
  });

  it("lets slow clients go: in their headers and in their bodies", async () => {
    const { origin } = await started("slow", { SURGE_HEADER_SECONDS: "1", SURGE_IDLE_SECONDS: "1" });
    const headers = await raw(origin, "GET / HTTP/1.1\r\nHost: loc");
    expect(headers.answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(headers.ms).toBeLessThan(5000);
    const { answered } = slowPost(origin);
    expect(await answered).toBe(408);
    expect(await (await fetch(`${origin}/api/v1/vintages`)).json()).toMatchObject({ vintage: 1 });
  });

  it("lets an ingest finish when it is told to stop, and takes no other", async () => {
    const { child, ended, origin, database } = await started("finish");
    await fetch(`${origin}/api/v1/catalog`);
    const { sent, answered } = slowPost(origin);
    await pause(300);
    const begin = performance.now();
    child.kill("SIGTERM");
    await pause(300);
    await expect(fetch(`${origin}/healthz`)).rejects.toThrow();
    sent.end(ROW.replace("13", "14"));
    expect(await answered).toBe(201);
    expect(await ended).toBe(0);
    expect(performance.now() - begin).toBeLessThan(5000);
    const store = openSqliteStore(database);
    expect(store.batches()[0]).toMatchObject({ batch: 2, inserted: 2 });
    store.close();
  });

  it("rolls back an ingest that takes too long, answers it, and is gone within ten seconds", async () => {
    const { child, ended, origin, database } = await started("roll-back");
    const { answered } = slowPost(origin);
    const waits = slowPost(origin);
    await pause(300);
    const begin = performance.now();
    child.kill("SIGTERM");
    expect(await answered).toBe(503);
    expect(await waits.answered).toBe(503);
    expect(await ended).toBe(0);
    expect(performance.now() - begin).toBeLessThan(10_000);
    const store = openSqliteStore(database);
    expect(store.vintage()).toBe(1);
    store.close();
  });
});
