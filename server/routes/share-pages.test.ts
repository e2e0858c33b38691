import { describe, expect, it } from "vitest";
import { servedStore } from "../app.fixture.ts";
import type { Draw } from "../image/messages.ts";
import type { ClientFiles } from "../pages.ts";
import { SIGNUPS_VIEW, sharingApp } from "../share.fixture.ts";
import { event, FIGURE, origin, snapshot } from "../store/store.fixture.ts";

const DAY_MS = 86_400_000;

/** The pages as they are built: without them, as while they are developed, a link leads on to somebody else's. */
const client: ClientFiles = new Map([
  [
    "/index.html",
    {
      ...{ type: "text/html; charset=utf-8", etag: "built", hashed: false, compressed: {} },
      body: new TextEncoder().encode(
        '<!doctype html><html lang="en"><head><title>RedNote Surge</title></head><body><div id="app"></div></body></html>',
      ),
    },
  ],
]);
const draw: Draw = async () => new TextEncoder().encode("<p>painted</p>");

type Sharing = ReturnType<typeof sharingApp>;

/** The view of RedNote in the US, and how anything else may be written. */
const RANGE = "v=1&metric=signups&platforms=rednote&from=2025-01-11&to=2025-01-13";
const OTHERS = ["8765432", "8,765,432", "8.8M", "7654321", "7,654,321", "7.7M", "Other Desk", "An event of elsewhere"];

/** A store that has more than the view shows: another metric, and a figure and an event of another platform and country. */
function withOthers() {
  const store = servedStore();
  const batch = store.open(origin("2025-03-02T10:00:00.000Z", "77"));
  batch.add([snapshot("2025-01-12", 8_765_432, { metric: "downloads" }), snapshot("2025-01-12", 8_765_432, { platform: "tiktok" })]);
  batch.put({
    figures: [
      {
        ...FIGURE,
        id: "rf777",
        platform: "tiktok",
        country: "FR",
        metric_id: "signups",
        value: 7_654_321,
        publisher: "Other Desk",
        data_provider: "Other Desk",
      },
    ],
    events: [{ ...event("elsewhere", "2025-01-12"), title: "An event of elsewhere", platforms: ["tiktok"], countries: ["FR"] }],
  });
  batch.commit();
  return store;
}

/** What programs find in the HTML of a page, by name. */
function tagsOf(html: string): Record<string, string> {
  const tags = [...html.matchAll(/<(?:meta|link) (?:name|property|rel)="([^"]+)" (?:[^>]*? )?(?:content|href)="([^"]*)"/g)];
  return Object.fromEntries(tags.map(([, name, value]) => [name, (value ?? "").replaceAll("&amp;", "&")]));
}

