import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { servedApp, servedStore } from "../app.fixture.ts";
import { readConfig } from "../config.ts";
import { origin, snapshot } from "../store/store.fixture.ts";

/** A fourth batch, of a source whose words a spreadsheet would work out. */
function store() {
  const made = servedStore();
  const batch = made.open(origin("2025-03-03T10:00:00.000Z", "04"));
  const about = { publisher: '=HYPERLINK("x")', url: "", licence: "+CC BY", method: "", day_zone: "" };
  batch.put({ sources: [{ ...about, id: "desk", name: "Desk", kind: "observed" }] });
  batch.add([snapshot("2025-01-13", 12.5, { source: "desk", metric: "downloads" }), snapshot("2025-01-14", 9, { source: "desk" })]);
  batch.commit();
  return made;
}

const VIEW = "v=1&metric=signups&platforms=rednote&countries=US,GB&from=2025-01-11&to=2025-01-14";
const served = servedApp({ store: store() });
const { get } = served;
const rowsOf = async (path: string): Promise<Record<string, string>[]> => parse(await (await get(path)).text(), { columns: true });

describe("GET /export.csv and /export.json", () => {
  it("hold the drawn points with view, vintage, source, kind and licence on each row", async () => {
    const rows = await rowsOf(`/export.csv?${VIEW}`);
    expect(rows.map(({ date, country, source, value }) => [date, country, source, value])).toEqual([
      ["2025-01-12", "US", "default", "7"],
      ["2025-01-13", "US", "default", "35"],
      ["2025-01-14", "US", "desk", "9"],
      ["2025-01-13", "GB", "default", "5"],
    ]);
    expect(rows[2]).toMatchObject({ kind: "observed", metric: "signups", interval: "day", licence: "'+CC BY", vintage: "4" });
    expect(rows[2]?.view).toBe(`${VIEW}&vintage=4`);
  });

  it("say the same in JSON, with each source once", async () => {
    const file = await (await get(`/export.json?${VIEW}`)).json();
    expect(file).toMatchObject({ format: 1, view: `${VIEW}&vintage=4`, vintage: 4, metric: "signups", interval: "day" });
    expect(file.title).not.toBe("");
    expect(file.sources.map(({ id }: { id: string }) => id)).toEqual(["default", "desk"]);
    const rows = await rowsOf(`/export.csv?${VIEW}`);
    expect(file.rows.map(({ date, value }: { date: string; value: number }) => [date, String(value)])).toEqual(
      rows.map(({ date, value }) => [date, value]),
    );
  });

  it("pinned are the same bytes after a restatement, live ones are not", async () => {
    const { get: ask, store: own } = servedApp({ store: store() });
    const bytes = async (path: string) => (await ask(path)).text();
    const paths = [`/export.csv?${VIEW}`, `/export.json?${VIEW}&format=1`];
    const before = await Promise.all(paths.map((path) => bytes(`${path}&vintage=4`)));
    const live = await Promise.all(paths.map(bytes));
    expect(live).toEqual(before);
    const batch = own.open(origin("2025-03-03T11:00:00.000Z", "05"));
    batch.add([snapshot("2025-01-12", 8)]);
    batch.commit();
    expect(await Promise.all(paths.map((path) => bytes(`${path}&vintage=4`)))).toEqual(before);
    expect(await bytes(paths[0] as string)).not.toBe(live[0]);
    const pinned = await ask(`${paths[0]}&vintage=4`);
    expect(pinned.headers.get("Cache-Control")).toContain("immutable");
    const known = await ask(`${paths[0]}&vintage=4`, { "If-None-Match": pinned.headers.get("ETag") ?? "" });
    expect(known.status).toBe(304);
  });

  it("are saved under a name, and are no page", async () => {
    const { headers } = await get(`/export.csv?${VIEW}`);
    expect(headers.get("Content-Type")).toContain("text/csv");
    expect(headers.get("Content-Disposition")).toBe('attachment; filename="rednote-surge-vintage-4.csv"');
    expect(headers.get("Content-Security-Policy")).toContain("default-src 'none'");
  });

  it.each([
    ["interval=fortnight", "interval", "malformed"],
    ["metric=sighs", "metric", "unknown_metric"],
    ["countries=ZZ", "countries", "unknown_country"],
    ["colour=red", "colour", "unknown_parameter"],
    ["format=2", "format", "malformed"],
    ["vintage=9", "vintage", "unknown_vintage"],
    ["from=2025-02-01&to=2025-01-01", "from", "reversed_range"],
  ])("answer 400 to %s and name the parameter", async (query, field, code) => {
    for (const path of ["/export.csv", "/export.json", "/export/countries.csv", "/export/figures.json"]) {
      const response = await get(`${path}?${query}`);
      expect(response.status).toBe(400);
      expect((await response.json()).errors).toContainEqual(expect.objectContaining({ field, code }));
    }
  });

  it("refuse what is too much before it is read", async () => {
    const few = servedApp({ store: store(), config: readConfig({ SURGE_POINTS: "3" }) });
    const response = await few.get(`/export.csv?${VIEW}`);
    expect(response.status).toBe(400);
    expect((await response.json()).errors).toContainEqual(expect.objectContaining({ code: "too_many_points" }));
  });

  it("are for those alone who may read where access is private", async () => {
    const locked = servedApp({ store: store(), config: readConfig({ SURGE_ACCESS: "private" }) });
    for (const path of ["/export.csv", "/export/figures.json", "/export/countries.csv"]) expect((await locked.get(path)).status).toBe(401);
  });
});

