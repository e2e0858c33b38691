import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { surgeOf } from "../../data/analysis/surge.ts";
import { SURGE_FIGURES, surgeFigure } from "../../data/analysis/surge-figure.ts";
import type { SurgeRecord } from "../../data/analysis/surge-table.ts";
import { dayOf, numberOf } from "../../data/model/day.ts";
import { servedApp, servedStore } from "../app.fixture.ts";
import { readConfig } from "../config.ts";
import { origin, snapshot } from "../store/store.fixture.ts";

const FIRST = numberOf("2025-01-01");
const USERS = { over_time: "sum" } as const;

/** 28 days of 1000, up to 4000 in three days, then half of what is above 1200 gone every five days. */
const SURGE = [
  ...Array.from({ length: 28 }, (_, day) => 1000 + (day % 3)),
  ...[1500, 2500, 4000],
  ...Array.from({ length: 40 }, (_, day) => 1200 + Math.round(2800 * 2 ** (-(day + 1) / 5))),
];
const FLAT = Array.from({ length: 60 }, (_, day) => 500 + (day % 4));

/** Series of the metric `downloads`, on top of the batches that {@link servedStore} has. */
function surgeStore() {
  const store = servedStore();
  const batch = store.open(origin("2025-03-03T10:00:00.000Z", "04"));
  const kinds = { model: "modelled", show: "illustrative" } as const;
  const about = { publisher: "", url: "", licence: "", method: "", day_zone: "" };
  batch.put({ sources: Object.entries(kinds).map(([id, kind]) => ({ ...about, id, name: `=${id}`, kind })) });
  const add = (values: readonly number[], given: object) =>
    batch.add(values.map((value, day) => snapshot(dayOf(FIRST + day), value, { metric: "downloads", ...given })));
  add(SURGE, {});
  add(SURGE.slice(0, 40), { country: "GB" });
  add(FLAT, { platform: "tiktok" });
  add(SURGE, { source: "model" });
  add(SURGE, { source: "show" });
  batch.commit();
  return store;
}

const { get, store } = servedApp({ store: surgeStore() });
const BASE = "/api/v1/surges?metric=downloads";

interface Answer {
  vintage: number;
  sources: { id: string }[];
  surges: (SurgeRecord & { note: string; why: string })[];
}
const asked = async (query: string): Promise<Answer> => (await get(`${BASE}${query}`)).json();
const named = ({ platform, country, source }: SurgeRecord) => `${platform} ${country} ${source}`;

