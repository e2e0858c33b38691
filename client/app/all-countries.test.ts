import { describe, expect, it, vi } from "vitest";
import { allCountriesView } from "../../data/model/all-countries.ts";
import { defaultView } from "../../data/model/view.ts";
import { CATALOG } from "../controls/catalog.fixture.ts";
import { valuesOf } from "./all-countries.ts";

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

it("reads series and figures as the vintage of the catalog has them, where a batch came after it", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (address: string | URL | Request) => {
    const { pathname, searchParams } = new URL(String(address instanceof Request ? address.url : address), "http://localhost");
    const name = pathname.split("/").at(-1) ?? "";
    const vintage = Number(searchParams.get("vintage") ?? (name === "series" ? 3 : 2));
    asked.push(`${name} ${searchParams.get("vintage") ?? "newest"}`);
    return Response.json({ vintage, dates: [], series: [], figures: [{ id: `of-${vintage}` }] });
  });
  const { figures } = await valuesOf(defaultView(), { vintage: 2 }, new AbortController().signal);
  expect(figures).toEqual([{ id: "of-2" }]);
  expect(asked.toSorted()).toEqual(["figures 2", "figures newest", "series 2", "series newest"]);
  asked.length = 0;
  await valuesOf({ ...defaultView(), vintage: 2 }, { vintage: 2 }, new AbortController().signal);
  expect(asked.toSorted()).toEqual(["figures 2", "series 2"]);
  vi.unstubAllGlobals();
});
