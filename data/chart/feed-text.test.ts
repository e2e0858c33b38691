import { expect, it } from "vitest";
import type { SeriesChange } from "../analysis/view-change.ts";
import type { Catalog } from "../model/catalog.ts";
import { changeText } from "./feed-text.ts";
import { FEED } from "./feed-words.ts";
import { ENGLISH_FORMAT } from "./format.ts";

const SPEECH = { words: FEED.english, format: ENGLISH_FORMAT };
const CATALOG = {
  platforms: [{ id: "rednote", name: "RedNote" }],
  countries: [{ id: "US", name: "United States" }],
  topics: [{ id: "cats", name: "Cats" }],
  sources: [
    { id: "panel", name: "Panel", kind: "observed" },
    { id: "model", name: "Press reading", kind: "modelled" },
  ],
} as Catalog;

const change = (over: Partial<SeriesChange>): SeriesChange => ({
  ...{ platform: "rednote", country: "US", metric: "signups", topic: "all", source: "panel" },
  ...{ inserted: [], revised: [], retracted: [] },
  ...over,
});
const said = (...series: SeriesChange[]) => changeText({ vintage: 7, series, figures: [] }, CATALOG, SPEECH);

it("says no kind of values that were observed, and every kind where some were not", () => {
  expect(said(change({ revised: [1, 2] })).title).toBe("Vintage 7: 2 values revised");
  expect(said(change({ source: "model", inserted: [1] })).title).toBe("Vintage 7: 1 new value (modelled)");
  const both = said(change({ revised: [1] }), change({ source: "model", retracted: [1] }));
  expect(both.title).toBe("Vintage 7: 1 value revised, 1 value withdrawn (observed, modelled)");
});

it("names days in runs, and counts those that would make the line too long", () => {
  const days = [20_000, 20_001, 20_010, 20_020, 20_030, 20_040, 20_041];
  const [line] = said(change({ revised: days, topic: "cats" })).lines;
  expect(line).toContain("RedNote, United States, from Panel (observed), topic Cats: 7 days revised (");
  expect(line).toMatch(/ and 2 further days\)\.$/);
});

it("ends a long list with how many more there are", () => {
  const { lines, title } = said(...Array.from({ length: 25 }, (_, at) => change({ country: `X${at}`, inserted: [at] })));
  expect([lines.length, lines.at(-1)]).toEqual([21, "And 5 further series."]);
  expect(title).toBe("Vintage 7: 25 new values");
});
