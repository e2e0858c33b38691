import { describe, expect, it } from "vitest";
import type { Draw } from "../image/messages.ts";
import { SIGNUPS_VIEW, sharingApp } from "../share.fixture.ts";

const TYPES = ["png", "svg", "csv", "json"];
const DAY_MS = 86_400_000;

/** Draws in words what it was asked to draw. */
const draw: Draw = async (job) => {
  const made = job();
  if (made.type === "page") throw new Error("no image");
  const { width, height, data } = made.order;
  return new TextEncoder().encode(JSON.stringify([made.type, width, height, data.series.map(({ values }) => values)]));
};

describe.each(["public", "private"])("the files of a share where access is %s", (access) => {
  const caching = access === "public" ? "public, no-cache" : "private, no-store";
  const sharing = () => sharingApp({ SURGE_ACCESS: access }, { draw });

  it("are what the share shows, for every reader to ask for again", async () => {
    const { make, get, app } = sharing();
    const slug = await make({ view: `${SIGNUPS_VIEW}&vintage=2` });
    expect(await (await get(`/s/${slug}.png`)).json()).toEqual(["png", 1200, 630, [[7, 34], [5]]]);
    expect(await (await get(`/s/${slug}.csv`)).text()).toMatch(/2025-01-13.*34/);
    for (const type of TYPES) {
      const answer = await get(`/s/${slug}.${type}`);
      expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([200, caching]);
      expect(answer.headers.get("Content-Type")).toContain(type);
      const again = await get(`/s/${slug}.${type}`, { "If-None-Match": answer.headers.get("ETag") ?? "" });
      expect([again.status, again.headers.get("Cache-Control")]).toEqual([304, caching]);
      const head = await app.request(`/s/${slug}.${type}`, { method: "HEAD" });
      expect([head.status, await head.text(), head.headers.get("ETag")]).toEqual([200, "", answer.headers.get("ETag")]);
    }
    expect((await get(`/s/${slug}.csv`)).headers.get("Content-Disposition")).toBe('attachment; filename="rednote-surge-vintage-2.csv"');
    const image = (await get(`/s/${slug}.png`)).headers;
    expect(image.get("Content-Disposition")).toBe('inline; filename="rednote-surge-signups-vintage-2.png"');
    expect(image.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
    // A table is no page: nothing runs in it, and pages of others do not have it.
    expect((await get(`/s/${slug}.csv`)).headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect((await get(`/s/${slug}.json`)).headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
  });

  it("are images of another form where the address says so", async () => {
    const { make, get } = sharing();
    const slug = await make({ view: `${SIGNUPS_VIEW}&scale=linear&vintage=2` });
    const sizeOf = async (query: string) => (await (await get(`/s/${slug}.png?${query}`)).json()).slice(1, 3);
    expect(await sizeOf("utm_source=mail&scale=log")).toEqual([1200, 630]);
    expect(await sizeOf("width=600&height=315&scale=2")).toEqual([600, 315]);
    expect(await sizeOf("width=600")).toEqual([600, null]);
    for (const query of ["width=9", "height=x", "scale=2&scale=3", "theme=pink"])
      expect((await get(`/s/${slug}.svg?${query}`)).status).toBe(400);
  });

  it("end with the share, even for those who hold their tag", async () => {
    const { make, get, ask, clock } = sharing();
    const [revoked, expired] = [await make({ view: SIGNUPS_VIEW }), await make({ view: SIGNUPS_VIEW, expires_in: "24h" })];
    const tags = await Promise.all(TYPES.map(async (type) => (await get(`/s/${revoked}.${type}`)).headers.get("ETag") ?? ""));
    await ask("DELETE", `/api/v1/shares/${revoked}`);
    clock.now += DAY_MS;
    for (const [index, type] of TYPES.entries()) {
      expect((await get(`/s/${revoked}.${type}`, { "If-None-Match": tags[index] ?? "" })).status).toBe(410);
      expect((await get(`/s/${expired}.${type}`)).status).toBe(410);
    }
  });

  it("are none of a slug that is none, and of a page that draws none; 410 all the same once that has ended", async () => {
    const { make, get, ask } = sharing();
    const [evidence, method] = [await make({ view: SIGNUPS_VIEW, page: "evidence" }), await make({ view: SIGNUPS_VIEW, page: "method" })];
    expect((await get(`/s/${evidence}.csv`)).status).toBe(200);
    // The image that the head of the page names. Where access is private, the head of these has none.
    for (const slug of [evidence, method]) expect((await get(`/s/${slug}.png`)).status).toBe(access === "public" ? 200 : 404);
    for (const slug of ["AbCdEfGhIjKlMnOpQrStUv", "x", "%00", "%E0%A4%A", "..%2Fetc", "a".repeat(3000)])
      expect((await get(`/s/${slug}.png`)).status).toBe(404);
    for (const type of ["csv", "json"]) expect((await get(`/s/${method}.${type}`)).status).toBe(404);
    await ask("DELETE", `/api/v1/shares/${method}`);
    for (const file of [".png", ".svg", ".csv", ".json", "/embed"]) expect((await get(`/s/${method}${file}`)).status).toBe(410);
  });
});
