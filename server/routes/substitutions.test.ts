import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { substitutionOf } from "../../data/analysis/substitution.ts";
import { dayOf, numberOf } from "../../data/model/day.ts";
import { servedApp, servedStore } from "../app.fixture.ts";
import { readConfig } from "../config.ts";
import { origin, snapshot } from "../store/store.fixture.ts";

const FIRST = numberOf("2025-01-01");
const AMOUNT = { over_time: "sum", over_countries: "sum" } as const;

/** 28 days, a rise of three, and a decay: what the one gains, the other lacks twice. */
const GAINED = [
  ...Array.from({ length: 28 }, (_, day) => 1000 + (day % 3)),
  ...[1500, 2500, 4000],
  ...Array.from({ length: 40 }, (_, day) => 1000 + Math.round(3000 * 2 ** (-(day + 1) / 5))),
];
const LOST = GAINED.map((value, day) => 20_000 + (day % 5) - 2 * (value - 1000));

function pairStore() {
  const store = servedStore();
  const batch = store.open(origin("2025-03-03T10:00:00.000Z", "04"));
  const add = (values: readonly number[], given: object) =>
    batch.add(values.map((value, day) => snapshot(dayOf(FIRST + day), value, { metric: "downloads", ...given })));
  add(GAINED, {});
  add(LOST, { platform: "tiktok" });
  add(
    GAINED.map(() => 500),
    { platform: "lemon8" },
  );
  add(GAINED, { country: "GB" });
  batch.commit();
  return store;
}

const { get, store } = servedApp({ store: pairStore() });
const BASE = "/api/v1/substitutions?metric=downloads&platforms=rednote,lemon8,tiktok&countries=US,GB";

describe("GET /api/v1/substitutions", () => {
  it("has a row for each platform beside TikTok, with a ratio and its range, or why there is none", async () => {
    const { substitutions, ...about } = await (await get(BASE)).json();
    expect(about).toEqual({ vintage: 4, metric: "downloads", unit: "users" });
    expect(
      substitutions.map((row: { platform: string; country: string; reason: string }) => [row.platform, row.country, row.reason]),
    ).toEqual([
      ["rednote", "US", null],
      ["rednote", "GB", "nothing_beside"],
      ["lemon8", "US", "no_surge"],
    ]);
    const days = GAINED.map((_, day) => FIRST + day);
    const answer = substitutionOf({ days, values: LOST }, { days, values: GAINED }, AMOUNT);
    if (!answer.found) throw new Error(answer.reason);
    const [row] = substitutions;
    expect(row).toMatchObject({
      beside: "tiktok",
      kind: "observed",
      note: "",
      found: true,
      from: "2025-01-29",
      to: "2025-02-28",
      days: 31,
    });
    expect([row.ratio, row.ratio_low, row.ratio_high]).toEqual(
      [answer.ratio.value, answer.ratio.low, answer.ratio.high].map((value) => Number(value.toPrecision(6))),
    );
    expect(row.ratio).toBeCloseTo(0.5, 1);
    expect([row.highest, row.lowest, row.lag]).toEqual(["2025-01-31", "2025-01-31", 0]);
    expect(row.said).toContain("RedNote stood");
    expect(substitutions[2]).toMatchObject({
      found: false,
      ratio: null,
      said: expect.stringMatching(/^Lemon8 has no surge to begin with\./),
    });
  });

  it("is CSV where it is asked for, with the same numbers", async () => {
    const { substitutions } = await (await get(BASE)).json();
    const text = await (await get(BASE, { Accept: "text/csv" })).text();
    const rows: Record<string, string>[] = parse(text, { columns: true, record_delimiter: "\r\n" });
    rows.forEach((row, index) => {
      for (const [name, value] of Object.entries(substitutions[index]))
        expect([name, row[name]]).toEqual([name, value === null ? "" : String(value)]);
    });
    expect(rows).toHaveLength(3);
  });

  it("reads all days, whatever the dates of the view; a pinned answer is asked for again", async () => {
    const one = await get(BASE);
    const same = await get(`${BASE}&from=2025-02-01&to=2025-02-02&interval=month`);
    expect(same.headers.get("ETag")).toBe(one.headers.get("ETag"));
    expect((await get(`${BASE}&vintage=4`)).headers.get("Cache-Control")).toBe("public, no-cache");
  });

  it("has none where TikTok is alone", async () => {
    const { substitutions } = await (await get("/api/v1/substitutions?metric=downloads&platforms=tiktok")).json();
    expect(substitutions).toEqual([]);
  });

  it.each([
    ["&platforms=vine", "platforms", "repeated_parameter"],
    ["&colour=red", "colour", "unknown_parameter"],
    ["&sources=nobody", "sources", "unknown_source"],
    ["&format=xml", "format", "malformed"],
  ])("answers 400 to %s and names the parameter", async (query, field, code) => {
    const response = await get(BASE + query);
    expect(response.status).toBe(400);
    expect((await response.json()).errors).toContainEqual(expect.objectContaining({ field, code }));
  });

  it("is refused where it would be made of too many points", async () => {
    const few = servedApp({ store, config: readConfig({ SURGE_POINTS: "100" }) });
    expect((await few.get(BASE)).status).toBe(400);
  });
});
