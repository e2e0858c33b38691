import { describe, expect, it } from "vitest";
import { defaultView } from "../../../data/model/view.ts";
import { surgesQuery } from "./csv.ts";

describe("the query of the table's file", () => {
  const rows = [
    { platformId: "rednote", countryId: "US" },
    { platformId: "rednote", countryId: "GB" },
    { platformId: "tiktok", countryId: "US" },
  ];

  it("names the countries of the rows and the vintage that they are of", () => {
    expect(surgesQuery({ ...defaultView(), sources: ["illustrative"] }, rows, 7)).toEqual({
      v: "1",
      countries: "US,GB",
      sources: "illustrative",
      vintage: "7",
      format: "csv",
    });
  });

  it("names the platforms that a search has left", () => {
    expect(surgesQuery(defaultView(), rows.slice(0, 2), 7).platforms).toBe("rednote");
  });
});