describe("GET /export/countries.csv", () => {
  it("has a row for each country with data, whichever the view names", async () => {
    const rows = await rowsOf("/export/countries.csv?metric=signups&platforms=rednote&countries=GB");
    expect(rows.map(({ country, source, reason }) => [country, source, reason])).toEqual([
      ["US", "default", "few_days"],
      ["US", "desk", "few_days"],
      ["GB", "default", "few_days"],
    ]);
    expect(rows[0]).toMatchObject({ metric: "signups", vintage: "4", days_reported: "2" });
    const file = await (await get("/export/countries.json?metric=signups&platforms=rednote")).json();
    expect(file.rows[0].missing).toEqual([]);
    expect(file.description).toContain("not the retention of a cohort");
  });
});

describe("GET /export/figures.csv", () => {
  it("has the figures that the view shows, with their addresses", async () => {
    expect((await rowsOf("/export/figures.csv?metric=signups")).map(({ id }) => id)).toEqual(["rf001"]);
    const all = await rowsOf("/export/figures.csv?metric=signups&platforms=&countries=");
    expect(all.map(({ id }) => id)).toEqual(["rf001", "rf002"]);
    expect(all[0]).toMatchObject({ vintage: "4", view: "v=1&platforms=&countries=&vintage=4" });
    expect(all[0]?.url).toMatch(/^https:/);
  });

  it("is the same file for addresses that differ in what decides no figure", async () => {
    const one = await get("/export/figures.csv?metric=signups&interval=week");
    expect(one.headers.get("ETag")).toBe((await get("/export/figures.csv?metric=signups&scale=linear")).headers.get("ETag"));
  });
});

describe("the description", () => {
  it("names each file with what it takes and holds", async () => {
    const document = await (await get("/api/v1/openapi.json")).json();
    for (const path of ["/export", "/export/countries", "/export/figures"]) {
      expect(Object.keys(document.paths[`${path}.csv`].get.responses["200"].content)).toEqual(["text/csv"]);
      const names = document.paths[`${path}.json`].get.parameters.map(({ name }: { name: string }) => name);
      expect(names).toEqual(expect.arrayContaining(["metric", "vintage", "format"]));
    }
    expect(document.components.schemas.DrawnPoint.properties.kind.enum).toContain("modelled");
  });
});
