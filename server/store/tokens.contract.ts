import { describe, expect, it } from "vitest";
import { origin, REFERENCE } from "./store.fixture.ts";
import { type Change, type KeptReceipt, NameTakenError, type OpenBatch, type Store, StoreBusyError, type Token } from "./store.ts";

const NEW = { name: "desk", hash: "f00", created_at: "2025-03-01T00:00:00.000Z" };
const TOKEN: Token = { ...NEW, scopes: ["ingest"], expires_at: null, revoked_at: null, last_used_at: null };
const KEPT = { token: "desk", key: "monday", request: "aa", receipt: '{"batch":7}', kept_at: "2025-03-03T00:00:00.000Z" };
const LONG_AGO = "2025-01-01T00:00:00.000Z";

/** Keeps a receipt as the batch of its request does. */
function keep(store: Store, kept: KeptReceipt, since: string, fill: (batch: OpenBatch) => void = () => {}): Change {
  const batch = store.open(origin());
  fill(batch);
  return batch.commit({ keeping: { of: () => kept, since } });
}

/** What the contract says of tokens, and of receipts that belong to them. */
export function describeTokens(open: () => Store): void {
  describe("tokens", () => {
    it("are kept by name and found by hash", () => {
      const store = open();
      store.createToken(NEW);
      expect(store.tokenByHash("f00")).toEqual(TOKEN);
      expect(store.tokenByHash("bar")).toBeUndefined();
      expect(() => store.createToken({ ...NEW, hash: "f01" })).toThrow(NameTakenError);
      expect(store.tokenByHash("f01")).toBeUndefined();
    });

    it("keep their scopes and the moment at which they expire, and are listed by name", () => {
      const store = open();
      const reader = { ...NEW, name: "reader", hash: "f01", scopes: ["read", "share"] as const, expires_at: "2027-01-01T00:00:00.000Z" };
      store.createToken(reader);
      store.createToken(NEW);
      expect(store.tokens()).toEqual([TOKEN, { ...TOKEN, ...reader }]);
    });

    it("are known when they are revoked, and keep their name", () => {
      const store = open();
      store.createToken(NEW);
      expect(store.revokeToken("desk", "2025-03-02T00:00:00.000Z")).toBe(true);
      expect(store.revokeToken("desk", "2025-03-03T00:00:00.000Z")).toBe(true);
      expect(store.revokeToken("other", "2025-03-03T00:00:00.000Z")).toBe(false);
      expect(store.tokenByHash("f00")).toEqual({ ...TOKEN, revoked_at: "2025-03-02T00:00:00.000Z" });
      expect(() => store.createToken({ ...NEW, hash: "f01" })).toThrow(NameTakenError);
    });

    it("know when they were last used", () => {
      const store = open();
      store.createToken(NEW);
      store.createToken({ ...NEW, name: "idle", hash: "f01" });
      store.touchTokens(new Map([["desk", "2025-03-02T10:00:00.000Z"]]));
      expect(store.tokens().map(({ last_used_at }) => last_used_at)).toEqual(["2025-03-02T10:00:00.000Z", null]);
    });
  });

  describe("a kept receipt", () => {
    it("is found by its token and key, and replaced by a later one", () => {
      const store = open();
      store.createToken(NEW);
      store.createToken({ ...NEW, name: "other", hash: "f01" });
      keep(store, KEPT, LONG_AGO);
      expect(store.keptReceipt("desk", "monday")).toEqual(KEPT);
      expect(store.keptReceipt("other", "monday")).toBeUndefined();
      expect(store.keptReceipt("desk", "tuesday")).toBeUndefined();
      keep(store, { ...KEPT, request: "bb" }, LONG_AGO);
      expect(store.keptReceipt("desk", "monday")?.request).toBe("bb");
    });

    it("is forgotten when it is old", () => {
      const store = open();
      store.createToken(NEW);
      keep(store, KEPT, LONG_AGO);
      keep(store, { ...KEPT, key: "tuesday", kept_at: "2025-03-04T00:00:00.000Z" }, "2025-03-03T12:00:00.000Z");
      expect(store.keptReceipt("desk", "monday")).toBeUndefined();
      expect(store.keptReceipt("desk", "tuesday")).toBeDefined();
    });

    it("knows the change that it is of, and is kept with it or not at all", () => {
      const store = open();
      store.createToken(NEW);
      const seen: Change[] = [];
      const commit = (fails: boolean) => {
        const batch = store.open(origin());
        batch.put(REFERENCE);
        const of = (change: Change) => {
          seen.push(change);
          if (fails) throw new Error("killed");
          return KEPT;
        };
        return batch.commit({ keeping: { of, since: LONG_AGO } });
      };
      expect(() => commit(true)).toThrow("killed");
      expect([store.vintage(), store.keptReceipt("desk", "monday")]).toEqual([0, undefined]);
      const change = commit(false);
      expect([change.batch, store.vintage(), store.keptReceipt("desk", "monday")]).toEqual([1, 1, KEPT]);
      const nothing = keep(store, { ...KEPT, request: "bb" }, LONG_AGO, (batch) => batch.put(REFERENCE));
      expect([nothing.batch, store.vintage(), store.keptReceipt("desk", "monday")?.request]).toEqual([null, 1, "bb"]);
      expect(seen).toEqual([change, change]);
    });
  });

  it("never waits to note the use of a token", () => {
    const store = open();
    store.createToken(NEW);
    const batch = store.open(origin());
    batch.put(REFERENCE);
    const begin = performance.now();
    const attempt = () => store.touchTokens(new Map([["desk", LONG_AGO]]));
    // Whether an open batch is in the way is the engine's business; to wait for it is nobody's.
    try {
      attempt();
    } catch (error) {
      expect(error).toBeInstanceOf(StoreBusyError);
    }
    expect(performance.now() - begin).toBeLessThan(1000);
    batch.rollback();
    attempt();
    expect(store.tokens()[0]?.last_used_at).toBe(LONG_AGO);
  });
}
