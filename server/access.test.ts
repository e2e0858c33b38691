import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { NOW, servedApp } from "./app.fixture.ts";
import type { NewToken, Scope } from "./store/store.ts";

const ingest = () =>
  Promise.resolve({
    ...{ batch: 4, vintage: 4, rows: 1, inserted: 1, revised: 0, unchanged: 0, retracted: 0, rejected: 0 },
    errors: [],
    replayed: false,
  });

/** Sends a batch with a token of some kind; the token is its name. */
function sending(given: Partial<NewToken> = {}, revoked_at?: string) {
  const { app, store, logged } = servedApp({ ingest });
  store.createToken({
    name: "mine",
    hash: createHash("sha256").update("mine").digest("hex"),
    created_at: "2025-03-01T09:00:00.000Z",
    ...given,
  });
  if (revoked_at) store.revokeToken("mine", revoked_at);
  const headers = { "Content-Type": "text/csv", Authorization: "Bearer mine" };
  const send = () => app.request("/api/v1/snapshots", { method: "POST", headers, body: "date\n" });
  return { send, store, logged };
}

describe("a token", () => {
  it.each([[["ingest"]], [["read", "ingest"]], [["admin"]]] as [Scope[]][])("for %j may send a batch", async (scopes) => {
    expect((await sending({ scopes }).send()).status).toBe(201);
  });

  it.each([[["read"]], [["share"]], [["read", "share"]]] as [Scope[]][])("for %j may not, and is told which one may", async (scopes) => {
    const response = await sending({ scopes }).send();
    expect(response.status).toBe(403);
    expect(response.headers.get("WWW-Authenticate")).toBe('Bearer realm="RedNote Surge", error="insufficient_scope", scope="ingest"');
    const { type, detail } = await response.json();
    expect(type).toBe("urn:rednote-surge:problem:scope-needed");
    expect(detail).toContain(`is for ${scopes.join(", ")}; this needs one for ingest`);
  });

  it("that was revoked is refused, and says when that was", async () => {
    const response = await sending({}, "2025-03-02T10:00:00.000Z").send();
    expect(response.status).toBe(401);
    expect(response.headers.get("WWW-Authenticate")).toBe('Bearer realm="RedNote Surge", error="invalid_token"');
    expect((await response.json()).detail).toContain("was revoked on 2025-03-02");
  });

  it("works until it expires and not a moment longer", async () => {
    expect((await sending({ expires_at: new Date(NOW + 1).toISOString() }).send()).status).toBe(201);
    const late = await sending({ expires_at: new Date(NOW).toISOString() }).send();
    expect(late.status).toBe(401);
    expect((await late.json()).errors).toEqual([
      { field: "Authorization", code: "expired_token", detail: "This token was good until 2025-03-03 12:00 UTC." },
    ]);
  });

  it("leaves behind when it was used, not at once", async () => {
    const { send, store } = sending();
    await send();
    const used = () => store.tokens().find(({ name }) => name === "mine")?.last_used_at;
    expect(used()).toBeNull();
    await expect.poll(used, { timeout: 5000 }).toBe(new Date(NOW).toISOString());
  });

  it("that is refused leaves no use behind", async () => {
    const { send, store } = sending({ scopes: ["read"] });
    await send();
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(store.tokens().map(({ last_used_at }) => last_used_at)).toEqual([null, null]);
  });
});
