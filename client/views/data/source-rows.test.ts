import { describe, expect, it } from "vitest";
import { CATALOG } from "../../controls/catalog.fixture.ts";
import { sourceRows } from "./source-rows.ts";

describe("the sources of a catalog", () => {
  it("come with their days, places and metrics; those without values last", () => {
    expect(sourceRows(CATALOG).map(({ source, days, series, where, metrics }) => [source.id, days, series, where, metrics])).toEqual([
      ["model-press", "1 Jan to 14 Feb 2025", "2 series", "RedNote, TikTok; United States", "Daily active users"],
      ["model-blog", "1 Jan to 14 Feb 2025", "1 series", "RedNote; United States", "Daily active users"],
      ["illustrative", "1 Jan to 14 Feb 2025", "at most 6 series", "RedNote; United States, Germany", "Daily active users, Posts"],
      ["default", "", "", "", ""],
    ]);
  });

  it("count what is too long to be read out", () => {
    const coverage = CATALOG.coverage.slice(0, 1).map((row) => ({ ...row, countries: CATALOG.countries.map(({ id }) => id) }));
    expect(sourceRows({ ...CATALOG, coverage })[0]?.where).toBe(`RedNote; ${CATALOG.countries.length} countries`);
  });
});
