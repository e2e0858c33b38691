import { describe, expect, it } from "vitest";
import { defaultView } from "../../../data/model/view.ts";
import { CATALOG } from "../../controls/catalog.fixture.ts";
import { extentOf, readChosen, seriesOf, writeChosen } from "./chosen.ts";

const view = defaultView();

describe("what the calendar is of", () => {
  it("is the view's metric and its first source that has any, unless the address says otherwise", () => {
    expect(readChosen(null, CATALOG, view)).toEqual({ metric: "daily_active_users", source: "model-press", one: null });
    expect(readChosen(null, CATALOG, { ...view, metric: "posts" })).toEqual({ metric: "posts", source: "illustrative", one: null });
  });

  it.each(["posts,illustrative", "daily_active_users,model-press,tiktok,US,all", "posts,illustrative,rednote,DE,privacy"])(
    "reads %s and writes it again",
    (text) => {
      const chosen = readChosen(text, CATALOG, view);
      expect(chosen && writeChosen(chosen)).toBe(text);
    },
  );

  it.each([
    ["no such metric", "hats,default", "daily_active_users,model-press"],
    ["a source without that metric", "posts,model-press", "posts,illustrative"],
    ["a series that nobody has", "posts,illustrative,tiktok,US,all", "posts,illustrative"],
    ["a series of another source", "posts,model-press,rednote,DE,privacy", "posts,illustrative"],
    ["nonsense", ",,,,,,", "daily_active_users,model-press"],
  ])("falls back where there is %s", (_what, text, usual) => {
    const chosen = readChosen(text, CATALOG, view);
    expect(chosen && writeChosen(chosen)).toBe(usual);
  });

  it("is nothing where nothing has data", () => {
    expect(readChosen("posts,default", { sources: [], coverage: [] }, view)).toBeNull();
  });

  it("may be each platform with each of its countries and topics", () => {
    const [posts] = CATALOG.coverage.filter(({ metric }) => metric === "posts");
    expect(seriesOf({ metric: "posts", source: "illustrative" }, CATALOG)).toHaveLength(
      (posts?.countries.length ?? 0) * (posts?.topics.length ?? 0),
    );
  });

  it("has the days of its platform alone, or of all", () => {
    const [row, other] = CATALOG.coverage;
    if (!row || !other) throw new Error("the fixture covers too little");
    const coverage = [
      { ...row, first: "2025-01-05", last: "2025-01-10" },
      { ...row, platform: "tiktok", first: "2025-01-01", last: "2025-01-08" },
    ];
    const catalog = { ...CATALOG, coverage };
    const chosen = { metric: row.metric, source: row.source };
    expect(extentOf({ ...chosen, one: null }, catalog)).toEqual({ first: "2025-01-01", last: "2025-01-10" });
    const one = { platform: "rednote", country: "US", topic: "all" };
    expect(extentOf({ ...chosen, one }, catalog)).toEqual({ first: "2025-01-05", last: "2025-01-10" });
    expect(extentOf({ ...chosen, source: "nobody", one: null }, catalog)).toBeNull();
  });
});
