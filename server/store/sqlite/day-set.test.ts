import { expect, it } from "vitest";
import { MOST_SERIES } from "../series-numbers.ts";
import { DaySet } from "./day-set.ts";

it("a set of days tells all series of a batch apart, up to the last day of the last one", () => {
  const days = new DaySet();
  const places = [
    [MOST_SERIES - 1, 65_535],
    [MOST_SERIES - 1, 0],
    [MOST_SERIES - 2, 65_535],
    [0, 65_535],
    [0, 0],
  ] as const;
  expect(places.map(([series, day]) => days.add(series, day))).toEqual(places.map(() => true));
  expect(places.map(([series, day]) => days.add(series, day))).toEqual(places.map(() => false));
});
