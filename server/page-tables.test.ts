import { describe, expect, it } from "vitest";
import type { Catalog } from "../data/model/catalog.ts";
import { numberOf } from "../data/model/day.ts";
import type { SeriesQuery } from "../data/model/series.ts";
import { defaultView } from "../data/model/view.ts";
import { servedStore } from "./app.fixture.ts";
import { pageTable } from "./page-tables.ts";

const IDS = Array.from({ length: 240 }, (_, index) => `C${index}`);

/** A catalog of more countries and days than a page reads. */
function large(): Catalog {
  const catalog = servedStore().catalog();
  const [country, row] = [catalog.countries[0], catalog.coverage[0]];
  if (!country || !row) throw new Error("the fixture has no country with data");
  return {
    ...catalog,
    days: { first: "2020-01-01", last: "2025-12-31" },
    countries: IDS.map((id) => ({ ...country, id, name: `Country ${id}` })),
    coverage: [{ ...row, metric: "signups", platform: "rednote", countries: IDS }],
  };
}

describe("the table of countries for those who run no script", () => {
  it("reads no more countries than it has time for, the highest first, and says how many are left out", () => {
    const asked: SeriesQuery[] = [];
    const catalog = large();
    const source = catalog.coverage[0]?.source ?? "";
    const days = [numberOf("2025-01-13"), numberOf("2025-01-14")];
    const series = (query: SeriesQuery) => {
      asked.push(query);
      return query.countries.map((country, index) => ({
        ...{ platform: "rednote", country, metric: "signups", topic: "all", source, days },
        values: [index * 100, 7],
      }));
    };
    const view = { ...defaultView(), metric: "signups", platforms: ["rednote"], sources: [source] };
    const store = { ...servedStore(), series };
    const table = pageTable("countries", { view, catalog, vintage: 3, language: "en", store });
    const read = asked[0]?.countries.length ?? 0;
    expect(read).toBeGreaterThan(20);
    expect(read).toBeLessThan(100);
    expect(table?.rows).toHaveLength(read);
    expect(table?.rows[0]?.slice(0, 6)).toEqual([`Country C${read - 1}`, "RedNote", expect.any(String), "2025-01-13", "7", "2025-01-14"]);
    expect(table?.more).toBe(`${240 - read} more countries are in the files.`);
  });
});
