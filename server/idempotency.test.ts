import { createHash } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import type { Receipt } from "../data/model/snapshot.ts";
import { NOW, SECRET, servedApp, servedStore } from "./app.fixture.ts";
import type { Ingest } from "./services.ts";
import { type Store, StoreBusyError } from "./store/store.ts";

const HOUR = 60 * 60 * 1000;

/** An app whose every batch is a new one. */
function taking(store: Store = servedStore(), more: Partial<Receipt> = {}) {
  let batch = 3;
  const clock = { now: NOW };
  const ingest = vi.fn<Ingest>(async ({ body }) => {
    await new Response(body).text();
    batch++;
    return {
      batch,
      vintage: batch,
      rows: 1,
      inserted: 1,
      revised: 0,
      unchanged: 0,
      retracted: 0,
      rejected: 0,
      errors: [],
      replayed: false,
      ...more,
    };
  });
  const { app, logged } = servedApp({ store, ingest, now: () => clock.now });
  const post = async (key: string, { query = "", body = "date\n", token = SECRET, type = "text/csv" } = {}) => {
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": type, "Idempotency-Key": key };
    const response = await app.request(`/api/v1/snapshots${query}`, { method: "POST", headers, body });
    return { status: response.status, ...(await response.json()) };
  };
  return { post, ingest, clock, store, logged };
}

describe("an Idempotency-Key", () => {
  it("gets the first receipt for the same request, which is not taken again", async () => {
    const { post, ingest } = taking();
    const first = await post("monday");
    expect(await post("monday")).toEqual(first);
    expect(first).toMatchObject({ status: 201, batch: 4 });
    expect(ingest).toHaveBeenCalledTimes(1);
    expect(await post("tuesday")).toMatchObject({ status: 201, batch: 5 });
  });

  it.each([
    ["another body", { body: "date,platform\n" }],
    ["another query", { query: "?source=panel" }],
    ["another type", { type: "application/json" }],
  ])("is refused for %s", async (_, other) => {
    const { post, ingest } = taking();
    await post("monday");
    expect(await post("monday", other)).toMatchObject({ status: 422, type: "urn:rednote-surge:problem:key-reused" });
    expect(ingest).toHaveBeenCalledTimes(1);
    expect(await post("monday")).toMatchObject({ status: 201, batch: 4 });
  });

  it("belongs to a token", async () => {
    const { post, store } = taking();
    store.createToken({ name: "other", hash: createHash("sha256").update("other").digest("hex"), created_at: "2025-03-01T00:00:00.000Z" });
    await post("monday");
    expect(await post("monday", { token: "other", body: "date,platform\n" })).toMatchObject({ status: 201, batch: 5 });
  });

  it("is taken once where it comes twice at once", async () => {
    const { post, ingest } = taking();
    const [one, two] = await Promise.all([post("monday"), post("monday")]);
    expect(one).toEqual(two);
    expect(ingest).toHaveBeenCalledTimes(1);
  });

  it("is remembered by another server over the same store", async () => {
    const { post, store } = taking();
    const first = await post("monday");
    const again = taking(store);
    expect(await again.post("monday")).toEqual(first);
    expect(again.ingest).not.toHaveBeenCalled();
  });

  it("is forgotten after a day", async () => {
    const { post, clock } = taking();
    await post("monday");
    clock.now += 24 * HOUR;
    expect(await post("monday")).toMatchObject({ batch: 4 });
    clock.now += 1;
    expect(await post("monday", { body: "other\n" })).toMatchObject({ status: 201, batch: 5 });
  });

  it("is not used up by a dry run, nor by a batch that was rejected", async () => {
    const { post } = taking();
    expect((await post("monday", { query: "?dry_run=true" })).status).toBe(200);
    expect(await post("monday")).toMatchObject({ status: 201, batch: 5 });
    const rejecting = taking(servedStore(), { batch: null, inserted: 0, rejected: 1 });
    expect((await rejecting.post("monday")).status).toBe(422);
    await rejecting.post("monday", { body: "mended\n" });
    expect(rejecting.ingest).toHaveBeenCalledTimes(2);
  });

  it.each(["", "two words", "schlüssel", "x".repeat(256)])("is no key: %j", async (key) => {
    const { post, ingest } = taking();
    expect((await post(key)).status).toBe(400);
    expect(ingest).not.toHaveBeenCalled();
  });

  it("waits for another process that writes", async () => {
    const store = servedStore();
    let tries = 0;
    const keepReceipt: Store["keepReceipt"] = (kept, since) => {
      if (tries++ < 3) throw new StoreBusyError("busy");
      store.keepReceipt(kept, since);
    };
    const busy = new Proxy(store, {
      get: (target, name) => {
        if (name === "keepReceipt") return keepReceipt;
        const value = Reflect.get(target, name, target);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    const { post } = taking(busy);
    expect((await post("monday")).status).toBe(201);
    expect(store.keptReceipt("nightly", "monday")).toBeDefined();
  });
});
