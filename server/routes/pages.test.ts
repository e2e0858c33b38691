import { pino } from "pino";
import { describe, expect, it, vi } from "vitest";
import type { PaintOrder } from "../../data/chart/picture-order.ts";
import { PAGE_NAMES, PAGES } from "../../data/model/page.ts";
import { NOW, servedApp, servedStore } from "../app.fixture.ts";
import { readConfig } from "../config.ts";
import type { Draw } from "../image/messages.ts";
import type { ClientFiles } from "../pages.ts";
import { PaintAhead } from "../paint-ahead.ts";
import { Paints } from "../paints.ts";
import { makeShare } from "../sharing.ts";
import { origin, REFERENCE, snapshot } from "../store/store.fixture.ts";
import { Turns } from "../turns.ts";

const HTML = `<!doctype html><html lang="en"><head><meta name="description" content="built" /><title>RedNote Surge</title></head>
<body><div id="app"></div><noscript><p>built</p></noscript></body></html>`;
const file = (type: string, text: string) => ({
  ...{ type, etag: "built", hashed: true, compressed: {} },
  body: new TextEncoder().encode(text),
});
const client: ClientFiles = new Map([
  ["/index.html", { ...file("text/html; charset=utf-8", HTML), hashed: false }],
  ["/assets/chart-C8Q6BqKW.css", file("text/css", "")],
  ["/assets/GrowthPicture-F0LNUHP7.js", file("text/javascript", "")],
  ["/assets/chart.module-F0LNUHP7.js", file("text/javascript", "")],
]);
const VIEW = "v=1&metric=signups&platforms=rednote&from=2025-01-11&to=2025-01-14";

/** An app whose paintings are what was asked for, in words; they are ready when `until` is. */
function served(settings: Record<string, string> = {}) {
  const orders: PaintOrder[] = [];
  const state = { until: Promise.resolve() };
  const draw: Draw = async (job) => {
    const made = job();
    if (made.type !== "page") throw new Error("an image");
    orders.push(made.order);
    await state.until;
    return new TextEncoder().encode(`<p>painted ${made.order.address} ${made.order.data?.catalog.vintage}</p>`);
  };
  const config = readConfig(settings);
  const log = pino({ level: "silent" });
  const store = servedStore();
  const paints = new Paints({ draw, log, patienceMs: 10 });
  const app = servedApp({ client, config, store, draw, paints });
  const page = async (path: string, headers: Record<string, string> = {}) => {
    const response = await app.get(path, headers);
    return { response, html: await response.text() };
  };
  const ingests = new Turns(1);
  const ahead = new PaintAhead({ store, paints, config, log, now: () => NOW, isBusy: () => ingests.isBusy });
  return { ...app, page, orders, state, ahead, ingests };
}

describe("the page of short links", () => {
  it.each(["public", "private"])("comes as it was built where access is %s: it holds nothing", async (access) => {
    const { page, orders } = served({ SURGE_ACCESS: access });
    const { response, html } = await page("/shares?lang=zh");
    expect([response.status, html]).toEqual([200, HTML]);
    expect(orders).toEqual([]);
  });
});

