import { describe, expect, it } from "vitest";
import { defaultView } from "../model/view.ts";
import { shippedFigure } from "./evidence.fixture.ts";
import { growthOf } from "./figure-growth.ts";

describe("the growth chart of a figure", () => {
  const of = (id: string) => growthOf(shippedFigure(id), { vintage: 3 });

  it("shows its metric, platform and country around its days, and points it out, as of the same vintage", () => {
    expect(of("rf004").view).toEqual({ ...defaultView(), platforms: ["rednote"], figure: "rf004", vintage: 3 });
    expect(of("rf175").view).toMatchObject({ platforms: ["tiktok"], range: { from: "2026-01-20", to: "2026-02-17" } });
    expect(of("rf078").view).toMatchObject({ metric: "app_store_rank", countries: ["FR"] });
  });

  it("is none for a total of several days, and for what the catalog has no metric of", () => {
    expect(of("rf028")).toEqual({ view: null, why: "total" });
    expect(of("rf009")).toEqual({ view: null, why: "metric" });
  });
});