describe("GET /api/v1/surges", () => {
  it("has a row for each series, in the order of the view, with the numbers that the page has", async () => {
    const { surges, ...about } = await asked("&countries=US,GB");
    expect(about).toMatchObject({ vintage: 4, metric: "downloads", unit: "users" });
    expect(about.sources.map(({ id }) => id)).toEqual(["default", "model"]);
    expect(surges.map(named)).toEqual(["rednote US default", "rednote US model", "rednote GB default", "tiktok US default"]);
    const days = SURGE.map((_, day) => FIRST + day);
    const answer = surgeOf({ days, values: SURGE }, USERS);
    const row = surges[0] as unknown as Record<string, unknown>;
    expect(row).toMatchObject({ found: true, reason: null, why: "", first_day: "2025-01-01", days_reported: 71, days_spanned: 71 });
    for (const figure of SURGE_FIGURES) {
      const found = surgeFigure(answer, figure);
      if (!("value" in found)) throw new Error(`${figure} is missing`);
      if (figure === "onset") expect(row.onset).toBe(dayOf(found.value));
      else expect([figure, row[figure]]).toEqual([figure, Number(found.value.toPrecision(6))]);
    }
    expect(row).toMatchObject({ onset: "2025-01-29", peak_day: "2025-01-31", peak_reported: 4000, missing: [] });
    expect(row.excess_low).toBeLessThan(row.excess as number);
  });

  it("says why there is no surge, and of a surge which figures are missing", async () => {
    const { surges } = await asked("&countries=GB");
    expect(surges[0]).toMatchObject({ found: true, half_life: null, retained_28: null });
    expect(surges[0]?.missing[0]).toEqual({
      figure: "half_life",
      reason: "too_early",
      needed: 21,
      there: 9,
      detail: "Too early: 9 days after the peak; it takes 21.",
    });
    expect(surges[0]?.missing.map(({ figure }) => figure)).toEqual(["half_life", "plateau", "retained_7", "retained_14", "retained_28"]);
    const none = (await asked("&platforms=tiktok")).surges[0];
    expect(none).toMatchObject({ found: false, reason: "no_rise", baseline: null, peak_day: null, missing: [] });
    expect(none?.why).toBe("No surge found: no day rises above the level for good.");
  });

  it("says of each series what kind its source is; what is made up is off until it is named", async () => {
    const notes = async (query: string) => Object.fromEntries((await asked(query)).surges.map((row) => [row.source, row.note]));
    expect(await notes("&platforms=rednote")).toEqual({ default: "", model: "a property of the model" });
    expect(await notes("&platforms=rednote&sources=show")).toEqual({ show: "made up" });
  });

  it("adds countries up where the view says so", async () => {
    const { surges } = await asked("&countries=US,GB&sum=countries&platforms=rednote&sources=default");
    expect(surges.map((row) => [row.country, row.days_reported, Math.round(row.baseline ?? 0)])).toEqual([["US+GB", 40, 2002]]);
  });

  it("reads a sum on the days on which all of the countries reported, even where the view allows some", async () => {
    const sum = "&countries=US,GB&sum=countries&platforms=rednote&sources=default";
    expect((await asked(`${sum}&partial=1`)).surges).toEqual((await asked(sum)).surges);
  });

  it("says which days an excess lacks", async () => {
    const { surges } = await asked("&platforms=rednote&sources=default");
    expect(surges.map((row) => row.excess_unreported)).toEqual([0]);
  });

  it("reads all days, whatever the dates and the look of the view", async () => {
    const one = await get(BASE);
    const same = await get(`${BASE}&from=2025-02-01&to=2025-02-02&interval=week&scale=linear&sort=-peak&surge=on&figures=off`);
    expect(same.headers.get("ETag")).toBe(one.headers.get("ETag"));
  });

  it("is CSV where the address or Accept asks for it: the same rows", async () => {
    const byFormat = await get(`${BASE}&countries=US,GB&format=csv`);
    const byAccept = await get(`${BASE}&countries=US,GB`, { Accept: "text/csv" });
    const text = await byFormat.text();
    expect(await byAccept.text()).toBe(text);
    expect([byFormat.headers.get("Vary"), byAccept.headers.get("Vary")]).toEqual(["Accept-Encoding", "Accept-Encoding, Accept"]);
    expect(byFormat.headers.get("Content-Type")).toBe("text/csv; charset=utf-8; header=present");
    const { surges } = await asked("&countries=US,GB");
    const rows: Record<string, string>[] = parse(text, { columns: true, record_delimiter: "\r\n" });
    expect(rows).toHaveLength(surges.length);
    rows.forEach((row, index) => {
      expect([row.metric, row.unit, row.vintage]).toEqual(["downloads", "users", "4"]);
      for (const [name, value] of Object.entries(surges[index] as object))
        if (name !== "missing") expect([name, row[name]]).toEqual([name, value === null ? "" : String(value)]);
    });
    expect(rows[2]?.missing).toContain("half_life:too_early;plateau:too_early");
    // Whatever stands in a cell, no spreadsheet works it out.
    expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+@]/.test(cell))).toEqual([]);
  });

  it("is asked for again, pinned or not: a vintage holds the data still, not the analysis", async () => {
    const live = await get(BASE);
    expect(live.headers.get("Cache-Control")).toBe("public, no-cache");
    expect((await get(BASE, { "If-None-Match": live.headers.get("ETag") ?? "" })).status).toBe(304);
    const pinned = await get(`${BASE}&vintage=4`);
    expect(pinned.headers.get("Cache-Control")).toBe("public, no-cache");
    expect(pinned.headers.get("ETag")).toBe(live.headers.get("ETag"));
    expect(await asked("&vintage=3")).toMatchObject({ vintage: 3, surges: [] });
  });

  it("is refused where it would be made of too many points, counted over all days", async () => {
    const few = servedApp({ store, config: readConfig({ SURGE_POINTS: "100" }) });
    const refused = await few.get(`${BASE}&from=2025-02-01&to=2025-02-02`);
    expect(refused.status).toBe(400);
    expect((await refused.json()).errors).toContainEqual(expect.objectContaining({ code: "too_many_points" }));
  });

  it.each([
    ["metric=sighs", "metric", "unknown_metric"],
    ["platforms=vine&metric=downloads", "platforms", "unknown_platform"],
    ["countries=ZZ&metric=downloads", "countries", "unknown_country"],
    ["metric=downloads&colour=red", "colour", "unknown_parameter"],
    ["metric=downloads&format=xml", "format", "malformed"],
    ["metric=downloads&vintage=9", "vintage", "unknown_vintage"],
  ])("answers 400 to %s and names the parameter", async (query, field, code) => {
    const response = await get(`/api/v1/surges?${query}`);
    expect(response.status).toBe(400);
    expect((await response.json()).errors).toContainEqual(expect.objectContaining({ field, code }));
  });

  it("is described, and says that retained share is no cohort's retention", async () => {
    const document = await (await get("/api/v1/openapi.json")).json();
    const { description, responses } = document.paths["/api/v1/surges"].get;
    expect(description).toContain("not the retention of a cohort");
    expect(Object.keys(responses["200"].content)).toEqual(["application/json", "text/csv"]);
    expect(document.components.schemas.Surges.properties.surges.items.properties.half_life.description).toContain("exponential decay");
  });
});
