import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Source } from "../../data/model/source.ts";
import { servedApp } from "../app.fixture.ts";
import { readConfig } from "../config.ts";
import { event, metric, origin, REFERENCE, snapshot } from "../store/store.fixture.ts";
import type { OpenBatch } from "../store/store.ts";
import { type DiffTable, MOST_CHANGES } from "./diff.ts";

const SIGNUPS = "metric=signups&platforms=rednote&countries=US,GB&range=all";

/** The served store and a fourth batch, of 3 March: a day that is new, one that is gone, one of a made-up source. */
function served() {
  const app = servedApp();
  const write = (fill: (batch: OpenBatch) => void) => {
    const batch = app.store.open(origin("2025-03-03T11:00:00.000Z", "04"));
    fill(batch);
    return batch.commit();
  };
  const diff = async (path: string) => {
    const response = await app.get(`/api/v1/vintages/${path}`);
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  return { ...app, write, diff };
}

const CHANGED = (batch: OpenBatch) => {
  batch.add([snapshot("2025-01-14", 0)]);
  batch.retract([snapshot("2025-01-13", 0, { country: "GB" })]);
};

describe("GET /api/v1/vintages", () => {
  it("lists batches newest first: where they came from, what they counted, which sources they touched", async () => {
    const { get, write } = served();
    write(CHANGED);
    const { vintage, vintages } = await (await get("/api/v1/vintages")).json();
    expect([vintage, vintages.map(({ batch }: { batch: number }) => batch)]).toEqual([4, [4, 3, 2, 1]]);
    expect(vintages[0]).toEqual({
      batch: 4,
      channel: "file",
      name: "test.csv",
      content_hash: "04",
      received_at: "2025-03-03T11:00:00.000Z",
      sources: ["default"],
      entries: 0,
      inserted: 1,
      revised: 0,
      unchanged: 0,
      retracted: 1,
    });
    expect(vintages[3]).toMatchObject({ channel: "reference", sources: [], inserted: 0 });
    expect(vintages[3].entries).toBeGreaterThan(10);
  });
});

describe("GET /api/v1/vintages/{vintage}/diff", () => {
  it("says key, day, old and new of what was added, revised and retracted", async () => {
    const { diff, write } = served();
    write(CHANGED);
    const { status, body } = await diff(`2/diff?against=4&${SIGNUPS}`);
    const series = { platform: "rednote", metric: "signups", topic: "all", source: "default", unit: "users", kind: "observed" };
    expect(status).toBe(200);
    expect(body).toEqual({
      from: 2,
      to: 4,
      added: 1,
      revised: 1,
      retracted: 1,
      omitted: 0,
      next: null,
      entries: [],
      entries_omitted: 0,
      series: [
        { ...series, country: "US", dates: ["2025-01-13", "2025-01-14"], old: [34, null], new: [35, 0] },
        { ...series, country: "GB", dates: ["2025-01-13"], old: [5], new: [null] },
      ],
    });
  });

  it("goes from the earlier to the later, is against the newest unless told, and takes days", async () => {
    const { diff } = served();
    const { body } = await diff(`2/diff?${SIGNUPS}`);
    expect(body).toMatchObject({ from: 2, to: 3, revised: 1 });
    expect((await diff(`3/diff?against=2&${SIGNUPS}`)).body).toEqual(body);
    expect((await diff(`2025-03-02/diff?against=2025-03-03&${SIGNUPS}`)).body).toEqual(body);
    expect((await diff(`3/diff?${SIGNUPS}`)).body).toMatchObject({ from: 3, to: 3, series: [] });
    expect((await diff(`1/diff?against=2&${SIGNUPS}`)).body).toMatchObject({ added: 3, revised: 0 });
  });

  it("without parameters says everything that changed, the entries of the reference too", async () => {
    const { diff, write } = served();
    const renamed = { id: "lemon8", name: "Lemon 8" };
    write((batch) => {
      batch.put({ platforms: [renamed], events: [event("ban", "2025-01-19")] });
      batch.add([snapshot("2020-01-01", 1, { platform: "tiktok", metric: "downloads", topic: "cats" })]);
      batch.withdraw({ figures: ["rf002"] });
    });
    const { status, body } = await diff("2/diff");
    expect(status).toBe(200);
    expect(body).toMatchObject({ added: 1, revised: 1, retracted: 0, omitted: 0, next: null, entries_omitted: 0 });
    expect(body.series.map((one: DiffTable["series"][number]) => [one.metric, one.topic, one.dates])).toEqual([
      ["signups", "all", ["2025-01-13"]],
      ["downloads", "cats", ["2020-01-01"]],
    ]);
    expect(body.entries).toEqual([
      { list: "platforms", id: "lemon8", old: { id: "lemon8", name: "Lemon8" }, new: renamed },
      { list: "figures", id: "rf002", old: expect.objectContaining({ country: "DE" }), new: null },
      { list: "events", id: "ban", old: null, new: event("ban", "2025-01-19") },
    ]);
    expect((await diff("2/diff?against=3")).body).toMatchObject({ added: 0, revised: 1, entries: [] });
  });

  it("narrows by each parameter that is given, and by no other", async () => {
    const { diff, write } = served();
    write((batch) => {
      batch.put({ sources: [{ ...(REFERENCE.sources[0] as Source), id: "drawn", kind: "illustrative" }] });
      batch.add([
        snapshot("2020-01-01", 1, { platform: "tiktok", country: "DE" }),
        snapshot("2025-03-01", 2, { metric: "downloads" }),
        snapshot("2025-03-02", 3, { source: "drawn", topic: "cats" }),
      ]);
    });
    const added = async (query: string) => {
      const { body } = await diff(`3/diff?${query}`);
      expect(body.entries).toEqual([]);
      return body.series.flatMap((one: DiffTable["series"][number]) => one.new);
    };
    expect(await added("metric=signups")).toEqual([1, 3]);
    expect(await added("countries=US")).toEqual([3, 2]);
    expect(await added("platforms=tiktok,lemon8")).toEqual([1]);
    expect(await added("topics=cats")).toEqual([3]);
    expect(await added("sources=drawn")).toEqual([3]);
    expect(await added("from=2025-03-01")).toEqual([3, 2]);
    expect(await added("to=2025-03-01")).toEqual([1, 2]);
    expect(await added("from=1990-01-01&to=2025-03-01")).toEqual([1, 2]);
    expect(await added("range=last1")).toEqual([3]);
    expect(await added("metric=downloads&topics=cats")).toEqual([]);
    expect((await diff("3/diff?platforms=&from=&range=&scale=linear")).body).toMatchObject({ added: 3, entries: [{ id: "drawn" }] });
  });

  it("with `v=1` is of the view that the address means, with its defaults", async () => {
    const { diff, write } = served();
    write((batch) => {
      batch.put({ metrics: [metric("daily_active_users")] });
      const users = { metric: "daily_active_users" };
      batch.add([
        snapshot("2025-01-13", 1),
        snapshot("2025-01-13", 2, users),
        snapshot("2025-03-13", 3, users),
        snapshot("2025-01-13", 4, { ...users, country: "GB" }),
      ]);
    });
    expect((await diff("3/diff?v=1")).body).toMatchObject({ added: 1, series: [{ new: [2] }], entries: [] });
    expect((await diff("3/diff?v=1&range=all&countries=GB")).body).toMatchObject({ added: 1, series: [{ new: [4] }] });
    expect((await diff("3/diff?metric=daily_active_users")).body).toMatchObject({ added: 3 });
  });

  it("keeps to the range that is given, and to days whatever the interval", async () => {
    const { diff } = served();
    const one = "metric=signups&platforms=rednote&from=2025-01-12&to=2025-01-12";
    expect((await diff(`1/diff?${one}`)).body).toMatchObject({ added: 1, series: [{ dates: ["2025-01-12"], old: [null], new: [7] }] });
    const last = await diff("1/diff?metric=signups&platforms=rednote&countries=US&range=last1&interval=month&sum=countries");
    expect(last.body).toMatchObject({ added: 1, series: [{ dates: ["2025-01-13"], new: [35] }] });
  });

  it("knows names that only one of the two vintages has", async () => {
    const { diff, write } = served();
    write((batch) => {
      batch.put({ platforms: [{ id: "flip", name: "Flip" }] });
      batch.add([snapshot("2025-01-13", 1, { platform: "flip" })]);
    });
    write((batch) => {
      batch.retract([snapshot("2025-01-13", 1, { platform: "flip" })]);
      batch.withdraw({ platforms: ["flip"] });
    });
    const flip = "metric=signups&platforms=flip&range=all";
    expect((await diff(`3/diff?against=4&${flip}`)).body).toMatchObject({ added: 1, series: [{ platform: "flip", new: [1] }] });
    expect((await diff(`4/diff?${flip}`)).body).toMatchObject({ retracted: 1, series: [{ old: [1], new: [null] }] });
    expect((await diff(`3/diff?${flip}`)).status).toBe(400);
  });

  it("counts all changes, holds as many as an answer may, and says where the next ones are", async () => {
    const { diff, get, write } = served();
    const days = Array.from({ length: MOST_CHANGES + 10 }, (_, day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
    write((batch) => batch.add(days.slice(0, 30).map((day) => snapshot(day, 1, { country: "DE" }))));
    write((batch) => batch.add(days.map((day) => snapshot(day, 2, { platform: "tiktok" }))));
    const { body } = await diff("3/diff?metric=signups&countries=US,DE&range=all");
    const told = (one: DiffTable) => one.series.reduce((sum, { dates }) => sum + dates.length, 0);
    expect([told(body), body.added, body.omitted]).toEqual([MOST_CHANGES, MOST_CHANGES + 40, 40]);
    write((batch) => batch.add([snapshot("2025-01-20", 1, { platform: "lemon8" })]));
    const rest: DiffTable = await (await get(body.next)).json();
    expect([told(rest), rest.added, rest.omitted, rest.next, rest.to]).toEqual([40, MOST_CHANGES + 40, 0, null, 5]);
    const keys = [body, rest].flatMap((one: DiffTable) =>
      one.series.flatMap(({ country, dates }) => dates.map((date) => `${country} ${date}`)),
    );
    expect(new Set(keys).size).toBe(MOST_CHANGES + 40);
    expect((await diff("3/diff?skip=99999")).body).toMatchObject({ series: [], omitted: 0, next: null });
  });

  it("may be kept for ever where both vintages are numbers", async () => {
    const { diff } = served();
    expect((await diff(`2/diff?against=3&${SIGNUPS}`)).headers.get("Cache-Control")).toContain("immutable");
    const live = await diff(`2/diff?${SIGNUPS}`);
    expect(live.headers.get("Cache-Control")).toBe("public, no-cache");
    expect(live.headers.get("ETag")).toBe((await diff(`2/diff?v=1&${SIGNUPS}&scale=linear&figures=off`)).headers.get("ETag"));
  });

  it.each([
    ["9/diff", "vintage", "unknown_vintage"],
    ["soon/diff", "vintage", "malformed"],
    ["2/diff?against=9", "against", "unknown_vintage"],
    ["2/diff?against=then", "against", "malformed"],
    ["2/diff?against=1&against=2", "against", "repeated_parameter"],
    ["2/diff?vintage=3", "vintage", "unknown_parameter"],
    ["2/diff?skip=some", "skip", "malformed"],
    ["2/diff?skip=-1", "skip", "malformed"],
    ["2/diff?skip=1&skip=2", "skip", "repeated_parameter"],
    ["2/diff?from=soon", "from", "malformed"],
    ["2/diff?from=2025-02-01&to=2025-01-01", "from", "reversed_range"],
    ["2/diff?range=all&from=2025-02-01", "from", "ignored"],
    ["2/diff?v=2", "v", "unknown_version"],
    ["2/diff?v=1", "metric", "unknown_metric"],
    ["2/diff?platfroms=rednote", "platfroms", "unknown_parameter"],
    ["2/diff?metric=likes", "metric", "unknown_metric"],
    ["2/diff?metric=signups&platforms=vine", "platforms", "unknown_platform"],
    ["2/diff?interval=fortnight", "interval", "malformed"],
  ])("answers 400 to %s and names %s", async (path, field, code) => {
    const { diff } = served();
    const { status, body } = await diff(path);
    expect(status).toBe(400);
    expect(body.errors).toContainEqual(expect.objectContaining({ field, code }));
  });

  it("is refused with words where more was written than an answer may be made of", async () => {
    const { get } = servedApp({ config: readConfig({ SURGE_POINTS: "2" }) });
    const response = await get("/api/v1/vintages/1/diff?against=3");
    const { detail, errors } = await response.json();
    expect([response.status, errors[0].code]).toEqual([400, "too_many_points"]);
    expect(detail).toContain("More than 2 values were written between vintage 1 and 3");
    expect((await get("/api/v1/vintages/1/diff?against=3&countries=US")).status).toBe(200);
    expect((await get("/api/v1/vintages/2/diff?against=3")).status).toBe(200);
  });

  it("never fails of itself, whatever is asked", async () => {
    const { get } = served();
    const vintage = fc.oneof(
      fc.constantFrom("2", "3", "2025-03-02", "0", "1e9", "..", "%00", "newest"),
      fc.string().map(encodeURIComponent),
    );
    const name = fc.oneof(
      fc.constantFrom("against", "metric", "range", "from", "to", "vintage", "platforms", "interval", "v", "skip"),
      fc.string(),
    );
    const text = fc.oneof(fc.constantFrom("1", "3", "signups", "all", "last3", "rednote,tiktok", "2025-01-13", "week"), fc.string());
    const query = fc.array(fc.tuple(name, text), { maxLength: 5 }).map((pairs) => new URLSearchParams(pairs).toString());
    await fc.assert(
      fc.asyncProperty(vintage, query, async (path, pairs) => {
        const { status } = await get(`/api/v1/vintages/${path}/diff?${pairs}`);
        expect([200, 400, 404]).toContain(status);
      }),
      { numRuns: 200 },
    );
  });

  it("is described", async () => {
    const { get } = served();
    const document = await (await get("/api/v1/openapi.json")).json();
    const { parameters } = document.paths["/api/v1/vintages/{vintage}/diff"].get;
    const names = parameters.map((one: { name: string; in: string }) => `${one.in} ${one.name}`);
    expect(names).toEqual(expect.arrayContaining(["path vintage", "query against", "query metric", "query range"]));
    expect(names).not.toContain("query vintage");
  });
});