describe("the HTML of a page", () => {
  it("of a growth chart holds what is painted of its view, with the files that it needs", async () => {
    const { page, orders } = served();
    const { html } = await page(`/growth?${VIEW}`);
    expect(html).toContain(`<div id="app"><p>painted /growth?${VIEW} 3</p></div>`);
    expect(html).toContain('<link rel="stylesheet" crossorigin href="/assets/chart-C8Q6BqKW.css">');
    expect(html.match(/modulepreload/g)).toHaveLength(1);
    expect(orders[0]).toMatchObject({ isOld: false, alone: false, language: "en", view: { vintage: "newest" } });
    expect((await page(`/?${VIEW}`)).html).toContain("painted /growth");
    expect(orders).toHaveLength(1);
  });

  it("comes without it where that takes too long, and with it and another tag the next time", async () => {
    const { page, state } = served();
    let finish = () => {};
    state.until = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const bare = await page(`/growth?${VIEW}`);
    expect(bare.html).toContain('<div id="app"></div>');
    expect(bare.html).toContain('<img src="/chart.svg?');
    finish();
    await new Promise((resolve) => setImmediate(resolve));
    const painted = await page(`/growth?${VIEW}`, { "If-None-Match": bare.response.headers.get("ETag") ?? "" });
    expect(painted.html).toContain("<p>painted");
    expect(painted.response.headers.get("Cache-Control")).toBe("public, no-cache");
    const known = await page(`/growth?${VIEW}`, { "If-None-Match": painted.response.headers.get("ETag") ?? "" });
    expect(known.response.status).toBe(304);
  });

  it("of a pinned view says whether there are newer data", async () => {
    const { page, orders } = served();
    await page(`/growth?${VIEW}&vintage=2`);
    await page(`/growth?${VIEW}&vintage=3`);
    expect(orders.map(({ isOld, view }) => [isOld, view.vintage])).toEqual([
      [true, 2],
      [false, 3],
    ]);
  });

  it("is in the language and the theme of the address", async () => {
    const { page, orders } = served();
    const { html } = await page(`/growth?${VIEW}&lang=zh&theme=dark`);
    expect(html).toContain('<html lang="zh-Hans" data-theme="dark"');
    expect(html).toContain("同样内容的数字");
    expect(orders[0]).toMatchObject({ language: "zh", address: `/growth?${VIEW}&lang=zh&theme=dark` });
  });

  it("has the numbers and the files for those who run no script, each value as its kind allows", async () => {
    const { page } = served();
    const { html } = await page(`/growth?${VIEW}`);
    const text = /<noscript>(.*)<\/noscript>/s.exec(html)?.[1] ?? "";
    expect(text).toMatch(/<tr><th scope="row">2025-01-13<\/th><td class="number">35<\/td><\/tr>/);
    expect(text).toMatch(/<tr><th scope="row">2025-01-14<\/th><td class="number"><\/td><\/tr>/);
    for (const link of ["/export.csv?", "/export.json?", "/chart.png?"])
      expect(text).toContain(`href="${link}${VIEW.replaceAll("&", "&amp;")}`);
    expect(text).not.toContain("<h1>");
    const map = (await page(`/map?${VIEW}`)).html;
    expect(map).toMatch(/<noscript><main class="wrap plain"><h1>Map<\/h1>/);
    expect(map).toContain('href="/export/countries.csv?');
  });

  it("has the header alone where no chart is painted: on other pages, of a broken address, of a view that is compared", async () => {
    const { page, orders } = served();
    for (const path of [
      `/map?${VIEW}`,
      `/growth?${VIEW}&interval=fortnight`,
      `/growth?${VIEW}&vintage=2&against=3`,
      `/evidence?v=1&metric=signups&platforms=`,
    ])
      expect((await page(path)).html).toContain(`<div id="app"><p>painted ${path.split("?")[0]}?v=1&metric=signups`);
    expect(orders.map(({ page, data }) => [page, data])).toEqual([
      ["map", null],
      ["growth", null],
      ["growth", null],
      ["evidence", null],
    ]);
    // What a page says without scripts does not wait for that.
    expect((await page("/embed?v=1&metric=signups&interval=fortnight")).html).toContain('<div id="app"></div>');
  });

  it.each([
    [`/map?${VIEW}`, /<tr><th scope="row">US<\/th><td>RedNote<\/td><td class="number">35<\/td><td>2025-01-13<\/td>/],
    [`/countries?${VIEW}&lang=zh`, /<tr><th scope="row">美国<\/th><td>小红书<\/td>/],
    [`/evidence?${VIEW}&platforms=`, /<tr><th scope="row">2025-[^<]*<\/th>.*<a href="https?:[^"]*" rel="noreferrer">/],
    [`/topics?${VIEW}`, /<th scope="col">Finding<\/th>/],
    [`/data?${VIEW}`, /<tr><th scope="row"><a href="\/growth\?[^"]*vintage=3"[^>]*>3<\/a><\/th><td>2025-/],
    [`/method?${VIEW}`, /<h1>Method<\/h1>.*<th scope="col">Published by<\/th>/s],
    [`/story?${VIEW}`, /<h1>How did people move from TikTok to RedNote/],
  ])("of %s says in rows what the page shows, for those who run no script", async (path, row) => {
    const { page } = served();
    const text = /<noscript>(.*)<\/noscript>/s.exec((await page(path)).html)?.[1] ?? "";
    expect(text).toMatch(row);
    expect(text.match(/<h1>/g)).toHaveLength(1);
    expect(text).toContain('href="/export.csv?');
  });

  it("holds nothing where access is private", async () => {
    const { page, orders, ahead } = served({ SURGE_ACCESS: "private" });
    const { html } = await page(`/growth?${VIEW}`);
    expect(html).toContain("<noscript><p>built</p></noscript>");
    vi.useFakeTimers();
    ahead.begin();
    await vi.advanceTimersByTimeAsync(3000);
    vi.useRealTimers();
    expect(orders).toEqual([]);
  });
});

