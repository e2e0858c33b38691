import { describe, expect, it } from "vitest";
import { carried } from "./page.ts";
import { defaultView } from "./view.ts";

describe("a view that is carried to another page", () => {
  it("shows every figure on Evidence where nobody has chosen platforms or countries", () => {
    expect(carried(defaultView(), "evidence")).toEqual({ ...defaultView(), platforms: [], countries: [] });
    const chosen = { ...defaultView(), countries: ["DE"] };
    expect(carried(chosen, "evidence")).toEqual(chosen);
  });

  it("is the usual one again elsewhere, or what was chosen there", () => {
    expect(carried(carried(defaultView(), "evidence"), "growth")).toEqual(defaultView());
    const some = { ...defaultView(), platforms: ["lemon8"], countries: [] };
    expect(carried(some, "countries")).toEqual({ ...some, countries: ["US"] });
  });

  it("leaves behind what a table was searched for and sorted by", () => {
    expect(carried({ ...defaultView(), search: "tiktok", sort: "-peak", dense: true }, "map")).toEqual({ ...defaultView(), dense: true });
  });
});
