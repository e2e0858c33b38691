import { describe, expect, it } from "vitest";
import { servedApp } from "../app.fixture.ts";
import { readConfig } from "../config.ts";
import { SHARE } from "../store/store.fixture.ts";

const HERE = "https://surge.example";
const CHART = `${HERE}/growth?v=1&metric=signups`;

function served(settings: Record<string, string> = {}) {
  const app = servedApp({ config: readConfig({ SURGE_ORIGIN: HERE, ...settings }) });
  const ask = (url: string, more = "") => app.get(`/oembed?url=${encodeURIComponent(url)}${more}`);
  const sourceOf = async (url: string, more = "") => {
    const { html } = await (await ask(url, more)).json();
    return /src="([^"]*)"/.exec(html)?.[1]?.replaceAll("&amp;", "&");
  };
  return { ...app, ask, sourceOf };
}

describe("GET /oembed", () => {
  it("answers a frame of the chart, as oEmbed has it", async () => {
    const response = await served().ask(`${CHART}&interval=day`);
    expect(response.headers.get("Content-Type")).toBe("application/json");
    expect(await response.json()).toEqual({
      version: "1.0",
      type: "rich",
      title: "RedNote Surge: signups, RedNote, TikTok, US",
      provider_name: "RedNote Surge",
      provider_url: `${HERE}/`,
      width: 800,
      height: 860,
      html: `<iframe src="${HERE}/embed?v=1&amp;metric=signups" title="RedNote Surge: signups, RedNote, TikTok, US" width="800" height="860" loading="lazy" style="border:0;max-width:100%"></iframe>`,
      thumbnail_url: `${HERE}/chart.png?v=1&metric=signups&vintage=3&width=1200&height=630`,
      thumbnail_width: 1200,
      thumbnail_height: 630,
      cache_age: 86_400,
    });
  });

  it("has an image that fits into the room there is, or none where that is too small, and ends with a short link", async () => {
    const { ask, store } = served();
    const thumbnail = async (url: string, more: string) => {
      const { thumbnail_url, thumbnail_width, thumbnail_height } = await (await ask(url, more)).json();
      return [thumbnail_url?.slice(HERE.length), thumbnail_width, thumbnail_height];
    };
    expect(await thumbnail(CHART, "&maxwidth=600")).toEqual(["/chart.png?v=1&metric=signups&vintage=3&width=600&height=315", 600, 315]);
    expect(await thumbnail(CHART, "&maxwidth=1000")).toEqual([expect.stringContaining("width=1000&height=525"), 1000, 525]);
    expect(await thumbnail(CHART, "&maxwidth=300")).toEqual([undefined, undefined, undefined]);
    store.createShare(SHARE);
    expect(await thumbnail(`${HERE}/s/${SHARE.slug}`, "")).toEqual([`/s/${SHARE.slug}.png?width=1200&height=630`, 1200, 630]);
  });

  it("is never larger than there is room for", async () => {
    const small = await (await served().ask(CHART, "&maxwidth=400&maxheight=300")).json();
    expect(small).toMatchObject({ width: 400, height: 300 });
    expect(small.html).toContain('width="400" height="300"');
    expect(await (await served().ask(CHART, "&maxwidth=4000")).json()).toMatchObject({ width: 800 });
  });

  it("finds the chart of an embed, of a first address with a view, and of a short link that works", async () => {
    const { ask, sourceOf, store } = served();
    const chart = `${HERE}/embed?v=1&metric=signups`;
    expect(await sourceOf(`${HERE}/embed?metric=signups&theme=dark&lang=zh`)).toBe(`${chart}&lang=zh&theme=dark`);
    expect(await sourceOf(`${HERE}/?v=1&metric=signups`)).toBe(chart);
    store.createShare(SHARE);
    expect(await sourceOf(`${HERE}/s/${SHARE.slug}`)).toBe(`${HERE}/s/${SHARE.slug}/embed`);
    expect(await sourceOf(`${HERE}/s/${SHARE.slug}?theme=dark`)).toBe(`${HERE}/s/${SHARE.slug}/embed?theme=dark`);
    store.revokeShare(SHARE.slug, "2025-03-02T00:00:00.000Z");
    const ended = await ask(`${HERE}/s/${SHARE.slug}`);
    expect([ended.status, (await ended.json()).type]).toEqual([410, "urn:rednote-surge:problem:gone"]);
  });

  it.each([
    "https://elsewhere.example/growth?v=1",
    "http://surge.example/growth?v=1",
    "https://surge.example@elsewhere.example/growth?v=1",
    `${HERE}/`,
    `${HERE}/method?v=1`,
    `${HERE}/s/${SHARE.slug}`,
    "javascript:alert(1)",
    "growth?v=1",
  ])("answers 404 to %s", async (url) => {
    expect((await served().ask(url)).status).toBe(404);
  });

  it("answers 501 to another format, 400 to what means nothing, 401 where access is private", async () => {
    const { ask, get } = served();
    expect((await ask(CHART, "&format=xml")).status).toBe(501);
    for (const more of ["&maxwidth=wide", "&maxheight=0", "&maxwidth=1&maxwidth=2"]) expect((await ask(CHART, more)).status).toBe(400);
    for (const url of [`${HERE}/growth?nonsense=1`, `${HERE}/growth?v=1&metric=nothing`]) expect((await ask(url)).status).toBe(400);
    expect((await get("/oembed")).status).toBe(400);
    expect((await served({ SURGE_ACCESS: "private" }).ask(CHART)).status).toBe(401);
  });
});
