import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { servedApp } from "./app.fixture.ts";
import { loadClient } from "./pages.ts";

const folder = mkdtempSync(join(tmpdir(), "surge-pages-"));
afterAll(() => rmSync(folder, { recursive: true }));

const SCRIPT = "console.log('a chart');".repeat(100);
mkdirSync(join(folder, "assets"));
mkdirSync(join(folder, ".vite"));
writeFileSync(join(folder, "index.html"), "<!doctype html><head><title>RedNote Surge</title></head>");
writeFileSync(join(folder, "assets/main-1a2b3c.js"), SCRIPT);
writeFileSync(join(folder, "assets/main-1a2b3c.js.br"), brotliCompressSync(SCRIPT));
writeFileSync(join(folder, ".vite/manifest.json"), "{}");

const { get } = servedApp({ client: loadClient(folder) });
const NAVIGATION = { Accept: "text/html,*/*;q=0.8" };

describe("the pages", () => {
  it.each(["/", "/growth", "/embed", "/method", "/growth?metric=signups"])("%s is the page, asked for anew each time", async (path) => {
    const response = await get(path, NAVIGATION);
    expect([response.status, response.headers.get("Cache-Control")]).toEqual([200, expect.stringMatching(/no-cache$/)]);
    expect(await response.text()).toContain("RedNote Surge");
    const etag = response.headers.get("ETag") ?? "";
    expect((await get(path, { "If-None-Match": etag })).status).toBe(304);
  });

  it("links to the feed of its view, and says how another page shows its chart", async () => {
    const response = await get("/growth?interval=week&countries=GB&lang=zh");
    expect(response.headers.get("Content-Encoding")).toBeNull();
    const html = await response.text();
    expect(html).toContain('type="application/atom+xml"');
    expect(html).toContain('href="http://localhost/feed.atom?v=1&amp;countries=GB&amp;interval=week&amp;lang=zh"');
    const chart = encodeURIComponent("http://localhost/growth?v=1&countries=GB&interval=week&lang=zh");
    expect(html).toContain(`href="http://localhost/oembed?url=${chart}&amp;format=json"`);
    expect(await (await get("/?v=1")).text()).toContain("application/json+oembed");
    expect(await (await get("/map?v=1")).text()).toMatch(/feed\.atom(?!.*oembed)/);
    for (const path of ["/", "/story?v=1", "/evidence?v=1&platforms="])
      expect(await (await get(path)).text()).toMatch(/\/feed\.atom\?v=1"(?!.*oembed)/);
    for (const path of ["/method", "/data?v=1", "/embed?v=1"]) expect(await (await get(path)).text()).not.toContain("alternate");
  });

  it("takes nothing of an address for HTML", async () => {
    const html = await (await get(`/growth?search=${encodeURIComponent('"><script>$&')}`)).text();
    expect(html).not.toContain("<script>");
    expect(html.match(/<\/head>/g)).toHaveLength(1);
  });

  it("keeps hashed files for ever, packed where the browser takes it", async () => {
    const plain = await get("/assets/main-1a2b3c.js");
    expect(await plain.text()).toBe(SCRIPT);
    expect(plain.headers.get("Content-Type")).toBe("text/javascript; charset=utf-8");
    expect(plain.headers.get("Cache-Control")).toContain("immutable");
    const packed = await get("/assets/main-1a2b3c.js", { "Accept-Encoding": "gzip, br" });
    expect(packed.headers.get("Content-Encoding")).toBe("br");
    expect(brotliDecompressSync(await packed.arrayBuffer()).toString()).toBe(SCRIPT);
    expect(packed.headers.get("ETag")).not.toBe(plain.headers.get("ETag"));
    expect((await get("/assets/main-1a2b3c.js", { "Accept-Encoding": "gzip" })).headers.get("Content-Encoding")).toBeNull();
  });

  it("answers 404 to what is not there: the page to a person, a problem to a program", async () => {
    const person = await get("/grwth", NAVIGATION);
    expect([person.status, person.headers.get("Content-Type")]).toEqual([404, "text/html; charset=utf-8"]);
    const program = await get("/grwth");
    expect([program.status, program.headers.get("Content-Type")]).toEqual([404, "application/problem+json"]);
    expect((await get("/api/v1/grwth", NAVIGATION)).headers.get("Content-Type")).toBe("application/problem+json");
  });

  it.each(["/.vite/manifest.json", "/assets/main-1a2b3c.js.br", "/assets/../../package.json", "/%2e%2e/package.json", "/assets", "/index"])(
    "does not serve %s",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it("says what to do where the pages are not built", () => {
    expect(() => loadClient(join(folder, "nowhere"))).toThrow("Run `npm run build`.");
  });
});
