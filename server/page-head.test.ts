import { describe, expect, it } from "vitest";
import { servedApp } from "./app.fixture.ts";
import { readConfig } from "./config.ts";
import type { ClientFiles } from "./pages.ts";

const HTML =
  '<!doctype html><html><head><meta name="description" content="built" /><title>RedNote Surge</title></head><body></body></html>';
const client: ClientFiles = new Map([
  ["/index.html", { type: "text/html; charset=utf-8", etag: "built", hashed: false, body: new TextEncoder().encode(HTML), compressed: {} }],
]);
const VIEW = "v=1&metric=signups&platforms=rednote&from=2025-01-11&to=2025-01-14";

/** The tags of a page by name, and its dataset. */
async function headOf(path: string, settings: Record<string, string> = {}) {
  const { get } = servedApp({ client, config: readConfig(settings) });
  const response = await get(path, { Accept: "text/html" });
  const html = await response.text();
  const tags = Object.fromEntries(
    [...html.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)].map(([, key, value]) => [key, value]),
  );
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
  return { response, html, tags, dataset: json ? JSON.parse(json) : null };
}

describe("the head of a page", () => {
  it("says in its description what the chart says, once, and has the chart of its view as image", async () => {
    const { html, tags } = await headOf(`/growth?${VIEW}`, { SURGE_ORIGIN: "https://surge.example" });
    expect(html.match(/name="description"/g)).toHaveLength(1);
    expect(tags.description).toContain("RedNote");
    expect(tags["og:description"]).toBe(tags.description);
    expect(html).toContain("<title>Growth: RedNote, ");
    expect(tags["og:image"]).toBe(`https://surge.example/chart.png?${VIEW}&vintage=3&width=1200&height=630`.replaceAll("&", "&amp;"));
    expect(tags["og:url"]).toBe(`https://surge.example/growth?${VIEW}`.replaceAll("&", "&amp;"));
    expect(tags["twitter:card"]).toBe("summary_large_image");
  });

  it("is Chinese where the page is, and so is the image that it names", async () => {
    const { html, tags, dataset } = await headOf(`/growth?${VIEW}&lang=zh`);
    expect(html).toContain("<title>增长：小红书，");
    expect(tags["og:description"]).toMatch(/^小红书在美国/);
    expect(tags["og:image"]).toMatch(/&amp;width=1200&amp;height=630&amp;lang=zh$/);
    expect(tags["og:url"]).toMatch(/&amp;lang=zh$/);
    expect(dataset.inLanguage).toBe("zh-Hans");
  });

  it("of a pinned address keeps the vintage", async () => {
    const { tags } = await headOf(`/growth?${VIEW}&vintage=2`);
    expect(tags["og:url"]).toMatch(/vintage=2$/);
    expect(tags["og:image"]).toContain("vintage=2");
  });

  it("has the data as a Dataset with where to take them", async () => {
    const { dataset } = await headOf(`/map?${VIEW}`);
    expect(dataset).toMatchObject({ "@type": "Dataset", version: "3", temporalCoverage: "2025-01-11/2025-01-14", spatialCoverage: ["US"] });
    expect(dataset.distribution[0].contentUrl).toContain(`/export.csv?${VIEW}&vintage=3`);
  });

  it("is that of what the page shows where an address is broken, and none where nothing can be drawn", async () => {
    const { response, tags } = await headOf(`/growth?${VIEW}&interval=fortnight&colour=%22%3E%3Cscript%3E`);
    expect(response.status).toBe(200);
    expect(tags["og:image"]).toContain(VIEW.replaceAll("&", "&amp;"));
    for (const query of [`${VIEW}&vintage=99`, "metric=sighs"])
      expect((await headOf(`/growth?${query}`)).tags).toEqual({ description: "built" });
  });

  it("says nothing where access is private", async () => {
    const { tags, dataset } = await headOf(`/growth?${VIEW}`, { SURGE_ACCESS: "private" });
    expect([tags, dataset]).toEqual([{ description: "built" }, null]);
  });

  it("is made anew when newer data come, and known by its tag until then", async () => {
    const { get } = servedApp({ client });
    const first = await get(`/growth?${VIEW}`);
    expect(first.headers.get("Cache-Control")).toBe("public, no-cache");
    expect((await get(`/growth?${VIEW}`, { "If-None-Match": first.headers.get("ETag") ?? "" })).status).toBe(304);
    expect((await get(`/growth?${VIEW}&vintage=2`)).headers.get("Cache-Control")).toBe("public, no-cache");
  });
});
