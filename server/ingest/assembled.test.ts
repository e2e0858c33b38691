import { describe, expect, it } from "vitest";
import { MOST_SERIES } from "../store/series-numbers.ts";
import { giveBack, takeAssembled } from "./assembled.ts";
import { MOST_PAGES, SOME_LINE } from "./assembly/codes.ts";

describe("the first lines of a file", () => {
  it("are known for each day of each series", () => {
    const lines = takeAssembled();
    for (const [series, day, line] of [
      [0, 0, 2],
      [0, 1, 3],
      [0, 65_535, 4],
      [7, 0, 5],
    ] as const) {
      expect(lines.lineOf(series, day)).toBe(0);
      expect(lines.note(series, day, line)).toBe(0);
    }
    expect([lines.note(0, 0, 9), lines.note(0, 65_535, 9), lines.lineOf(7, 0), lines.lineOf(7, 1)]).toEqual([2, 4, 5, 0]);
  });

  it("are some line where there are too many to be known by heart", () => {
    const lines = takeAssembled();
    const series = MOST_PAGES + 3000;
    for (let one = 0; one < series; one++) expect(lines.note(one, 20_000, one + 2)).toBe(0);
    expect(lines.note(1, 20_000, 1)).toBe(3);
    for (const one of [MOST_PAGES, series - 1]) {
      expect(lines.lineOf(one, 20_000)).toBe(SOME_LINE);
      expect(lines.note(one, 20_000, 1)).toBe(SOME_LINE);
      for (const day of [19_999, 20_001, 20_032]) expect(lines.lineOf(one, day)).toBe(0);
      expect([lines.note(one, 20_032, 1), lines.note(one, 20_032, 1)]).toEqual([0, SOME_LINE]);
    }
  });

  it("tell all series of a batch apart, up to the last day of the last one", () => {
    const lines = takeAssembled();
    const last = MOST_SERIES - 1;
    expect([lines.note(last, 65_535, 7), lines.note(last - 1, 65_535, 8), lines.note(0, 65_535, 9)]).toEqual([0, 0, 0]);
    expect([last, last - 1, 0].map((series) => lines.lineOf(series, 65_535))).toEqual([7, 8, 9]);
  });

  it("are forgotten with the file that they are of", () => {
    const lines = takeAssembled();
    for (let day = 0; day < 65_536; day += 64) lines.note(3, day, 7);
    giveBack(lines);
    const next = takeAssembled();
    expect(next).toBe(lines);
    for (let day = 0; day < 65_536; day += 64) expect(next.note(3, day, 9)).toBe(0);
    expect(next.lineOf(3, 64)).toBe(9);
    // Another file may be read meanwhile.
    expect(takeAssembled()).not.toBe(next);
  });
});
