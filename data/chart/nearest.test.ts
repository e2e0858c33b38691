import { describe, expect, it } from "vitest";
import type { Catalog } from "../model/catalog.ts";
import { defaultView, type View } from "../model/view.ts";
import { nearestView } from "./nearest.ts";

const catalog: Catalog = {
  vintage: 2,
  received_at: null,
  days: null,
  platforms: [{ id: "rednote", name: "RedNote" }],
  countries: [{ id: "US", name: "United States", region: "Americas", population: null, population_year: null }],
  metrics: [],
  topics: [],
  sources: [
    { id: "model-press", name: "Press reading", kind: "modelled", publisher: "", url: "", licence: "", method: "", day_zone: "" },
    { id: "illustrative", name: "Illustrative", kind: "illustrative", publisher: "", url: "", licence: "", method: "", day_zone: "" },
  ],
  coverage: [
    {
      platform: "rednote",
      metric: "daily_active_users",
      source: "model-press",
      countries: ["US"],
      topics: ["all"],
      first: "2025-01-06",
      last: "2025-01-27",
    },
  ],
};
const near = (change: Partial<View>) => nearestView({ ...defaultView(), ...change }, catalog);

describe("the nearest view that has data", () => {
  it("is other days, topics, countries or platforms of the same metric, in that order", () => {
    expect(near({ range: { from: "2020-01-01", to: "2020-02-01" } })?.text).toBe("Show 6 Jan 2025 to 27 Jan 2025");
    expect(near({ topics: ["privacy"] })?.text).toBe("Show all topics");
    expect(near({ countries: ["NO"] })?.text).toBe("Show United States");
    expect(near({ platforms: ["flip"] })?.text).toBe("Show RedNote, United States");
  });

  it("of a sum that no day has is each country by itself", () => {
    expect(near({ countries: ["US", "NO"], sum: true })).toMatchObject({ text: "Show the countries one by one", view: { sum: false } });
  });

  it("of a metric without data is the first page, at the same vintage", () => {
    expect(near({ metric: "likes", vintage: 1 })).toEqual({ text: "Show the first page", view: { ...defaultView(), vintage: 1 } });
    expect(nearestView(defaultView(), { ...catalog, coverage: [] })).toBeNull();
  });
});
