import { describe, expect, it } from "vitest";
import { surgeOf } from "../../../data/analysis/surge.ts";
import * as format from "../../../data/chart/format.ts";
import { SURGE } from "../../../data/chart/surge-words.ts";
import { CATALOG } from "../../controls/catalog.fixture.ts";
import { coverageCell, latestCell, surgeCell, type Told } from "./cells.ts";
import { type CountryRow, countryRows } from "./rows.ts";
import { loaded, RANGE, VIEW } from "./series.fixture.ts";
import { COUNTRIES } from "./words.ts";

const metric = CATALOG.metrics[0] as NonNullable<(typeof CATALOG.metrics)[0]>;
const told: Told = { metric, words: COUNTRIES.english, surge: SURGE.english, format };
const rows = countryRows(VIEW, loaded(), RANGE);
const rowOf = (name: string, source = "") => rows.find((row) => row.name === name && row.source.includes(source)) as CountryRow;
const answerOf = (row: CountryRow) => surgeOf(row.series, metric);

describe("the cells of a row", () => {
  it("say how large, how fast and how long", () => {
    const row = rowOf("rednote.GB");
    const cell = (figure: Parameters<typeof surgeCell>[2]) => surgeCell(row, answerOf(row), figure, false, told);
    expect(cell("multiple").text).toMatch(/^×5\.\d$|^×4\.\d$/);
    expect(cell("peak").small).toBe("5 Feb 2025");
    expect(cell("half_life").text).toMatch(/^6(\.\d)? days$|^5\.\d days$/);
    expect(cell("half_life").small).toMatch(/ to /);
  });

  it("mark what a model gives back as such, in two digits", () => {
    const row = rowOf("rednote.US", "Press");
    const cell = surgeCell(row, answerOf(row), "baseline", true, told);
    expect(cell.text).toBe("≈ 300k");
    expect(cell.title).toBe("a property of the model");
    expect(latestCell(row, told).text).toMatch(/^≈ /);
  });

  it("say once that there is no surge, and why; elsewhere in the row a dash that tells the reason", () => {
    const row = rowOf("rednote.DE");
    const answer = answerOf(row);
    expect(answer.found).toBe(false);
    const first = surgeCell(row, answer, "baseline", true, told);
    const other = surgeCell(row, answer, "peak", false, told);
    expect([first.text, first.missing]).toEqual(["No surge", true]);
    expect(first.small).not.toBe("");
    expect([other.text, other.small]).toEqual(["–", ""]);
    expect(other.title).toBe(first.title);
  });

  it("say which figure is too early where the surge is found", () => {
    const row = rowOf("rednote.US", "Blog");
    const cell = surgeCell(row, answerOf(row), "half_life", false, told);
    expect([cell.text, cell.small]).toEqual(["–", "too early"]);
    expect(cell.title).toMatch(/4 days after the peak/);
  });

  it("wait for a surge that is not read yet", () => {
    expect(surgeCell(rowOf("rednote.GB"), undefined, "peak", false, told)).toMatchObject({ text: "…", title: "Not read yet" });
  });

  it("count the days reported", () => {
    expect(coverageCell(rowOf("rednote.GB"), told)).toMatchObject({ text: "80 of 80 days", title: "1 Jan to 21 Mar 2025" });
  });
});
