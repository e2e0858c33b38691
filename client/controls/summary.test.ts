import { describe, expect, it } from "vitest";
import { defaultView } from "../../data/model/view.ts";
import { CATALOG } from "./catalog.fixture.ts";
import { addsUp, countriesText, isChanged, sourcesText, topicsOf } from "./summary.ts";

const view = defaultView();

describe("sourcesText", () => {
  it("counts those with data here by kind, and the figures", () => {
    expect(sourcesText(view, CATALOG)).toBe("2 modelled, figures");
    expect(sourcesText({ ...view, figures: false }, CATALOG)).toBe("2 modelled");
  });

  it("names a source that is alone", () => {
    expect(sourcesText({ ...view, sources: ["model-blog"] }, CATALOG)).toBe("Blog reading, figures");
  });

  it("says where no source that is on has anything", () => {
    expect(sourcesText({ ...view, countries: ["DE"] }, CATALOG)).toBe("No series, figures");
    expect(sourcesText({ ...view, sources: ["illustrative"], countries: ["DE"] }, CATALOG)).toBe("Illustrative, figures");
  });

  it("shows that the made-up source is on", () => {
    const on = { ...view, sources: ["default", "model-press", "model-blog", "illustrative"] };
    expect(sourcesText(on, CATALOG)).toBe("2 modelled, 1 illustrative, figures");
  });
});

describe("countriesText", () => {
  it("names one country, codes several, and counts many", () => {
    expect(countriesText(view, CATALOG)).toBe("United States");
    expect(countriesText({ ...view, countries: [] }, CATALOG)).toBe("None");
    expect(countriesText({ ...view, countries: ["US", "GB"] }, CATALOG)).toBe("US, GB");
    expect(countriesText({ ...view, countries: ["US", "GB"], sum: true }, CATALOG)).toBe("US + GB");
    expect(countriesText({ ...view, countries: ["US", "GB", "DE", "AU", "AT", "CY"] }, CATALOG)).toBe("US, GB, DE, AU and 2 more");
  });

  it("joins no ranks, which do not add up", () => {
    expect(countriesText({ ...view, metric: "app_store_rank", countries: ["US", "GB"], sum: true }, CATALOG)).toBe("US, GB");
  });
});

it("adds up several countries of a metric that can be", () => {
  expect(addsUp(view, CATALOG)).toBe(false);
  expect(addsUp({ ...view, countries: ["US", "GB"] }, CATALOG)).toBe(true);
  expect(addsUp({ ...view, countries: ["US", "GB"], metric: "app_store_rank" }, CATALOG)).toBe(false);
});

it("knows the topics of a metric", () => {
  expect(topicsOf("posts", CATALOG)).toEqual(["all", "privacy"]);
  expect(topicsOf("daily_active_users", CATALOG)).toEqual(["all"]);
});

it("takes another vintage for no change", () => {
  expect(isChanged({ ...view, vintage: 2 })).toBe(false);
  expect(isChanged({ ...view, scale: "linear" })).toBe(true);
});