describe("the page of a short link", () => {
  it("is that of its view, with the link's own image, files and name in its head, and the view for the address bar", async () => {
    const { make, get } = sharingApp({ SURGE_ORIGIN: "https://surge.example" }, { client, draw });
    const slug = await make({ view: SIGNUPS_VIEW, pinned: true });
    const link = `https://surge.example/s/${slug}`;
    const answer = await get(`/s/${slug}?theme=dark&utm_source=chat`);
    const html = await answer.text();
    const tags = tagsOf(html);
    expect([answer.status, answer.headers.get("Cache-Control"), answer.headers.get("X-Robots-Tag")]).toEqual([
      200,
      "private, no-store",
      "noindex",
    ]);
    expect([tags["og:url"], tags.canonical, tags["og:image"], tags["twitter:image"]]).toEqual([link, link, `${link}.png`, `${link}.png`]);
    expect(html).toContain("<title>Growth: RedNote, signups");
    expect(tags.description).toContain("RedNote in the US");
    expect(tags["share-address"]).toBe(`/growth?${SIGNUPS_VIEW}&vintage=3&theme=dark`);
    expect(html).toContain(`/oembed?url=${encodeURIComponent(link)}&amp;format=json`);
    expect(html).toContain(`"contentUrl":"${link}.csv"`);
    expect(html).toContain('<div id="app"><p>painted</p></div>');
    expect(html).toContain('<html lang="en" data-theme="dark"');
    // Who makes a preview asks again for what `og:url` names: in the same language.
    const chinese = tagsOf(await (await get(`/s/${slug}?lang=zh`)).text());
    expect([chinese["og:url"], chinese["og:image"]]).toEqual([`${link}?lang=zh`, `${link}.png?lang=zh`]);
    expect(chinese["share-address"]).toBe(`/growth?${SIGNUPS_VIEW}&vintage=3&lang=zh`);
    // The view's own address names nothing of the link.
    expect(await (await get(`/growth?${SIGNUPS_VIEW}&vintage=3`)).text()).not.toContain(slug);
  });

  it("names nothing of what it showed once it has ended, neither itself nor its image, file or embed", async () => {
    const { make, get, ask } = sharingApp({}, { client, draw });
    const pages = ["growth", "story", "evidence"];
    for (const page of pages) {
      const slug = await make({ view: SIGNUPS_VIEW, page });
      const tags = tagsOf(await (await get(`/s/${slug}`)).text());
      expect((await get(new URL(tags["og:image"] ?? "").pathname)).status).toBe(200);
      await ask("DELETE", `/api/v1/shares/${slug}`);
      const ended = await get(`/s/${slug}`);
      expect([ended.status, tagsOf(await ended.text())["og:image"]]).toEqual([410, undefined]);
      for (const file of [".png", ".svg", ".csv", ".json", "/embed"]) expect((await get(`/s/${slug}${file}`)).status).toBe(410);
      const listed = (await (await ask("GET", `/api/v1/shares/${slug}`)).json()).visits;
      expect(listed).toEqual([{ day: "2025-03-03", visits: 1 }]);
    }
  });

  it.each(["growth", "map", "countries", "topics", "evidence"])(
    "to %s says of itself where access is private what it says where it is public, and nothing that the link does not show",
    async (page) => {
      const [open, closed] = ["public", "private"].map((access) =>
        sharingApp({ SURGE_ACCESS: access, SURGE_ORIGIN: "https://surge.example" }, { client, draw, store: withOthers() }),
      ) as [Sharing, Sharing];
      const [there, here] = await Promise.all([open, closed].map(({ make }) => make({ view: RANGE, page, pinned: true })));
      const answer = await closed.get(`/s/${here}`);
      const html = await answer.text();
      const tags = tagsOf(html);
      expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([200, "private, no-store"]);
      expect(tags["share-address"]).toMatch(new RegExp(`^/${page}\\?.*&share=${here}$`));
      expect(tags["og:url"]).toBe(`https://surge.example/s/${here}`);
      for (const other of OTHERS) expect(html).not.toContain(other);
      // Feed, oEmbed and files of a view ask for a token: only those of the link are named.
      expect(html).not.toMatch(/\/(?:feed|oembed|export|chart)[./?]/);
      const { alternate: _feed, "share-address": _address, ...all } = tagsOf(await (await open.get(`/s/${there}`)).text());
      const inPublic = JSON.parse(JSON.stringify(all).replaceAll(there ?? "", here ?? ""));
      const { "share-address": _own, ...inPrivate } = tags;
      const hasChart = page === "growth" || page === "map" || page === "countries";
      // A link to topics or evidence does not show the chart that a public page has for its image.
      const named = ["canonical", "og:site_name", "og:type", "og:url"];
      const titled = { "og:title": page === "topics" ? "Topics · RedNote Surge" : "Evidence · RedNote Surge" };
      expect(inPrivate).toEqual(hasChart ? inPublic : { ...Object.fromEntries(named.map((name) => [name, inPublic[name]])), ...titled });
      expect((await closed.get(`/s/${here}.png`)).status).toBe(hasChart ? 200 : 404);
      for (const [, file] of html.matchAll(/href="(\/s\/[^"]+)"/g))
        expect([file, (await closed.get(file ?? "")).status]).toEqual([file, 200]);
    },
  );

  it("to what is the same whatever the view holds no data where access is private", async () => {
    const { make, get } = sharingApp({ SURGE_ACCESS: "private" }, { client, draw });
    const slug = await make({ view: SIGNUPS_VIEW, page: "data", pinned: true });
    const html = await (await get(`/s/${slug}`)).text();
    expect(tagsOf(html)).toEqual({ "share-address": `/data?${SIGNUPS_VIEW}&vintage=3&share=${slug}` });
    expect(html).toContain("<title>RedNote Surge</title>");
    // The address that the page takes is for the page alone: asked for by itself it holds nothing.
    const own = await make({ view: SIGNUPS_VIEW, pinned: true });
    const { alternate: _feed, ...tags } = tagsOf(await (await get(`/growth?${SIGNUPS_VIEW}&vintage=3&share=${own}`)).text());
    expect(tags).toEqual({});
  });
});

