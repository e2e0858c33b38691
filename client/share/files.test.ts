import { describe, expect, it } from "vitest";
import { defaultView } from "../../data/model/view.ts";
import { filesOf } from "./files.ts";

describe("the files of a page", () => {
  it("are its own table or chart, at the vintage of the link", () => {
    const view = { ...defaultView(), vintage: 3, against: "4" };
    expect(filesOf("growth", view).map(({ href }) => href)).toEqual([
      "/export.csv?v=1&vintage=3&format=1",
      "/export.json?v=1&vintage=3&format=1",
      "/chart.svg?v=1&vintage=3",
      "/chart.png?v=1&vintage=3",
      "/chart.png?v=1&vintage=3&scale=2",
    ]);
    expect(filesOf("evidence", view)[0]?.href).toBe("/export/figures.csv?v=1&vintage=3&format=1");
  });

  it("are none where a page has none", () => {
    expect(filesOf("story", defaultView())).toEqual([]);
    expect(filesOf("growth", { ...defaultView(), layout: "countries" }).map(({ name }) => name)).toEqual(["CSV", "JSON"]);
  });
});
