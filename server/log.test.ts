import { describe, expect, it } from "vitest";
import { NOW, SIGNUPS, servedApp, servedStore } from "./app.fixture.ts";
import { readConfig } from "./config.ts";
import { createLog } from "./log.ts";

const TOKEN = "surge_0123456789abcdefghijABCDEFGHIJ-_0123456789x";

function logging(given: Parameters<typeof servedApp>[0] = {}) {
  const lines: string[] = [];
  const log = createLog("debug", { write: (line) => lines.push(line) });
  return { ...servedApp({ ...given, log, now: () => NOW }), lines, log };
}

describe("the log", () => {
  it("is one JSON object a line, under the id of the request", async () => {
    const { get, lines } = logging();
    await get("/api/v1/catalog", { "X-Request-Id": "mine" });
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ request: "mine", method: "GET", path: "/api/v1/catalog", status: 200, ms: expect.any(Number) }),
    ]);
  });

  it("never holds a token, wherever somebody puts it", async () => {
    const broken = Object.assign(servedStore(), {
      vintage: () => {
        throw new Error(`cannot read for ${TOKEN}`, { cause: new Error("Authorization: Bearer another.token+x/y==") });
      },
    });
    const { app, lines, log } = logging({ store: broken, config: readConfig({ SURGE_ACCESS: "private" }) });
    const headers = { Authorization: `Bearer ${TOKEN}`, "X-Request-Id": TOKEN, "Idempotency-Key": TOKEN, "Content-Type": TOKEN };
    for (const method of ["GET", "POST", "DELETE"])
      for (const path of ["/api/v1/snapshots", `/api/v1/series?token=${TOKEN}`, `/${TOKEN}`, `/api/v1/${TOKEN}`])
        await app.request(path, { method, headers });
    const open = logging({ store: broken });
    await open.app.request(SIGNUPS, { headers });
    log.warn({ [TOKEN]: TOKEN, deep: { list: [`bearer ${TOKEN}`] } }, TOKEN);
    const all = [...lines, ...open.lines].join("");
    expect([lines.length, open.lines.length]).toEqual([13, 2]);
    expect(all).toContain('"path":"/api/v1/…"');
    expect(all).toContain("cannot read for …");
    expect(all).not.toContain("0123456789abc");
    expect(all).not.toContain("another.token");
    for (const line of [...lines, ...open.lines]) expect(() => JSON.parse(line)).not.toThrow();
  });
});
