import { describe, expect, it } from "vitest";
import { EVENT_ROW, FIGURE_ROW, METRIC_ROW, TOPIC_ROW } from "./entries.ts";
import { tableOf } from "./table.ts";

const lines = (...rows: string[][]) => rows.map((cells, index) => ({ line: index + 1, cells }));

describe("a table", () => {
  it("gives an entry for each line, whatever the order of its columns", () => {
    expect(tableOf(TOPIC_ROW, lines(["name", "id"], ["Privacy", "privacy"]))).toEqual({
      entries: [{ id: "privacy", name: "Privacy" }],
      faults: [],
    });
  });

  it("names line and column of each fault, all of them at once", () => {
    const { faults } = tableOf(TOPIC_ROW, lines(["id", "name"], ["Pri vacy", ""], ["all"], ["all", "All"]));
    expect(faults).toEqual([
      { line: 2, column: "id", detail: "`Pri vacy` is no slug (small letters, digits, - and _)" },
      { line: 2, column: "name", detail: "`` is empty" },
      { line: 3, column: "", detail: "has 1 cells where the header has 2" },
    ]);
  });

  it("names columns that are missing, unknown or there twice", () => {
    expect(tableOf(TOPIC_ROW, lines(["id", "id", "nmae"])).faults).toEqual([
      { line: 1, column: "name", detail: "is missing" },
      { line: 1, column: "id", detail: "is there twice" },
      { line: 1, column: "nmae", detail: "is not a column of this file" },
    ]);
    expect(tableOf(TOPIC_ROW, []).faults.map(({ column }) => column)).toEqual(["id", "name"]);
  });

  it("refuses an id that another line has", () => {
    const { faults } = tableOf(TOPIC_ROW, lines(["id", "name"], ["all", "All"], ["all", "Again"]), ({ id }) => id);
    expect(faults).toEqual([{ line: 3, column: "", detail: "`all` stands on line 2 already" }]);
  });
});

describe("a row", () => {
  const event = {
    date: "2025-01-18",
    until: "2025-01-19",
    slug: "tiktok-goes-dark",
    title: "TikTok stops serving US users",
    short: "TikTok dark 14 hours",
    rank: "0",
    platforms: "tiktok;lemon8",
    countries: "US",
    kind: "platform",
    url: "https://example.org/",
    note: "",
  };

  it("reads lists, numbers and empty cells", () => {
    expect(EVENT_ROW.read(event).entry).toMatchObject({ rank: 0, platforms: ["tiktok", "lemon8"], countries: ["US"], until: "2025-01-19" });
    expect(EVENT_ROW.read({ ...event, until: "", platforms: "" }).entry).toMatchObject({ until: null, platforms: [] });
  });

  it.each([
    ["date", "2025-02-30"],
    ["until", "19 January"],
    ["rank", "first"],
    ["platforms", "tiktok;"],
    ["url", "example.org"],
  ])("refuses a bad %s", (column, text) => {
    expect(EVENT_ROW.read({ ...event, [column]: text }).problems).toEqual([{ column, detail: expect.any(String) }]);
  });

  it("keeps the signs of a number and refuses what only looks like one", () => {
    const cells = Object.fromEntries(FIGURE_ROW.columns.map((column) => [column, ""]));
    const faultsOf = (value: string) => FIGURE_ROW.read({ ...cells, value }).problems.map(({ column }) => column);
    for (const good of ["-17", "133.8", "0"]) expect(faultsOf(good)).not.toContain("value");
    for (const bad of ["", "1e6", "1,000", "NaN", "0x10", " 5"]) expect(faultsOf(bad)).toContain("value");
  });

  it("leaves out what is for people only", () => {
    const cells = {
      id: "posts",
      name: "Posts",
      unit: "posts",
      over_time: "sum",
      over_countries: "sum",
      whole: "yes",
      least: "0",
      most: "9",
    };
    expect(METRIC_ROW.read({ ...cells, description: "Posts." }).entry).toEqual({ ...cells, whole: true, least: 0, most: 9 });
    expect(METRIC_ROW.read({ ...cells, whole: "true", over_time: "max", description: "" }).problems.map(({ column }) => column)).toEqual([
      "over_time",
      "whole",
      "description",
    ]);
  });
});
