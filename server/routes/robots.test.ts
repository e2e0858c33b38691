import { XMLParser } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { servedApp } from "../app.fixture.ts";
import { readConfig } from "../config.ts";

describe("programs that walk the web", () => {
  it("are kept away from data, not from pages and what previews are made of", async () => {
    const response = await servedApp().get("/robots.txt");
    expect([response.status, response.headers.get("Content-Type")]).toEqual([200, "text/plain; charset=UTF-8"]);
    const closed = (await response.text()).split("\n").flatMap((line) => /^Disallow: (.*)$/.exec(line)?.slice(1) ?? []);
    const isClosed = (path: string) => closed.some((one) => path.startsWith(one));
    for (const path of ["/api/v1/series", "/export.csv", "/export/figures.json", "/feed.atom"]) expect(isClosed(path)).toBe(true);
    for (const path of ["/", "/growth?v=1", "/chart.png?v=1", "/s/V1StGXR8_Z5jdHi6B-myTQ", "/embed"]) expect(isClosed(path)).toBe(false);
  });

  it("find the pages, at the address that links carry", async () => {
    const { get } = servedApp({ config: readConfig({ SURGE_ORIGIN: "https://surge.example" }) });
    expect(await (await get("/robots.txt")).text()).toContain("\nSitemap: https://surge.example/sitemap.xml\n");
    const response = await get("/sitemap.xml");
    expect(response.headers.get("Content-Type")).toBe("application/xml");
    const { urlset } = new XMLParser().parse(await response.text());
    const found = urlset.url.map(({ loc }: { loc: string }) => loc);
    expect(found).toContain("https://surge.example/growth");
    expect(found[0]).toBe("https://surge.example/");
  });

  it("find nothing but short links where access is private", async () => {
    const { get } = servedApp({ config: readConfig({ SURGE_ACCESS: "private" }) });
    expect(await (await get("/robots.txt")).text()).toBe("User-agent: *\nAllow: /s/\nDisallow: /\n");
    expect((await get("/sitemap.xml")).status).toBe(404);
  });
});