describe("what is painted ahead", () => {
  it("is the view of each share, anew with each batch and share, and nothing otherwise", async () => {
    const { ahead, orders, store } = served();
    const share = (pinned: boolean) => makeShare({ view: VIEW, pinned, page: "growth" }, { store, now: NOW, owner: "nightly", origin: "" });
    const painted = () => orders.splice(0).map(({ address, isOld, data }) => [address, isOld, data?.catalog.vintage]);
    await ahead.look();
    await share(true);
    await ahead.look();
    expect(painted()).toEqual([[`/growth?${VIEW}&vintage=3`, false, 3]]);
    await ahead.look();
    await share(false);
    await ahead.look();
    expect(painted()).toEqual([[`/growth?${VIEW}`, false, 3]]);
    const batch = store.open(origin("2025-03-04T09:00:00.000Z", "04"));
    batch.add([snapshot("2025-01-14", 36)]);
    batch.commit();
    await ahead.look();
    // The pinned one is old now, and says so.
    expect(painted()).toEqual([
      [`/growth?${VIEW}`, false, 4],
      [`/growth?${VIEW}&vintage=3`, true, 3],
    ]);
  });

  it("waits for an ingest to end, and is looked at each second", async () => {
    const { ahead, orders, ingests, store } = served();
    await makeShare({ view: VIEW, pinned: true, page: "growth" }, { store, now: NOW, owner: "nightly", origin: "" });
    vi.useFakeTimers();
    ahead.begin();
    let end = () => {};
    const ingest = ingests.take(() => new Promise<void>((resolve) => (end = resolve)));
    await vi.advanceTimersByTimeAsync(3000);
    expect(orders).toEqual([]);
    end();
    await ingest;
    await vi.advanceTimersByTimeAsync(1000);
    ahead.end();
    vi.useRealTimers();
    expect(orders).toHaveLength(1);
  });

  it("is there when it is asked for, also the first view of each page", async () => {
    const { ahead, page, orders, store } = served();
    const batch = store.open({ ...origin("2025-03-04T09:00:00.000Z", "04"), channel: "reference", name: "reference" });
    const [metric] = REFERENCE.metrics ?? [];
    batch.put({ metrics: [{ ...metric, id: "daily_active_users" } as never] });
    batch.commit();
    await ahead.look();
    expect(orders.map((order) => order.page)).toEqual(PAGE_NAMES);
    expect((await page("/growth")).html).toContain("painted /growth?v=1 4");
    for (const path of ["/", ...Object.values(PAGES)]) expect((await page(path)).html).toContain("<p>painted ");
    expect(orders).toHaveLength(PAGE_NAMES.length);
  });
});

describe("an address with a slash at the end", () => {
  it("leads to the page, with what it asked for", async () => {
    const { get } = servedApp({ client });
    for (const [path, to] of [
      ["/growth/?v=1&interval=week", "/growth?v=1&interval=week"],
      ["/shares/", "/shares"],
      ["/s/V1StGXR8_Z5jdHi6B-myTQ/", "/s/V1StGXR8_Z5jdHi6B-myTQ"],
    ] as const) {
      const response = await get(path);
      expect([response.status, response.headers.get("Location")]).toEqual([301, to]);
    }
    for (const path of ["//growth/", "//elsewhere.example/", "/nowhere/", "/api/v1/catalog/", "/growth//"])
      expect((await get(path)).status).toBe(404);
  });
});
