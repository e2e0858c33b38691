import { describe, expect, it } from "vitest";
import { defaultView } from "../../data/model/view.ts";
import { CATALOG, figure } from "./catalog.fixture.ts";
import { reachOf } from "./reach.ts";

const view = defaultView();

describe("reachOf", () => {
  it("tells daily series from those of sources that are off", () => {
    const reach = reachOf("countries", view, CATALOG, []);
    expect([reach("US"), reach("DE"), reach("AU")]).toEqual(["lines", "off", "none"]);
    expect(reachOf("countries", { ...view, sources: ["illustrative"] }, CATALOG, [])("DE")).toBe("lines");
  });

  it("tells what the metric has elsewhere from what it does not have", () => {
    const reach = reachOf("platforms", { ...view, countries: ["DE"] }, CATALOG, []);
    expect([reach("rednote"), reach("tiktok"), reach("capcut")]).toEqual(["off", "elsewhere", "none"]);
  });

  it("counts figures that would be drawn, and no others", () => {
    const reach = (...figures: Parameters<typeof figure>[0][]) => reachOf("countries", view, CATALOG, figures.map(figure))("AU");
    expect(reach({ country: "AU" })).toBe("figures");
    expect(reach({ country: "AU", estimate_kind: "untraceable" })).toBe("none");
    expect(reach({ country: "AU", metric_id: null })).toBe("none");
    expect(reach({ country: "AU", basis: "total" })).toBe("none");
    expect(reach({ country: "AU", platform: "capcut" })).toBe("none");
    expect(reachOf("countries", { ...view, figures: false }, CATALOG, [figure({ country: "AU" })])("AU")).toBe("none");
  });

  it("looks at metrics beside the platforms and countries that are chosen", () => {
    const reach = reachOf("metric", view, CATALOG, [figure({ metric_id: "app_store_rank" })]);
    expect([reach("daily_active_users"), reach("posts"), reach("app_store_rank")]).toEqual(["lines", "off", "figures"]);
    expect(reachOf("metric", { ...view, countries: ["AU"] }, CATALOG, [])("posts")).toBe("elsewhere");
  });
});
