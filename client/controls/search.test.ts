import { describe, expect, it } from "vitest";
import { CATALOG } from "./catalog.fixture.ts";
import { countryWords, flagOf, found } from "./search.ts";

const countries = CATALOG.countries.map((country) => ({ ...country, words: countryWords(country.id) }));
const first = (text: string) => found(countries, text)[0]?.id;

describe("finding a country", () => {
  it.each([
    ["United States", "US"],
    ["us", "US"],
    ["USA", "US"],
    ["U.S.", "US"],
    ["America", "US"],
    ["🇺🇸", "US"],
    ["UK", "GB"],
    ["britain", "GB"],
    ["kingdom", "GB"],
    ["gb", "GB"],
    ["ivory coast", "CI"],
    ["cote", "CI"],
    ["ger", "DE"],
    ["world", "WORLD"],
  ])("by %s", (text, id) => {
    expect(first(text)).toBe(id);
  });

  it("puts an exact code before the names that have it inside", () => {
    expect(found(countries, "us").map(({ id }) => id)).toEqual(["US", "AU", "AT", "BY", "CY"]);
  });

  it("finds nothing by what nothing is called, and all by nothing", () => {
    expect(found(countries, "zzz")).toEqual([]);
    expect(found(countries, "  ")).toHaveLength(countries.length);
  });
});

it("makes a flag of a code, and none of the world", () => {
  expect(flagOf("DE")).toBe("🇩🇪");
  expect(flagOf("WORLD")).toBe("");
});