describe("following a share", () => {
  it("leads to the page with the view in its address, as the reader has pages rendered", async () => {
    const { make, get } = sharingApp();
    const slug = await make({ view: SIGNUPS_VIEW, page: "map", pinned: true });
    const answer = await get(`/s/${slug}`);
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, `/map?${SIGNUPS_VIEW}&vintage=3`]);
    expect([answer.headers.get("Cache-Control"), answer.headers.get("Set-Cookie")]).toEqual(["private, no-store", null]);
    const rendered = await get(`/s/${slug}?lang=zh&theme=dark&utm_source=mail`);
    expect(rendered.headers.get("Location")).toBe(`/map?${SIGNUPS_VIEW}&vintage=3&lang=zh&theme=dark`);
    // What is no language or theme does not go into an address.
    expect((await get(`/s/${slug}?lang=%0d%0aX:y&theme=x`)).headers.get("Location")).toBe(`/map?${SIGNUPS_VIEW}&vintage=3`);
  });

  it("is counted by day, and never by who", async () => {
    const { app, ask, make, get, clock, store } = sharingApp();
    const slug = await make({ view: SIGNUPS_VIEW });
    await get(`/s/${slug}`, { "X-Forwarded-For": "203.0.113.7", Cookie: "a=b" });
    await get(`/s/${slug}`);
    await app.request(`/s/${slug}`, { method: "HEAD" });
    await get(`/s/${slug}`, { "Sec-Purpose": "prefetch" });
    clock.now += DAY_MS;
    await get(`/s/${slug}`);
    const visits = [
      { day: "2025-03-03", visits: 2 },
      { day: "2025-03-04", visits: 1 },
    ];
    expect(await (await ask("GET", `/api/v1/shares/${slug}`)).json()).toMatchObject({ visits });
    expect(store.visits(slug)).toEqual(visits);
    expect((await (await ask("GET", "/api/v1/shares")).json()).shares[0]).toMatchObject({ visits: 3, last_visit: "2025-03-04" });
  });

  it("leads to its chart alone where that is framed, is no visit then, and ends with the share", async () => {
    const { make, get, ask, store } = sharingApp();
    const slug = await make({ view: SIGNUPS_VIEW, pinned: true });
    const map = await make({ view: SIGNUPS_VIEW, page: "map" });
    const answer = await get(`/s/${slug}/embed?theme=dark`);
    expect([answer.status, answer.headers.get("Location")]).toEqual([302, `/embed?${SIGNUPS_VIEW}&vintage=3&theme=dark`]);
    expect(store.visits(slug)).toEqual([]);
    expect((await get(`/s/${map}/embed`)).status).toBe(404);
    await ask("DELETE", `/api/v1/shares/${slug}`);
    const ended = await get(`/s/${slug}/embed`);
    expect([ended.status, ended.headers.get("Content-Type")]).toEqual([410, "text/html; charset=UTF-8"]);
    // The page of somebody else shows why there is no chart any more.
    expect([ended.headers.get("X-Frame-Options"), ended.headers.get("Content-Security-Policy")]).toEqual([
      null,
      expect.stringContaining("frame-ancestors *"),
    ]);
    expect((await get(`/s/${slug}`)).headers.get("X-Frame-Options")).toBe("DENY");
  });

  it("goes on for ever without visits", async () => {
    const { make, get, clock } = sharingApp();
    const slug = await make({ view: SIGNUPS_VIEW });
    clock.now += 10_000 * DAY_MS;
    expect((await get(`/s/${slug}`)).status).toBe(302);
  });
});

