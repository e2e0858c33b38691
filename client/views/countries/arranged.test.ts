import { describe, expect, it } from "vitest";
import { surgeOf } from "../../../data/analysis/surge.ts";
import type { View } from "../../../data/model/view.ts";
import { arranged, nextSort } from "./arranged.ts";
import { type CountryRow, countryRows } from "./rows.ts";
import { loaded, RANGE, VIEW } from "./series.fixture.ts";

const rows = countryRows(VIEW, loaded(), RANGE);
const usual = { ranked: false, severalSources: true };
const answerOf = (row: CountryRow) => surgeOf(row.series, { over_time: "mean" });
const shown = (differences: Partial<View>, answer: typeof answerOf | (() => undefined) = answerOf) =>
  arranged(rows, answer, { ...VIEW, ...differences }, usual);
const names = (table: ReturnType<typeof shown>) =>
  table.rows.map((row) => `${row.name} ${row.kind === "modelled" ? row.source.split(" ")[0] : ""}`.trim());

describe("an arranged table", () => {
  it("has its rows as they come where nothing is asked for", () => {
    expect(shown({}).rows).toEqual(rows);
  });

  it("sorts by a figure of the surge; rows without one come last both ways", () => {
    const down = names(shown({ sort: "-multiple" }));
    const up = names(shown({ sort: "multiple" }));
    expect(down.slice(0, 3)).toEqual(["rednote.US Blog", "rednote.US Press", "rednote.GB"]);
    expect(up.slice(0, 3)).toEqual(["rednote.GB", "rednote.US Press", "rednote.US Blog"]);
    expect(down.slice(3)).toEqual(up.slice(3));
  });

  it("leaves rows where they are until their surge is read", () => {
    expect(shown({ sort: "-multiple" }, () => undefined).rows).toEqual(rows);
  });

  it("finds by country, by its code and other names, by platform, source and kind", () => {
    expect(names(shown({ search: "germany" }))).toEqual(["rednote.DE"]);
    expect(names(shown({ search: "Britain" }))).toEqual(["rednote.GB"]);
    expect(names(shown({ search: "tiktok" }))).toEqual(["tiktok.US Press"]);
    expect(names(shown({ search: "blog" }))).toEqual(["rednote.US Blog"]);
    expect(names(shown({ search: "modelled" }))).toHaveLength(3);
    expect(shown({ search: "atlantis" }).rows).toEqual([]);
  });

  it("tells which columns stay in place and which one sorts", () => {
    const { columns } = shown({ columns: ["latest", "peak", "multiple"], pinned: ["multiple"], sort: "-peak" });
    expect(columns).toEqual([
      { id: "series", pinned: true, sorted: null },
      { id: "multiple", pinned: true, sorted: null },
      { id: "latest", pinned: false, sorted: null },
      { id: "peak", pinned: false, sorted: "descending" },
    ]);
  });

  it("sorts by a column that is not shown, and not by what is no column or has no order", () => {
    expect(names(shown({ columns: ["latest"], sort: "-multiple" }))[0]).toBe("rednote.US Blog");
    expect(shown({ sort: "-speed" }).rows).toEqual(rows);
    expect(shown({ sort: "trend" }).rows).toEqual(rows);
  });
});

describe("the head of a column", () => {
  it("goes from the largest number to the smallest, then back to the rows as they come", () => {
    expect(nextSort("", "peak")).toBe("-peak");
    expect(nextSort("-peak", "peak")).toBe("peak");
    expect(nextSort("peak", "peak")).toBe("");
  });

  it("goes from A where there are names", () => {
    expect(nextSort("-peak", "series")).toBe("series");
    expect(nextSort("series", "series")).toBe("-series");
  });
});
