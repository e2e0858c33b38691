import { describe, expect, it } from "vitest";
import { SIGNUPS_VIEW, sharingApp } from "../share.fixture.ts";

const DAY_MS = 86_400_000;

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
