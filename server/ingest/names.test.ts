import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { REFERENCE } from "../store/store.fixture.ts";
import { Names } from "./names.ts";

/** The names that ship: hints must be right among all of them. */
function shipped(file: string): { id: string; name: string }[] {
  const text = readFileSync(join(import.meta.dirname, "../../data/reference", file));
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  return rows.map((row) => ({ id: row.id ?? row.country ?? "", name: row.name ?? "" }));
}

const names = new Names({
  ...REFERENCE,
  platforms: shipped("platforms.csv"),
  countries: shipped("countries.csv").map((country) => ({ ...country, region: "", population: null, population_year: null })),
  topics: shipped("topics.csv"),
  metrics: shipped("metrics.csv").map((entry) => ({ ...REFERENCE.metrics[0], ...entry }) as (typeof REFERENCE.metrics)[number]),
});

describe("a hint for a country", () => {
  it.each([
    ["UK", "GB"],
    ["uk", "GB"],
    ["EL", "GR"],
    ["USA", "US"],
    ["us", "US"],
    [" US", "US"],
    ["U.S.", "US"],
    ["United States", "US"],
    ["united states of america", "US"],
    ["Untied States", "US"],
    ["DEU", "DE"],
    ["germany", "DE"],
    ["Germny", "DE"],
    ["Côte d'Ivoire", "CI"],
    ["Cote dIvoire", "CI"],
    ["Turkey", "TR"],
    ["Turkiye", "TR"],
    ["South Korea", "KR"],
    ["World", "WORLD"],
    ["worldwide", "WORLD"],
  ])("%s is %s", (text, id) => expect(names.hint("country", text)).toBe(id));

  it.each(["XX", "QQQ", "Atlantis", "", "12", "x".repeat(1000)])("there is none for %s", (text) =>
    expect(names.hint("country", text)).toBeUndefined(),
  );

  it("names only countries that exist", () => {
    const few = new Names(REFERENCE);
    expect([few.hint("country", "UK"), few.hint("country", "EL"), few.hint("country", "France")]).toEqual(["GB", undefined, undefined]);
  });
});

describe("a hint for another name", () => {
  it.each([
    ["platform", "RedNote", "rednote"],
    ["platform", "red-note", "rednote"],
    ["platform", "rednot", "rednote"],
    ["platform", "Xiaohongshu", "rednote"],
    ["platform", "Tik Tok", "tiktok"],
    ["platform", "vine", undefined],
    ["metric", "signup", "signups"],
    ["metric", "Daily active users", "daily_active_users"],
    ["metric", "DAU", "daily_active_users"],
    ["metric", "downlaods", "downloads"],
    ["metric", "happiness", undefined],
    ["topic", "Cost of living", "cost-of-living"],
    ["topic", "cost_of_livng", "cost-of-living"],
    ["source", "Panel", "panel"],
    ["source", "defualt", "default"],
    ["platform", "titkok", "tiktok"],
  ] as const)("%s %s", (dimension, text, id) => expect(names.hint(dimension, text)).toBe(id));

  it("is the same however often it is asked for", () => {
    for (let time = 0; time < 3; time++) expect(names.hint("metric", "signnups")).toBe("signups");
    for (let typo = 0; typo < 3000; typo++) names.hint("platform", `typo${typo}`);
    expect(names.hint("platform", "tiktock")).toBe("tiktok");
  });
});
