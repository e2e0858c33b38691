import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Share } from "../data/model/share.ts";
import { decodeView, encodeView } from "../data/model/view.ts";
import { RequestProblem } from "./problem.ts";
import { sharingApp } from "./share.fixture.ts";
import { sharedStore } from "./shared-store.ts";
import { committed, EVERYTHING, FIGURE, origin, snapshot } from "./store/store.fixture.ts";

const VIEW = "v=1&metric=signups&platforms=rednote&from=2025-01-11&to=2025-01-13";

/** An app that only those with a token or a share may read, and what a share of the view above lets through. */
async function privateApp(body: object = { view: VIEW, pinned: true }) {
  const served = sharingApp({ SURGE_ACCESS: "private" });
  const slug = await served.make(body);
  const get = (path: string, headers: Record<string, string> = {}) => served.get(path, { "Surge-Share": slug, ...headers });
  const json = async (path: string) => (await get(path)).json();
  return { ...served, slug, get, json, plain: served.get };
}

const SERIES = `/api/v1/series?${VIEW.replace("&from=2025-01-11&to=2025-01-13", "&range=all")}`;

describe("a share, where access is private,", () => {
  it("admits to the series of its view at its vintage, and is kept by nobody on the way", async () => {
    const { get, plain } = await privateApp();
    expect((await plain(`${SERIES}&vintage=3`)).status).toBe(401);
    const answer = await get(`${SERIES}&vintage=3`);
    expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([200, "private, no-store"]);
    expect((await answer.json()).series).toEqual([expect.objectContaining({ country: "US", values: [7, 35] })]);
  });

  it("admits files by the address alone", async () => {
    const { plain, slug } = await privateApp();
    expect((await plain(`/export.csv?${VIEW}&vintage=3`)).status).toBe(401);
    const answer = await plain(`/export.csv?${VIEW}&vintage=3&share=${slug}`);
    expect([answer.status, answer.headers.get("Cache-Control")]).toEqual([200, "private, no-store"]);
    expect(await answer.text()).toContain("2025-01-13");
  });

  it.each(["catalog", "figures", "events", "claims", "vintages"])("admits to %s by the address alone", async (what) => {
    const { plain, slug, json } = await privateApp();
    const answer = await plain(`/api/v1/${what}?share=${slug}`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual(await json(`/api/v1/${what}`));
  });

  it("leads to its page with itself in the address", async () => {
    const { plain, slug } = await privateApp();
    expect((await plain(`/s/${slug}`)).headers.get("Location")).toBe(`/growth?${VIEW}&vintage=3&share=${slug}`);
  });

  it("names nothing else in the catalog, the figures, the events and the batches", async () => {
    const { json } = await privateApp();
    const catalog = await json("/api/v1/catalog?vintage=3");
    expect(catalog).toMatchObject({ vintage: 3, days: { first: "2025-01-12", last: "2025-01-13" } });
    const ids = (name: string) => catalog[name].map(({ id }: { id: string }) => id);
    expect([ids("platforms"), ids("countries"), ids("metrics"), ids("topics"), ids("sources")]).toEqual([
      ["rednote"],
      ["US"],
      ["signups"],
      ["all"],
      ["default"],
    ]);
    expect(catalog.coverage).toEqual([expect.objectContaining({ countries: ["US"] })]);
    expect(await json("/api/v1/figures?vintage=3")).toMatchObject({ figures: [] });
    expect(await json("/api/v1/claims?vintage=3")).toMatchObject({ claims: [] });
    expect(await json("/api/v1/vintages")).toEqual({ vintage: 3, vintages: [] });
  });

  it.each([
    ["/api/v1/series?v=1&metric=signups&platforms=rednote&countries=GB&range=all&vintage=3", 400],
    ["/api/v1/series?v=1&metric=signups&platforms=rednote&countries=US,GB&range=all&vintage=3", 400],
    ["/api/v1/series?v=1&metric=downloads&platforms=rednote&countries=US&range=all&vintage=3", 400],
    [`${SERIES}&vintage=2`, 401],
    [`${SERIES}&vintage=2025-03-02`, 401],
    ["/api/v1/figures?vintage=1", 401],
    ["/api/v1/vintages/2/diff?against=3", 401],
    ["/api/v1/batches/2/rejected", 401],
    ["/api/v1/openapi.json", 401],
    ["/api/v1/shares", 401],
    ["/metrics", 401],
    [`/chart.svg?${VIEW}&vintage=3`, 401],
    ["/export/figures.csv?v=1&platforms=&countries=&vintage=2", 401],
    ["/api/v1/surges?v=1&metric=signups&platforms=rednote&countries=GB&vintage=3", 400],
  ])("does not admit to %s", async (path, status) => {
    const { get } = await privateApp();
    expect((await get(path)).status).toBe(status);
  });

  it("lets through no value besides its own, whatever is asked", async () => {
    const { get, store } = await privateApp();
    const own = store.series({ metric: "signups", platforms: ["rednote"], countries: ["US"], topics: ["all"], sources: ["default"] }, 3);
    const values = new Set<unknown>([null, ...own.flatMap((one) => [...one.values])]);
    const some = (own: string, ...others: string[]) =>
      fc.oneof(
        { weight: 4, arbitrary: fc.constant(own) },
        { weight: 1, arbitrary: fc.shuffledSubarray([own, ...others], { minLength: 1 }).map((list) => list.join(",")) },
      );
    const query = fc.record(
      {
        metric: fc.constantFrom("signups", "signups", "signups", "downloads"),
        platforms: some("rednote", "tiktok"),
        countries: some("US", "WORLD", "GB", "DE"),
        topics: some("all", "cats"),
        sources: some("default", "panel"),
        sum: fc.constantFrom("countries", ""),
        partial: fc.constantFrom("0", "1"),
        vintage: fc.constantFrom("1", "2", "3", "3", "3", "3", "3"),
        range: fc.constant("all"),
      },
      { requiredKeys: ["metric", "range", "vintage"] },
    );
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(query, fc.constantFrom("/api/v1/series", "/export.json", "/api/v1/surges"), async (pairs, path) => {
        const answer = await get(`${path}?${new URLSearchParams(pairs)}`);
        statuses.add(answer.status);
        expect([200, 400, 401]).toContain(answer.status);
        if (answer.status !== 200 || path !== "/api/v1/series") return;
        for (const one of (await answer.json()).series) {
          expect([one.platform, one.country, one.topic, one.source]).toEqual(["rednote", "US", "all", "default"]);
          for (const value of one.values) expect(values).toContain(value);
        }
      }),
      { numRuns: 200 },
    );
    expect([...statuses].sort()).toEqual([200, 400, 401]);
  });

  it("is read from a store that holds nothing else, even to a route that does not look at the catalog", async () => {
    const { slug, store } = await privateApp();
    const shared = sharedStore(store.share(slug) as Share, store);
    expect(shared.series(EVERYTHING, 3).map(({ country, values }) => [country, ...values])).toEqual([["US", 7, 35]]);
    expect(shared.series({ ...EVERYTHING, metric: "downloads" }, 3)).toEqual([]);
    const reads = [
      () => shared.series(EVERYTHING, 2),
      () => shared.writtenDays({}, 2, 3),
      () => shared.extent({}),
      () => shared.tokens(),
      () => shared.shares({ limit: 9 }),
      () => shared.rejected(2),
      () => shared.open(origin()),
      () => shared.backup("copy.sqlite"),
    ];
    for (const read of reads) expect(read).toThrow(RequestProblem);
  });

  it("that is live shows the newest vintage, and figures of its own", async () => {
    const { get, json, store } = await privateApp({ view: VIEW });
    const figure = { ...FIGURE, metric_id: "signups" };
    const batch = store.open(origin("2025-03-03T10:00:00.000Z", "04"));
    batch.put({ figures: [figure, { ...figure, id: "rf009", country: "GB" }] });
    batch.add([snapshot("2025-01-14", 9), snapshot("2025-01-14", 8, { country: "GB" })]);
    batch.commit();
    expect((await json(SERIES)).series).toEqual([expect.objectContaining({ country: "US", values: [7, 35, 9] })]);
    const { figures } = await json("/api/v1/figures");
    expect(figures.map(({ id }: { id: string }) => id)).toEqual(["rf001"]);
    expect((await get(`${SERIES}&vintage=3`)).status).toBe(401);
  });

  it("stays as it was pinned after a restatement, and says the number of the newest vintage", async () => {
    const { get, json, store } = await privateApp();
    const before = await json(`${SERIES}&vintage=3`);
    expect((await json(SERIES)).series).toEqual(before.series);
    committed(store, (batch) => batch.add([snapshot("2025-01-13", 99)]));
    expect(await json(`${SERIES}&vintage=3`)).toEqual(before);
    expect(await json("/api/v1/vintages")).toEqual({ vintage: 4, vintages: [] });
    // What is new it does not show.
    for (const path of [SERIES, "/api/v1/catalog", `${SERIES}&vintage=4`]) expect((await get(path)).status).toBe(401);
  });

  it("admits to nothing once it has ended", async () => {
    const { get, ask, slug, clock } = await privateApp({ view: VIEW, pinned: true, expires_in: "1d" });
    expect((await get(`${SERIES}&vintage=3`)).status).toBe(200);
    clock.now += 86_400_000;
    expect((await get(`${SERIES}&vintage=3`)).status).toBe(410);
    await ask("PATCH", `/api/v1/shares/${slug}`, { body: { expires_in: null } });
    expect((await get(`${SERIES}&vintage=3`)).status).toBe(200);
    await ask("DELETE", `/api/v1/shares/${slug}`);
    const answer = await get(`${SERIES}&vintage=3`);
    expect([answer.status, (await answer.json()).type]).toEqual([410, "urn:rednote-surge:problem:gone"]);
  });

  it("counts for nothing beside a token, and none that is made up counts", async () => {
    const { get, plain } = await privateApp();
    expect((await get(SERIES, { Authorization: "Bearer reader" })).status).toBe(200);
    expect((await get(`${SERIES}&vintage=3`, { Authorization: "Bearer nobody" })).status).toBe(401);
    for (const slug of ["AbCdEfGhIjKlMnOpQrStUv", "x", ""])
      expect((await plain(`${SERIES}&vintage=3`, { "Surge-Share": slug })).status).toBe(401);
  });

  it("of a page that shows the same whatever the view admits to nothing", async () => {
    const { get } = await privateApp({ view: VIEW, page: "data", pinned: true });
    expect((await get(`${SERIES}&vintage=3`)).status).toBe(401);
  });

  it("changes no view: it is no part of one", () => {
    expect(encodeView(decodeView(new URLSearchParams(`${VIEW}&share=AbCdEfGhIjKlMnOpQrStUv`)).view)).toBe(VIEW);
  });
});

it("a share changes nothing of what is read where access is public", async () => {
  const { get, make } = sharingApp();
  const slug = await make({ view: VIEW, pinned: true });
  const answer = await get("/api/v1/catalog", { "Surge-Share": slug });
  expect([answer.status, (await answer.json()).countries.length]).toEqual([200, 4]);
});
