import { describe, expect, it } from "vitest";
import { NOW } from "../app.fixture.ts";
import { SIGNUPS_VIEW, sharingApp } from "../share.fixture.ts";
import { openSqliteStore } from "../store/sqlite/sqlite.ts";

const DAY_MS = 86_400_000;

describe("making a share", () => {
  it("answers what it leads to, and where", async () => {
    const { ask } = sharingApp();
    const answer = await ask("POST", "/api/v1/shares", { body: { view: SIGNUPS_VIEW, pinned: true, expires_in: "30d", note: " Monday " } });
    const made = await answer.json();
    expect(made).toEqual({
      slug: expect.stringMatching(/^[\w-]{22}$/),
      url: `http://localhost/s/${made.slug}`,
      address: `/growth?${SIGNUPS_VIEW}&vintage=3`,
      page: "growth",
      view: `${SIGNUPS_VIEW}&vintage=3`,
      pinned: true,
      vintage: 3,
      state: "works",
      shows: { sources: ["default"], events: [], figures: [] },
      owner: "desk",
      note: "Monday",
      created_at: new Date(NOW).toISOString(),
      expires_at: new Date(NOW + 30 * DAY_MS).toISOString(),
      revoked_at: null,
      successor: null,
      visits: [],
    });
    expect([answer.status, answer.headers.get("Location"), answer.headers.get("Cache-Control")]).toEqual([
      201,
      `/api/v1/shares/${made.slug}`,
      "private, no-store",
    ]);
  });

  it("gives links of the public address where there is one", async () => {
    const { ask } = sharingApp({ SURGE_ORIGIN: "https://surge.example" });
    const made = await (await ask("POST", "/api/v1/shares", { body: { view: SIGNUPS_VIEW } })).json();
    expect(made.url).toBe(`https://surge.example/s/${made.slug}`);
  });

  it.each([
    [{ view: "countries=GB,US&metric=signups&platforms=rednote" }, "/growth?v=1&metric=signups&platforms=rednote&countries=GB,US"],
    [{ view: `?${SIGNUPS_VIEW}&lang=zh&theme=dark`, page: "map" }, `/map?${SIGNUPS_VIEW}`],
    [{ view: `https://elsewhere.example/countries?${SIGNUPS_VIEW}#table` }, `/countries?${SIGNUPS_VIEW}`],
    [{ view: `localhost:8787/topics?${SIGNUPS_VIEW}` }, `/topics?${SIGNUPS_VIEW}`],
    [{ view: "/data?v=1&metric=signups&coverage=signups,rednote" }, "/data?v=1&metric=signups&coverage=signups,rednote"],
    [{ view: `/?${SIGNUPS_VIEW}`, pinned: true }, `/growth?${SIGNUPS_VIEW}&vintage=3`],
    // What the address of a page says it pins without being told.
    [{ view: `${SIGNUPS_VIEW}&vintage=2` }, `/growth?${SIGNUPS_VIEW}&vintage=2`],
    [{ view: `${SIGNUPS_VIEW}&vintage=2025-03-02`, pinned: true }, `/growth?${SIGNUPS_VIEW}&vintage=2`],
  ])("of %j leads to %s", async (body, address) => {
    const { ask } = sharingApp();
    expect(await (await ask("POST", "/api/v1/shares", { body })).json()).toMatchObject({ address });
  });

  it.each<[unknown, string, string, RegExp]>([
    ["{", "", "", /The body is not JSON\..*Nothing was written\./],
    ["", "", "", /The body is empty/],
    [[], "body", "malformed", /must be an object/],
    [{}, "view", "missing_field", /must be given/],
    [{ view: 5 }, "view", "malformed", /text in quotes/],
    [{ view: SIGNUPS_VIEW, pined: true }, "pined", "unknown_field", /There are view, page, pinned, expires_in, expires_on, note/],
    [{ view: SIGNUPS_VIEW, pinned: "yes" }, "pinned", "malformed", /true or false, without quotes/],
    [{ view: SIGNUPS_VIEW, page: "home" }, "page", "malformed", /story, growth, map/],
    [{ view: `/map?${SIGNUPS_VIEW}`, page: "growth" }, "page", "contradiction", /Leave `page` out/],
    [{ view: SIGNUPS_VIEW, expires_in: "soon" }, "expires_in", "malformed", /such as 12h, 30d or 4w/],
    [{ view: SIGNUPS_VIEW, expires_in: 30 }, "expires_in", "malformed", /text in quotes/],
    [{ view: SIGNUPS_VIEW, expires_on: "2025-02-29" }, "expires_on", "malformed", /a calendar day, such as/],
    [{ view: SIGNUPS_VIEW, expires_on: "2025-03-02" }, "expires_on", "out_of_range", /today in UTC at the earliest/],
    [{ view: SIGNUPS_VIEW, expires_on: "2035-12-31" }, "expires_on", "out_of_range", /in ten years at the latest/],
    [{ view: SIGNUPS_VIEW, expires_on: "2025-06-30", expires_in: "30d" }, "expires_on", "contradiction", /not both/],
    [{ view: SIGNUPS_VIEW, note: "a\nb" }, "note", "malformed", /one line/],
    [{ view: SIGNUPS_VIEW, note: "a".repeat(201) }, "note", "malformed", /200 characters/],
    [{ view: `${SIGNUPS_VIEW}&interval=fortnight` }, "view.interval", "malformed", /interval=fortnight/],
    [{ view: "metric=signups&platforms=vine" }, "view.platforms", "unknown_platform", /no platform `vine`/],
    [{ view: `${SIGNUPS_VIEW}&vintage=9` }, "view.vintage", "unknown_vintage", /There is no vintage 9\. The newest is 3\./],
    [{ view: `${SIGNUPS_VIEW}&vintage=2`, pinned: false }, "pinned", "contradiction", /Leave `vintage` out of the view/],
    [{ view: "/admin?v=1" }, "view", "malformed", /There is no page at `\/admin`/],
    [{ view: "https://x.example/s/AbCdEfGhIjKlMnOpQrStUv" }, "view", "malformed", /is a share already/],
    [{ view: "http://[" }, "view", "malformed", /no address/],
    [{ view: "v=1", page: { toString: [] } }, "page", "malformed", /must be story, growth/],
    [{ view: "ftp://x/growth?v=1" }, "view", "malformed", /begins with neither http:/],
    [{ view: `search=${"a".repeat(40_000)}` }, "view", "too_long", /32768 at most/],
  ])("of %j is refused with its place and what to do", async (body, field, code, detail) => {
    const { ask, store } = sharingApp();
    const answer = await ask("POST", "/api/v1/shares", { body });
    const problem = await answer.json();
    expect([answer.status, problem.type]).toEqual([400, "urn:rednote-surge:problem:bad-request"]);
    if (field === "") expect(problem.detail).toMatch(detail);
    else expect(problem.errors).toEqual([expect.objectContaining({ field, code, detail: expect.stringMatching(detail) })]);
    expect(store.shares({ limit: 9 })).toEqual([]);
  });

  it("hints at the field that was meant", async () => {
    const { ask } = sharingApp();
    const problem = await (await ask("POST", "/api/v1/shares", { body: { view: SIGNUPS_VIEW, pined: true } })).json();
    expect(problem.errors[0].hint).toBe("pinned");
  });

  it("cannot pin an empty store", async () => {
    const { ask } = sharingApp({}, { store: openSqliteStore(":memory:") });
    const problem = await (await ask("POST", "/api/v1/shares", { body: { view: "v=1", pinned: true } })).json();
    expect(problem.errors[0]).toMatchObject({ field: "pinned", code: "empty_store" });
  });

  it("takes a token for it, a body of JSON, and no large one", async () => {
    const { ask, app } = sharingApp();
    const body = { view: SIGNUPS_VIEW };
    const status = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).status;
    expect(await status("POST", "/api/v1/shares", { as: "", body })).toBe(401);
    expect(await status("POST", "/api/v1/shares", { as: "reader", body })).toBe(403);
    expect(await status("POST", "/api/v1/shares", { as: "boss", body })).toBe(201);
    expect(await status("POST", "/api/v1/shares", { body: { view: "a".repeat(70_000) } })).toBe(413);
    const headers = { Authorization: "Bearer desk" };
    expect((await app.request("/api/v1/shares", { method: "POST", headers, body: SIGNUPS_VIEW })).status).toBe(415);
  });
});

