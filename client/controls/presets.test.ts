import { describe, expect, it } from "vitest";
import { numberOf } from "../../data/model/day.ts";
import { defaultView } from "../../data/model/view.ts";
import { presets, sameRange } from "./presets.ts";

const extent = { from: numberOf("2024-12-31"), to: numberOf("2025-02-14") };
const rangeOf = (name: string, known: Parameters<typeof presets>[0]) => presets(known).find((preset) => preset.name === name)?.range;

describe("presets", () => {
  it("say their days", () => {
    expect(presets(extent).map(({ name, days }) => `${name}: ${days}`)).toEqual([
      "Surge week: 10–24 Jan 2025",
      "Month around: 1 Jan–15 Feb 2025",
      "Since the law: from 24 Apr 2024",
      "Last 28 days: of data",
      "All: from 31 Dec 2024",
    ]);
  });

  it("count from the data where they are relative", () => {
    expect(rangeOf("Since the law", extent)).toEqual({ from: "2024-04-24", to: "2025-02-14" });
    expect(rangeOf("Last 28 days", extent)).toEqual({ last: 28 });
    expect(rangeOf("All", extent)).toBe("all");
  });

  it("offer nothing relative without data, and nothing since the law before it", () => {
    expect(presets(null).map(({ range }) => range !== null)).toEqual([true, true, false, false, false]);
    expect(rangeOf("Since the law", { from: 0, to: numberOf("2024-01-01") })).toBeNull();
  });

  it("know the range of the first page", () => {
    expect(
      presets(null)
        .filter(({ range }) => sameRange(range, defaultView().range))
        .map(({ name }) => name),
    ).toEqual(["Month around"]);
  });
});

it("tells ranges apart", () => {
  expect(sameRange({ last: 28 }, { last: 28 })).toBe(true);
  expect(sameRange({ last: 28 }, { last: 7 })).toBe(false);
  expect(sameRange("all", "all")).toBe(true);
  expect(sameRange("all", { last: 7 })).toBe(false);
  expect(sameRange({ from: "2025-01-01", to: "2025-01-02" }, { from: "2025-01-01", to: "2025-01-03" })).toBe(false);
  expect(sameRange(null, "all")).toBe(false);
});
