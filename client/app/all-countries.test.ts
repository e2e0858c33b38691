import { describe, expect, it } from "vitest";
import { allCountriesView } from "../../data/model/all-countries.ts";
import { defaultView } from "../../data/model/view.ts";
import { CATALOG } from "../controls/catalog.fixture.ts";

const countriesOf = (differences: Partial<ReturnType<typeof defaultView>>) =>
  allCountriesView({ ...defaultView(), ...differences }, CATALOG).countries;

describe("every country of a view", () => {
  it("is each with a series of its metric, platforms and sources", () => {
    expect(countriesOf({ sources: ["illustrative"] })).toEqual(["DE", "US"]);
    expect(countriesOf({ sources: ["illustrative"], platforms: ["tiktok"] })).toEqual(["US"]);
  });

  it("leaves out what is made up until it is chosen", () => {
    expect(countriesOf({ countries: ["GB"] })).toEqual(["US"]);
  });

  it("is what the view says where no country has any", () => {
    expect(countriesOf({ metric: "posts", countries: ["GB"] })).toEqual(["GB"]);
  });

  it("reads past names that the catalog lacks", () => {
    const view = allCountriesView({ ...defaultView(), platforms: ["vine", "rednote"], sources: ["illustrative"] }, CATALOG);
    expect(view.platforms).toEqual(["rednote"]);
    expect(view.countries).toEqual(["DE", "US"]);
  });
});
