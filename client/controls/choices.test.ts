import { describe, expect, it } from "vitest";
import { defaultView } from "../../data/model/view.ts";
import { CATALOG } from "./catalog.fixture.ts";
import { toggled, withCountries, withMetric, withSource, withSources } from "./choices.ts";

const view = defaultView();

describe("toggled", () => {
  it("adds at the end, so that the first keeps its colour", () => {
    expect(toggled(["US"], "GB")).toEqual(["US", "GB"]);
  });

  it("puts an id back where the order has it, so that the address is the same as before", () => {
    expect(toggled(["tiktok"], "rednote", ["rednote", "tiktok", "lemon8"])).toEqual(["rednote", "tiktok"]);
    expect(toggled(["rednote", "tiktok"], "lemon8", ["rednote", "tiktok", "lemon8"])).toEqual(["rednote", "tiktok", "lemon8"]);
  });

  it("leaves the others in the order of the link", () => {
    expect(toggled(["tiktok", "rednote"], "lemon8", ["rednote", "tiktok", "lemon8"])).toEqual(["tiktok", "rednote", "lemon8"]);
  });

  it("takes away, but never the last", () => {
    expect(toggled(["US", "GB"], "US")).toEqual(["GB"]);
    expect(toggled(["US"], "US")).toEqual(["US"]);
  });
});

describe("withMetric", () => {
  it("keeps the topics that the metric has and falls back to all of them", () => {
    const chosen = { ...view, metric: "posts", topics: ["privacy"] };
    expect(withMetric(chosen, "posts", CATALOG).topics).toEqual(["privacy"]);
    expect(withMetric(chosen, "daily_active_users", CATALOG)).toEqual({ ...view, topics: ["all"] });
  });
});

describe("sources", () => {
  it("writes the usual set as none, in whatever order it was chosen", () => {
    expect(withSources(view, ["model-blog", "default", "model-press"], CATALOG).sources).toEqual([]);
  });

  it("names them all once the made-up one is on, and none again when it goes", () => {
    const on = withSource(view, "illustrative", CATALOG);
    expect(on.sources).toEqual(["default", "model-press", "model-blog", "illustrative"]);
    expect(withSource(on, "illustrative", CATALOG).sources).toEqual([]);
  });

  it("names what is left when a usual one goes", () => {
    expect(withSource(view, "model-blog", CATALOG).sources).toEqual(["default", "model-press"]);
  });
});

describe("withCountries", () => {
  it("adds nothing up where one country is left", () => {
    const summed = { ...view, countries: ["US", "GB"], sum: true, partial: true };
    expect(withCountries(summed, ["US", "GB", "DE"])).toMatchObject({ sum: true, partial: true });
    expect(withCountries(summed, ["GB"])).toMatchObject({ countries: ["GB"], sum: false, partial: false });
  });
});
