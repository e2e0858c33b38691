import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { describe, expect, it, vi } from "vitest";
import { createAnswers, matches } from "./answers.ts";

const LONG = JSON.stringify(Array.from({ length: 2000 }, (_, index) => index));

function served(setting?: Parameters<typeof createAnswers>[0]) {
  const make = vi.fn(() => LONG);
  const answers = createAnswers(setting);
  const app = new Hono().get("/:key", (c) =>
    answers.answer(c, { key: c.req.param("key"), type: "application/json", pinned: c.req.param("key") === "pinned", make }),
  );
  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
  return { get, make };
}

describe("an answer", () => {
  it("travels in the encoding that the client takes, and says so", async () => {
    const { get } = served();
    const plain = await get("/a");
    const brotli = await get("/a", { "Accept-Encoding": "gzip, br" });
    const gzip = await get("/a", { "Accept-Encoding": "gzip" });
    expect(await plain.text()).toBe(LONG);
    expect(brotliDecompressSync(await brotli.arrayBuffer()).toString()).toBe(LONG);
    expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(LONG);
    expect([plain, brotli, gzip].map((one) => one.headers.get("Content-Encoding"))).toEqual([null, "br", "gzip"]);
    expect(new Set([plain, brotli, gzip].map((one) => one.headers.get("ETag"))).size).toBe(3);
    expect(brotli.headers.get("Vary")).toBe("Accept-Encoding");
  });

  it("is given again by what stands in front, unless another may soon take its place", async () => {
    const given: string[] = [];
    const answers = createAnswers({ onAnswer: (c) => given.push(c.req.path) });
    const app = new Hono().get("/:key", (c) => {
      const key = c.req.param("key");
      return answers.answer(c, { key, type: "text/html", pinned: false, passing: key === "passing", make: () => LONG });
    });
    await app.request("/passing");
    await app.request("/a");
    expect(given).toEqual(["/a"]);
  });

  it("is made once an encoding, however many ask at once", async () => {
    const { get, make } = served();
    await Promise.all(Array.from({ length: 20 }, () => get("/a", { "Accept-Encoding": "br" })));
    await get("/a", { "Accept-Encoding": "br" });
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("is made again where it was too much to keep, with the same tag", async () => {
    const { get, make } = served({ bytes: LONG.length });
    const [first, second] = [await get("/a"), await get("/a")];
    expect(make).toHaveBeenCalledTimes(2);
    expect(second.headers.get("ETag")).toBe(first.headers.get("ETag"));
  });

  it("is 304 without a body to who has it", async () => {
    const { get } = served();
    const etag = (await get("/a")).headers.get("ETag") ?? "";
    const again = await get("/a", { "If-None-Match": `"other", W/${etag}` });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    expect(again.headers.get("ETag")).toBe(etag);
    expect((await get("/a", { "If-None-Match": '"other"' })).status).toBe(200);
  });

  it("is asked for anew each time, unless it is pinned", async () => {
    const { get } = served();
    expect((await get("/a")).headers.get("Cache-Control")).toBe("public, no-cache");
    expect((await get("/pinned")).headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
  });

  it("is kept by nobody on the way where access is private", async () => {
    const { get } = served({ isPrivate: true });
    for (const path of ["/a", "/pinned"]) expect((await get(path)).headers.get("Cache-Control")).toBe("private, no-store");
  });

  it("forgets what failed", async () => {
    const answers = createAnswers();
    let fails = true;
    const make = () => {
      if (fails) throw new Error("the store is gone");
      return "{}";
    };
    const app = new Hono().get("/", (c) => answers.answer(c, { key: "a", type: "application/json", pinned: false, make }));
    app.onError((error, c) => c.text(error.message, 500));
    expect(await (await app.request("/")).text()).toBe("the store is gone");
    fails = false;
    expect((await app.request("/")).status).toBe(200);
  });
});

describe("matches", () => {
  it.each([
    [undefined, false],
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ["*", true],
    ['"b"', false],
    ["", false],
  ])("If-None-Match %s: %s", (header, expected) => {
    expect(matches(header, '"a"')).toBe(expected);
  });
});
