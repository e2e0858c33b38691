import { describe, expect, it, vi } from "vitest";
import type { Receipt } from "../../data/model/snapshot.ts";
import { SECRET, servedApp } from "../app.fixture.ts";
import { readConfig } from "../config.ts";
import type { BodyToIngest } from "../ingest/client.ts";
import { UnpackedTooLargeError } from "../ingest/packing.ts";
import { Metrics } from "../metrics.ts";
import type { Ingest } from "../services.ts";
import { StoreBusyError } from "../store/store.ts";

const TAKEN: Receipt = {
  batch: 4,
  vintage: 4,
  rows: 1,
  inserted: 1,
  revised: 0,
  unchanged: 0,
  retracted: 0,
  rejected: 0,
  errors: [],
  replayed: false,
};

const FAULT = { line: 2, field: "country", code: "unknown_country", detail: "There is no country UK.", value: "UK", hint: "GB" };

/** An app with an ingest that reads the whole body, then answers as told. */
function taking(answer: Receipt | Error = TAKEN) {
  const bodies: string[] = [];
  const ingest = vi.fn<Ingest>(async ({ body }) => {
    bodies.push(await new Response(body).text());
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const { app, logged } = servedApp({ ingest });
  const post = (query: string, headers: Record<string, string>, body: BodyInit = "date,platform\n") =>
    app.request(`/api/v1/snapshots${query}`, { method: "POST", headers, body, duplex: "half" } as RequestInit);
  return { post, ingest, bodies, logged };
}

const WITH_TOKEN = { Authorization: `Bearer ${SECRET}` };
const CSV = { ...WITH_TOKEN, "Content-Type": "text/csv; charset=utf-8" };

describe("POST /api/v1/snapshots", () => {
  it("hands the body on with what is known of it, and answers 201 with the receipt", async () => {
    const { post, ingest, bodies } = taking();
    const response = await post("?source=panel", CSV, "date,platform\n2025-01-13,rednote\n");
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual(TAKEN);
    expect(bodies).toEqual(["date,platform\n2025-01-13,rednote\n"]);
    const asked = {
      format: "csv",
      packing: undefined,
      source: "panel",
      onError: undefined,
      retract: false,
      dryRun: false,
      name: "nightly",
    };
    expect(ingest.mock.calls[0]?.[0]).toMatchObject(asked);
  });

  it("skips faulty rows and withdraws blank values where it is asked to, and answers 201 for what was taken", async () => {
    const { post, ingest } = taking({ ...TAKEN, rows: 2, rejected: 1, errors: [FAULT] });
    const response = await post("?on_error=skip&retract=true", { ...CSV, "Content-Encoding": "br" });
    expect([response.status, ((await response.json()) as Receipt).rejected]).toEqual([201, 1]);
    expect(ingest.mock.calls[0]?.[0]).toMatchObject({ onError: "skip", retract: true, packing: "br" });
    for (const query of ["?on_error=ignore", "?retract=1"]) expect((await post(query, CSV)).status).toBe(400);
  });

  it.each([
    ["application/json", "json"],
    ["application/x-ndjson", "ndjson"],
    ["Text/CSV", "csv"],
  ] as const)("reads %s as %s, packed where it says so", async (type, format) => {
    const { post, ingest } = taking();
    await post("", { ...WITH_TOKEN, "Content-Type": type, "Content-Encoding": "gzip" });
    expect(ingest.mock.calls[0]?.[0]).toMatchObject({ format, packing: "gzip" } satisfies Partial<BodyToIngest>);
  });

  it("counts what a batch changed, and neither a dry run nor bytes that came before", async () => {
    const counted = vi.spyOn(Metrics.prototype, "ingested");
    await taking().post("", CSV);
    expect(counted).toHaveBeenCalledTimes(1);
    await taking({ ...TAKEN, replayed: true }).post("", CSV);
    await taking({ ...TAKEN, batch: null }).post("?dry_run=true", CSV);
    expect(counted).toHaveBeenCalledTimes(1);
    counted.mockRestore();
  });

  it("answers 200 to a dry run: nothing was made", async () => {
    const { post, ingest } = taking({ ...TAKEN, batch: null });
    expect((await post("?dry_run=true", CSV)).status).toBe(200);
    expect(ingest.mock.calls[0]?.[0].dryRun).toBe(true);
  });

  it("answers 422 with the receipt's faults where rows are at fault", async () => {
    const { post } = taking({ ...TAKEN, batch: null, vintage: 3, inserted: 0, rejected: 1, errors: [FAULT] });
    const response = await post("", CSV);
    expect(response.status).toBe(422);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({
      type: "urn:rednote-surge:problem:rejected-batch",
      detail: "1 of 1 row is at fault. Nothing was written.",
      rows: 1,
      rejected: 1,
      vintage: 3,
      errors: [FAULT],
    });
  });

  it.each([
    ["none", {}],
    ["another scheme", { Authorization: `Basic ${SECRET}` }],
    ["an unknown one", { Authorization: "Bearer guess" }],
    ["nothing behind the scheme", { Authorization: "Bearer " }],
  ])("answers 401 to a request with %s for a token, and reads nothing", async (_, headers) => {
    const { post, ingest } = taking();
    const response = await post("", { "Content-Type": "text/csv", ...headers });
    expect(response.status).toBe(401);
    expect(response.headers.get("WWW-Authenticate")).toMatch(/^Bearer /);
    expect(await response.json()).toMatchObject({ type: "urn:rednote-surge:problem:token-needed" });
    expect(ingest).not.toHaveBeenCalled();
  });

  it.each([
    ["text/html", {}],
    ["application/json; charset=latin1", {}],
    ["toString", {}],
    ["text/csv", { "Content-Encoding": "zstd" }],
  ])("answers 415 to %s %o", async (type, headers) => {
    const { post, ingest } = taking();
    expect((await post("", { ...WITH_TOKEN, "Content-Type": type, ...headers })).status).toBe(415);
    expect(ingest).not.toHaveBeenCalled();
  });

  it.each(["?source=My%20Source", "?dry_run=perhaps", "?on=error", "?dry_run=true&dry_run=false"])("answers 400 to %s", async (query) => {
    const { post, ingest } = taking();
    expect((await post(query, CSV)).status).toBe(400);
    expect(ingest).not.toHaveBeenCalled();
  });

  it("answers 413 to a body that says it is too large, and to one that turns out to be", async () => {
    const { post, ingest } = taking();
    expect((await post("", { ...CSV, "Content-Length": "10000000000" })).status).toBe(413);
    expect(ingest).not.toHaveBeenCalled();

    const block = new Uint8Array(64 * 1024);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += block.byteLength;
        controller.enqueue(block);
      },
    });
    const drain = vi.fn<Ingest>(async ({ body }) => {
      const reader = body.getReader();
      while (!(await reader.read()).done);
      return TAKEN;
    });
    const { app } = servedApp({ ingest: drain, config: readConfig({ SURGE_BODY_BYTES: String(4 * block.byteLength) }) });
    const request = { method: "POST", headers: CSV, body: endless, duplex: "half" } as RequestInit;
    const response = await app.request("/api/v1/snapshots", request);
    expect(response.status).toBe(413);
    // As much again is taken in and forgotten, for a client that reads no answer while it sends.
    expect(sent).toBeLessThan(12 * block.byteLength);
  });

  it("answers 413 to a packed body that stands for too much, and says what may be done", async () => {
    const { post, ingest } = taking(new UnpackedTooLargeError("Unpacked it is larger than 4,096 MB. Send it in parts."));
    const response = await post("", { ...CSV, "Content-Encoding": "gzip" });
    expect([response.status, (await response.json()).detail]).toEqual([413, "Unpacked it is larger than 4,096 MB. Send it in parts."]);
    expect(ingest.mock.calls[0]?.[0]).toMatchObject({ mostUnpacked: 4 * 2 ** 30, mostTimes: 100 });
  });

  it("answers 408 to a body that stands still", async () => {
    const still = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(Buffer.from("date,platform\n")) });
    const drain: Ingest = async ({ body }) => {
      await new Response(body).text();
      return TAKEN;
    };
    const { app } = servedApp({ ingest: drain, config: readConfig({ SURGE_IDLE_SECONDS: "1" }) });
    const request = { method: "POST", headers: CSV, body: still, duplex: "half" } as RequestInit;
    expect((await app.request("/api/v1/snapshots", request)).status).toBe(408);
  });

  it("answers 429 with a time to come back where too many wait, and where a token asks too often", async () => {
    let end = () => {};
    const slow: Ingest = () =>
      new Promise((resolve) => {
        end = () => resolve(TAKEN);
      });
    const { app } = servedApp({ ingest: slow, config: readConfig({ SURGE_QUEUE: "0", SURGE_TOKEN_RATE: "3" }) });
    const post = () => app.request("/api/v1/snapshots", { method: "POST", headers: CSV, body: "date\n" });
    const first = post();
    await new Promise((resolve) => setTimeout(resolve, 10));
    const second = await post();
    expect([second.status, second.headers.get("Retry-After")]).toEqual([429, "10"]);
    expect((await second.json()).detail).toContain("ingest is under way");
    end();
    expect((await first).status).toBe(201);
    const third = post();
    await new Promise((resolve) => setTimeout(resolve, 10));
    end();
    expect((await third).status).toBe(201);
    const fourth = await post();
    expect(fourth.status).toBe(429);
    expect(Number(fourth.headers.get("Retry-After"))).toBeGreaterThan(50);
    expect((await fourth.json()).detail).toContain("One token may make 3 requests in a minute");
  });

  it("answers 503 with a time to come back where another batch is being written", async () => {
    const { post } = taking(new StoreBusyError("busy"));
    const response = await post("", CSV);
    expect([response.status, response.headers.get("Retry-After")]).toEqual([503, "5"]);
  });

  it("never writes a token into the log", async () => {
    const { post, logged } = taking(new Error("the disk is full"));
    expect((await post("", CSV)).status).toBe(500);
    await post("", { ...CSV, Authorization: `Bearer ${SECRET}x` });
    expect(logged.join("")).toContain("the disk is full");
    expect(logged.join("")).not.toContain(SECRET);
  });
});