describe("shares", () => {
  it("are listed to those who made them, and all of them to admins", async () => {
    const { ask, make } = sharingApp();
    const [first, second, third] = [
      await make({ view: SIGNUPS_VIEW }),
      await make({ view: SIGNUPS_VIEW }, "other"),
      await make({ view: SIGNUPS_VIEW }),
    ];
    const list = async (query: string, as: "desk" | "boss" = "desk") => {
      const { shares, next } = await (await ask("GET", `/api/v1/shares${query}`, { as })).json();
      return [shares.map(({ slug }: { slug: string }) => slug), next];
    };
    expect(await list("")).toEqual([[third, first], null]);
    expect(await list("", "boss")).toEqual([[third, second, first], null]);
    expect(await list("?limit=1")).toEqual([[third], third]);
    expect(await list(`?limit=1&before=${third}`)).toEqual([[first], null]);
    for (const query of ["?limit=0", "?before=x", "?owner=desk"]) expect((await ask("GET", `/api/v1/shares${query}`)).status).toBe(400);
    expect((await ask("GET", "/api/v1/shares", { as: "reader" })).status).toBe(403);
  });

  it("are listed with their visits of thirty days, one by one, and of all days together", async () => {
    const { ask, make, store, get } = sharingApp();
    const [followed, left] = [await make({ view: SIGNUPS_VIEW }), await make({ view: SIGNUPS_VIEW })];
    const days = { "2025-02-01": 4, "2025-02-02": 2, "2025-03-02": 1 };
    store.countVisits(
      new Map([
        [followed, new Map(Object.entries(days))],
        [left, new Map([["2025-01-31", 9]])],
      ]),
    );
    await get(`/s/${followed}`);
    const list = await (await ask("GET", "/api/v1/shares")).json();
    expect(list.days).toEqual({ first: "2025-02-02", last: "2025-03-03" });
    expect(list.shares).toMatchObject([
      { slug: left, visits: 9, last_visit: "2025-01-31", by_day: [] },
      {
        slug: followed,
        visits: 8,
        by_day: [
          { day: "2025-02-02", visits: 2 },
          { day: "2025-03-02", visits: 1 },
          { day: "2025-03-03", visits: 1 },
        ],
      },
    ]);
  });

  it("of another token are none", async () => {
    const { ask, make } = sharingApp();
    const slug = await make({ view: SIGNUPS_VIEW }, "other");
    for (const [method, path] of [
      ["GET", ""],
      ["PATCH", ""],
      ["DELETE", ""],
      ["POST", "/rotate"],
    ] as const) {
      expect((await ask(method, `/api/v1/shares/${slug}${path}`, { body: method === "GET" ? undefined : { note: "mine" } })).status).toBe(
        404,
      );
      expect((await ask(method, `/api/v1/shares/nothing${path}`)).status).toBe(404);
    }
    expect(await (await ask("GET", `/api/v1/shares/${slug}`, { as: "boss" })).json()).toMatchObject({ slug, state: "works", note: "" });
  });

  it("are renamed and extended, from now on", async () => {
    const { ask, make, clock } = sharingApp();
    const slug = await make({ view: SIGNUPS_VIEW, expires_in: "1d" });
    clock.now += 2 * DAY_MS;
    const patch = async (body: object) => (await ask("PATCH", `/api/v1/shares/${slug}`, { body })).json();
    expect(await patch({ note: "Tuesday" })).toMatchObject({ note: "Tuesday", state: "expired" });
    const expires_at = new Date(clock.now + DAY_MS).toISOString();
    expect(await patch({ expires_in: "1d" })).toMatchObject({ note: "Tuesday", state: "works", expires_at });
    expect(await patch({ expires_in: null })).toMatchObject({ expires_at: null });
    // Until the day is over.
    expect(await patch({ expires_on: "2025-03-05" })).toMatchObject({ note: "Tuesday", expires_at: "2025-03-06T00:00:00.000Z" });
    expect(await patch({ expires_on: null })).toMatchObject({ expires_at: null });
    expect(await patch({})).toMatchObject({ status: 400, detail: expect.stringContaining("nothing to change") });
    expect(await patch({ slug: "mine" })).toMatchObject({ status: 400, errors: [{ field: "slug", code: "unknown_field" }] });
  });

  it("end when they are revoked, and stay in the list", async () => {
    const { ask, make } = sharingApp();
    const slug = await make({ view: SIGNUPS_VIEW });
    const ended = { slug, state: "revoked", revoked_at: new Date(NOW).toISOString() };
    expect(await (await ask("DELETE", `/api/v1/shares/${slug}`)).json()).toMatchObject(ended);
    expect((await ask("DELETE", `/api/v1/shares/${slug}`)).status).toBe(200);
    expect((await (await ask("GET", "/api/v1/shares")).json()).shares).toEqual([expect.objectContaining(ended)]);
    const problem = await (await ask("PATCH", `/api/v1/shares/${slug}`, { body: { note: "x" } })).json();
    expect(problem).toMatchObject({ status: 410, detail: "This share was revoked on 2025-03-03. Make another: POST /api/v1/shares." });
    expect((await ask("POST", `/api/v1/shares/${slug}/rotate`)).status).toBe(410);
  });

  it("are rotated: another slug, and the old one ends", async () => {
    const { ask, make, clock, get } = sharingApp();
    const slug = await make({ view: SIGNUPS_VIEW, note: "leaked", expires_in: "1d", pinned: true });
    const answer = await ask("POST", `/api/v1/shares/${slug}/rotate`);
    const fresh = await answer.json();
    expect([answer.status, fresh.slug === slug]).toEqual([201, false]);
    expect(fresh).toMatchObject({ note: "leaked", pinned: true, owner: "desk", shows: { sources: ["default"] }, state: "works" });
    const { revoked_at, ...old } = await (await ask("GET", `/api/v1/shares/${slug}`)).json();
    expect(old).toMatchObject({ state: "revoked", successor: fresh.slug });
    expect((await get(`/s/${slug}`)).status).toBe(410);
    // The page of the old one must not lead to the new one, which is what rotating is for.
    expect(await (await get(`/s/${slug}`)).text()).not.toContain(fresh.slug);
    expect((await get(`/s/${fresh.slug}`)).status).toBe(302);
    clock.now += 2 * DAY_MS;
    const late = await (await ask("POST", `/api/v1/shares/${fresh.slug}/rotate`)).json();
    expect(late).toMatchObject({ status: 410, detail: expect.stringContaining("Give it another end first") });
  });

  it("are never in the log by their slugs", async () => {
    const { ask, make, logged, get } = sharingApp();
    const slug = await make({ view: SIGNUPS_VIEW });
    await ask("GET", `/api/v1/shares/${slug}`);
    await get(`/s/${slug}`);
    await ask("DELETE", `/api/v1/shares/${slug}`);
    expect(logged.join("")).toContain("share revoked");
    expect(logged.join("")).not.toContain(slug);
  });

  it("stand in the description of the interface", async () => {
    const { get } = sharingApp();
    const { paths } = await (await get("/api/v1/openapi.json")).json();
    expect(Object.keys(paths["/api/v1/shares"])).toEqual(["post", "get"]);
    expect(Object.keys(paths["/api/v1/shares/{slug}"])).toEqual(["get", "patch", "delete"]);
    expect(Object.keys(paths["/api/v1/shares/{slug}/rotate"])).toEqual(["post"]);
  });

  it("can be read by a program that has no token of the scope read, where access is private", async () => {
    const { ask, make } = sharingApp({ SURGE_ACCESS: "private" });
    const slug = await make({ view: SIGNUPS_VIEW });
    expect((await ask("GET", `/api/v1/shares/${slug}`)).status).toBe(200);
  });
});

describe("what is sent to the list of shares, or with one,", () => {
  it.each([
    ["POST", "/api/v1/shares?pinned=true", "unknown_parameter"],
    ["GET", "/api/v1/shares?limit=1&limit=2", "repeated_parameter"],
    ["GET", "/api/v1/shares?limit=1001", "malformed"],
    ["GET", "/api/v1/shares?before=V1StGXR8_Z5jdHi6B-myTQ", "unknown_share"],
  ])("%s %s is refused rather than lost", async (method, path, code) => {
    const { ask } = sharingApp();
    const answer = await ask(method, path, method === "POST" ? { body: { view: SIGNUPS_VIEW } } : {});
    expect(answer.status).toBe(400);
    expect((await answer.json()).errors).toMatchObject([{ code }]);
  });

  it("names the field in the sentence, too", async () => {
    const { ask } = sharingApp();
    expect((await (await ask("POST", "/api/v1/shares", { body: {} })).json()).detail).toBe(
      "view: This must be given. Nothing was written.",
    );
  });
});
