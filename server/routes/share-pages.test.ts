import { describe, expect, it } from "vitest";
import type { Draw } from "../image/messages.ts";
import type { ClientFiles } from "../pages.ts";
import { SIGNUPS_VIEW, sharingApp } from "../share.fixture.ts";

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

  it("holds no data where access is private, and the address that admits to them", async () => {
    const { make, get } = sharingApp({ SURGE_ACCESS: "private" }, { client, draw });
    const slug = await make({ view: SIGNUPS_VIEW, pinned: true });
    const answer = await get(`/s/${slug}`);
    const html = await answer.text();
    expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([200, "private, no-store"]);
    expect(tagsOf(html)).toEqual({ "share-address": `/growth?${SIGNUPS_VIEW}&vintage=3&share=${slug}` });
    expect(html).toContain("<title>RedNote Surge</title>");
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
