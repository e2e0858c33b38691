import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { SECRET, SIGNUPS, servedApp } from "./app.fixture.ts";
import { readConfig } from "./config.ts";

const PRIVATE = readConfig({ SURGE_ACCESS: "private" });

function privately() {
  const served = servedApp({ config: PRIVATE });
  for (const scope of ["read", "admin", "share"] as const)
    served.store.createToken({
      name: scope,
      hash: createHash("sha256").update(`${scope}-token`).digest("hex"),
      created_at: "2025-03-01T00:00:00.000Z",
      scopes: [scope],
    });
  const as = (path: string, token: string) => served.get(path, { Authorization: `Bearer ${token}` });
  return { ...served, as };
}

/** Everything that tells data, as the app declares it. */
function reads(): string[] {
  const { app } = servedApp();
  const paths = app.routes.filter(({ method, path }) => method === "GET" && path.startsWith("/api/")).map(({ path }) => path);
  return [...new Set(paths)].map((path) => path.replace(/:\w+(\{[^}]*\})?/g, "1"));
}

describe("private access", () => {
  it.each([...reads(), "/metrics", "/api/v1/nothing"])("answers %s to nobody without a token", async (path) => {
    const { get, app } = privately();
    const response = await get(path);
    expect(response.status).toBe(401);
    expect(response.headers.get("WWW-Authenticate")).toMatch(/^Bearer /);
    expect(await response.json()).toMatchObject({ type: "urn:rednote-surge:problem:token-needed" });
    expect((await app.request(path, { method: "HEAD" })).status).toBe(401);
  });

  it("answers to a token for reading, and lets nobody on the way keep it", async () => {
    const { as } = privately();
    for (const token of ["read-token", "admin-token"]) {
      const response = await as(`${SIGNUPS}&vintage=2`, token);
      expect([response.status, response.headers.get("Cache-Control")]).toEqual([200, "private, no-store"]);
      expect((await as("/metrics", token)).status).toBe(200);
    }
  });

  it("says to another token that it is not for reading", async () => {
    const { as } = privately();
    for (const token of [SECRET, "share-token"]) {
      const response = await as(SIGNUPS, token);
      expect([response.status, (await response.json()).type]).toEqual([403, "urn:rednote-surge:problem:scope-needed"]);
    }
  });

  it("lets who may ingest have what was left out of a batch", async () => {
    const { as } = privately();
    const response = await as("/api/v1/batches/2/rejected", SECRET);
    expect([response.status, response.headers.get("Cache-Control")]).toEqual([200, "private, no-store"]);
    expect((await as("/api/v1/batches/2/rejected", "read-token")).status).toBe(403);
  });

  it("still says that it is alive and ready", async () => {
    const { get } = privately();
    for (const path of ["/healthz", "/readyz"]) expect((await get(path)).status).toBe(200);
  });
});

describe("an address that asks too often", () => {
  const incoming = (remoteAddress: string) => ({ socket: { remoteAddress }, headers: {} }) as unknown as IncomingMessage;

  it("is sent away for a while; others are not, nor who asks whether the server is alive", async () => {
    const { app } = servedApp({ config: readConfig({ SURGE_ADDRESS_RATE: "2" }) });
    const ask = (path: string, address: string) => app.request(path, {}, { incoming: incoming(address) });
    for (let time = 0; time < 2; time++) expect((await ask("/api/v1/catalog", "192.0.2.1")).status).toBe(200);
    const refused = await ask("/api/v1/catalog", "192.0.2.1");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(50);
    expect(await refused.json()).toMatchObject({
      type: "urn:rednote-surge:problem:too-many-requests",
      detail: expect.stringContaining("One address may make 2 requests in a minute."),
    });
    expect((await ask("/api/v1/catalog", "192.0.2.2")).status).toBe(200);
    for (let time = 0; time < 5; time++) expect((await ask("/healthz", "192.0.2.1")).status).toBe(200);
  });
});
