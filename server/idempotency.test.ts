import { createHash } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { NOW, SECRET, servedApp, servedStore } from "./app.fixture.ts";
import { ingest } from "./ingest/ingest.ts";
import type { Ingest } from "./services.ts";
import type { Store } from "./store/store.ts";

const HOUR = 60 * 60 * 1000;

const rows = (value: number) => `date,platform,country,metric,value\n2025-01-13,rednote,US,signups,${value}\n`;

/** An app that takes batches in as the server does, in its own thread. */
function taking(store: Store = servedStore(), clock = { now: NOW }) {
  const take = vi.fn<Ingest>(({ body, name, ...reading }) => {
    const origin = { channel: "http", name, received_at: new Date(clock.now).toISOString() } as const;
    return ingest({ store, stream: body, origin, ...reading });
  });
  const { app } = servedApp({ store, ingest: take, now: () => clock.now });
  const post = async (key: string | undefined, { query = "", body = rows(50), token = SECRET, type = "text/csv" } = {}) => {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": type, ...(key !== undefined && { "Idempotency-Key": key }) };
    const response = await app.request(`/api/v1/snapshots${query}`, { method: "POST", headers, body });
    return { status: response.status, ...(await response.json()) };
  };
  return { post, take, clock, store };
}

describe("an Idempotency-Key", () => {
  it("gets the first receipt for the same request, which is not taken again", async () => {
    const { post, take } = taking();
    const first = await post("monday");
    expect(first).toMatchObject({ status: 201, batch: 4, replayed: false });
    expect(await post("monday")).toEqual({ ...first, replayed: true });
    expect(take).toHaveBeenCalledTimes(1);
    expect(await post("tuesday", { body: rows(51) })).toMatchObject({ status: 201, batch: 5 });
  });

  it("gets it still where others have come since: what they wrote stays", async () => {
    const { post } = taking();
    await post("monday");
    await post(undefined, { body: rows(60) });
    expect(await post("monday")).toMatchObject({ batch: 4, replayed: true });
    // Without the key the same bytes mean that the value is to be so again.
    expect(await post(undefined)).toMatchObject({ batch: 6, replayed: false });
  });

  it("is kept of a batch that changes nothing, too", async () => {
    const { post, store, take } = taking();
    const first = await post("monday", { body: rows(35) });
    expect(first).toMatchObject({ status: 201, batch: null, unchanged: 1 });
    await post(undefined, { body: rows(60) });
    expect(await post("monday", { body: rows(35) })).toEqual({ ...first, replayed: true });
    expect([take.mock.calls.length, store.vintage()]).toEqual([2, 4]);
  });

  it.each([
    ["another body", { body: rows(51) }],
    ["another query", { query: "?source=panel" }],
    ["another type", { type: "application/json" }],
  ])("is refused for %s", async (_, other) => {
    const { post, take } = taking();
    await post("monday");
    expect(await post("monday", other)).toMatchObject({ status: 422, type: "urn:rednote-surge:problem:key-reused" });
    expect(take).toHaveBeenCalledTimes(1);
    expect(await post("monday")).toMatchObject({ status: 201, batch: 4 });
  });

  it("belongs to a token", async () => {
    const { post, store } = taking();
    store.createToken({ name: "other", hash: createHash("sha256").update("other").digest("hex"), created_at: "2025-03-01T00:00:00.000Z" });
    await post("monday");
    expect(await post("monday", { token: "other", body: rows(51) })).toMatchObject({ status: 201, batch: 5 });
  });

  it("is taken once where it comes twice at once", async () => {
    const { post, take } = taking();
    const [one, two] = await Promise.all([post("monday"), post("monday")]);
    expect([one, two].map(({ batch, replayed }) => [batch, replayed])).toEqual([
      [4, false],
      [4, true],
    ]);
    expect(take).toHaveBeenCalledTimes(1);
  });

  it("is remembered by another server over the same store", async () => {
    const { post, store } = taking();
    const first = await post("monday");
    const again = taking(store);
    expect(await again.post("monday")).toEqual({ ...first, replayed: true });
    expect(again.take).not.toHaveBeenCalled();
  });

  it("is forgotten after a day", async () => {
    const { post, clock } = taking();
    await post("monday");
    clock.now += 23 * HOUR;
    expect(await post("monday")).toMatchObject({ batch: 4 });
    clock.now += HOUR + 60_000;
    expect(await post("monday", { body: rows(51) })).toMatchObject({ status: 201, batch: 5 });
  });

  it("is not used up by a dry run, nor by a batch that was rejected", async () => {
    const { post } = taking();
    expect((await post("monday", { query: "?dry_run=true" })).status).toBe(200);
    expect((await post("monday", { body: rows(-1) })).status).toBe(422);
    expect(await post("monday")).toMatchObject({ status: 201, batch: 4, replayed: false });
  });

  it.each(["", "two words", "schlüssel", "x".repeat(256)])("is no key: %j", async (key) => {
    const { post, take } = taking();
    expect((await post(key)).status).toBe(400);
    expect(take).not.toHaveBeenCalled();
  });
});