describe("a link that leads nowhere", () => {
  it("says that it has expired, since when, and leads to the newest data", async () => {
    const { make, get, clock, ask } = sharingApp();
    const slug = await make({ view: SIGNUPS_VIEW, pinned: true, expires_in: "24h" });
    clock.now += DAY_MS - 1;
    expect((await get(`/s/${slug}`)).status).toBe(302);
    clock.now += 1;
    const answer = await get(`/s/${slug}`);
    const page = await answer.text();
    expect([answer.status, answer.headers.get("Content-Type"), answer.headers.get("Cache-Control")]).toEqual([
      410,
      "text/html; charset=UTF-8",
      "private, no-store",
    ]);
    expect(page).toContain("<h1>This link has expired</h1>");
    expect(page).toContain("It was made to last until 4 March 2025 (UTC).");
    expect(page).toContain(`href="/growth?${SIGNUPS_VIEW.replaceAll("&", "&amp;")}"`);
    expect(page).not.toMatch(/style=|<style|<script/);
    expect(answer.headers.get("Content-Security-Policy")).toContain("default-src 'self'");
    // A visit that led nowhere is none.
    expect(await (await ask("GET", `/api/v1/shares/${slug}`)).json()).toMatchObject({ visits: [{ day: "2025-03-04", visits: 1 }] });
  });

  it.each([
    ["", "zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans", "此链接已终止"],
    ["", "fr,en-GB;q=0.5,zh;q=0.2", "en", "This link was ended"],
    ["", "fr", "en", "This link was ended"],
    ["?lang=zh", "en", "zh-Hans", "此链接已终止"],
    ["?lang=en", "zh", "en", "This link was ended"],
  ])("speaks the reader's language: %s and %s", async (query, accepted, tag, title) => {
    const { make, get, ask } = sharingApp();
    const slug = await make({ view: SIGNUPS_VIEW });
    await ask("DELETE", `/api/v1/shares/${slug}`);
    const answer = await get(`/s/${slug}${query}`, { "Accept-Language": accepted });
    const page = await answer.text();
    expect(answer.status).toBe(410);
    expect(page).toContain(`<html lang="${tag}">`);
    expect(page).toContain(`<h1>${title}</h1>`);
    expect(page.includes("lang=zh")).toBe(tag === "zh-Hans");
  });

  it("names no view where access is private", async () => {
    const { make, get, ask } = sharingApp({ SURGE_ACCESS: "private" });
    const slug = await make({ view: SIGNUPS_VIEW });
    await ask("DELETE", `/api/v1/shares/${slug}`);
    const answer = await get(`/s/${slug}`);
    expect([answer.status, (await answer.text()).includes("signups")]).toEqual([410, false]);
  });

  it("was never there", async () => {
    const { get } = sharingApp();
    for (const slug of ["AbCdEfGhIjKlMnOpQrStUv", "x", "%00", "%E0%A4%A", "..%2F..%2Fetc", "<script>", "a".repeat(3000)]) {
      const answer = await get(`/s/${slug}`);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain("<h1>There is no such link</h1>");
    }
  });
});
