import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SIGNUPS, servedApp } from "../app.fixture.ts";
import { origin, snapshot } from "../store/store.fixture.ts";

const { get } = servedApp();

async function valuesAt(path: string, app = get): Promise<Record<string, (number | null)[]>> {
  const body = await (await app(path)).json();
  return Object.fromEntries(body.series.map((one: { country: string; values: (number | null)[] }) => [one.country, one.values]));
}

describe("GET /api/v1/series", () => {
  it("answers columns over dates without holes, a gap where nothing was reported", async () => {
    const response = await get(SIGNUPS);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      vintage: 3,
      metric: "signups",
      unit: "users",
      interval: "day",
      dates: ["2025-01-11", "2025-01-12", "2025-01-13"],
      series: [
        { platform: "rednote", country: "US", topic: "all", source: "default", kind: "observed", values: [null, 7, 35] },
        { platform: "rednote", country: "GB", topic: "all", source: "default", kind: "observed", values: [null, null, 5] },
      ],
    });
  });

  it("reads a vintage by number and by day, as if later batches had never come", async () => {
    expect((await valuesAt(`${SIGNUPS}&vintage=2`)).US).toEqual([null, 7, 34]);
    expect((await valuesAt(`${SIGNUPS}&vintage=2025-03-02`)).US).toEqual([null, 7, 34]);
    expect((await valuesAt(`${SIGNUPS}&vintage=3`)).US).toEqual([null, 7, 35]);
  });

  it("adds countries up where the view says so", async () => {
    expect(await valuesAt(`${SIGNUPS}&sum=countries`)).toEqual({ "US+GB": [null, null, 40] });
    expect(await valuesAt(`${SIGNUPS}&sum=countries&partial=1`)).toEqual({ "US+GB": [null, 7, 40] });
  });

  it("resolves ranges against the data", async () => {
    const week = await (await get("/api/v1/series?metric=signups&platforms=rednote&range=last2&interval=week")).json();
    expect([week.dates, week.series[0].days]).toEqual([
      ["2025-01-06", "2025-01-13"],
      [1, 1],
    ]);
    const all = await (await get("/api/v1/series?metric=signups&platforms=rednote&range=all")).json();
    expect(all.dates).toEqual(["2025-01-12", "2025-01-13"]);
  });

  it("finds nothing where nothing is, without fault", async () => {
    const none = await get("/api/v1/series?metric=signups&platforms=lemon8&range=all");
    expect(none.status).toBe(200);
    expect(await none.json()).toMatchObject({ dates: [], series: [] });
  });

  it("gives one body to every address that means the same", async () => {
    const one = await get(`${SIGNUPS}&sources=default,panel&scale=log`);
    const same = await get(
      `/api/v1/series?v=1&layout=overlay&figures=off&to=2025-01-13&${SIGNUPS.split("?")[1]?.replace("&to=2025-01-13", "")}`,
    );
    expect(same.headers.get("ETag")).toBe(one.headers.get("ETag"));
  });

  it("keeps a pinned answer for ever, a live one only until the data change", async () => {
    const { get: ask, store } = servedApp();
    const live = await ask(SIGNUPS);
    const etag = live.headers.get("ETag") ?? "";
    expect(live.headers.get("Cache-Control")).toBe("public, no-cache");
    expect((await ask(SIGNUPS, { "If-None-Match": etag })).status).toBe(304);
    const pinned = await ask(`${SIGNUPS}&vintage=3`);
    expect(pinned.headers.get("Cache-Control")).toContain("immutable");

    // A batch that another process writes: nobody tells the app.
    const batch = store.open(origin("2025-03-03T10:00:00.000Z", "04"));
    batch.add([snapshot("2025-01-11", 1)]);
    batch.commit();
    const changed = await ask(SIGNUPS, { "If-None-Match": etag });
    expect(changed.status).toBe(200);
    expect((await changed.json()).series[0].values).toEqual([1, 7, 35]);
    expect(await (await ask(`${SIGNUPS}&vintage=3`)).text()).toBe(await pinned.text());
  });

  it.each([
    ["interval=fortnight", "interval", "malformed"],
    ["metric=signups&metric=downloads", "metric", "repeated_parameter"],
    ["colour=red", "colour", "unknown_parameter"],
    ["metric=signups&platforms=vine", "platforms", "unknown_platform"],
    ["metric=signups&countries=ZZ", "countries", "unknown_country"],
    ["metric=sighs", "metric", "unknown_metric"],
    ["metric=signups&vintage=9", "vintage", "unknown_vintage"],
    ["metric=signups&vintage=0", "vintage", "malformed"],
    ["from=2025-02-30", "from", "malformed"],
  ])("answers 400 to %s and names the parameter", async (query, field, code) => {
    const response = await get(`/api/v1/series?${query}`);
    expect(response.status).toBe(400);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    const body = await response.json();
    expect(body).toMatchObject({ type: "urn:rednote-surge:problem:bad-address", status: 400 });
    expect(body.errors).toContainEqual(expect.objectContaining({ field, code }));
  });

  it("never fails of itself, whatever the query", async () => {
    const name = fc.oneof(
      fc.constantFrom("metric", "platforms", "countries", "from", "to", "range", "vintage", "sum", "v", "__proto__"),
      fc.string(),
    );
    const text = fc.oneof(
      fc.constantFrom("signups", "all", "last3", "9999-12-31", "0001-01-01", "US,GB", "1e9", "%00", "countries"),
      fc.string({ unit: "binary" }),
    );
    const pairs = fc.array(fc.tuple(name, text), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          pairs.map((list) => new URLSearchParams(list).toString()),
          fc.webQueryParameters(),
        ),
        async (query) => {
          for (const path of ["series", "surges", "substitutions", "figures", "catalog", "events", "vintages"]) {
            const { status } = await get(`/api/v1/${path}?${query}`);
            expect([200, 400]).toContain(status);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
