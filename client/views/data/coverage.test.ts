import { describe, expect, it } from "vitest";
import { numberOf } from "../../../data/model/day.ts";
import type { DailySeries } from "../../../data/model/series.ts";
import { calendarOf, countDays, coverageOf, dayText, levelOf, monthRows, type Revision } from "./coverage.ts";

const day = numberOf;

function series(country: string, days: string[]): DailySeries {
  return {
    platform: "rednote",
    country,
    metric: "signups",
    topic: "all",
    source: "default",
    days: days.map(numberOf),
    values: days.map(() => 0),
  };
}

const range = { from: day("2025-01-30"), to: day("2025-02-05") };
const revisions: Revision[] = [
  { day: day("2025-01-30"), batch: 5, retracted: false },
  { day: day("2025-01-30"), batch: 3, retracted: false },
  { day: day("2025-02-01"), batch: 4, retracted: true },
];
const one = coverageOf([series("US", ["2025-01-30", "2025-01-31", "2025-02-05"])], range, revisions);

describe("coverage", () => {
  it("counts the series that have a day; a zero is a value", () => {
    const two = coverageOf([series("US", ["2025-01-30", "2025-02-01"]), series("GB", ["2025-01-30"])], range, []);
    expect(two.reported).toEqual([2, 0, 1, 0, 0, 0, 0]);
    expect(two.of).toBe(2);
  });

  it("leaves out what is outside its days", () => {
    expect(coverageOf([series("US", ["2025-01-29", "2025-02-06"])], range, []).reported).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it.each([
    [0, 10, 0],
    [1, 1000, 1],
    [5, 10, 2],
    [999, 1000, 3],
    [10, 10, 4],
    [1, 1, 4],
    [0, 0, 0],
  ])("of %i of %i is level %i: full is all and empty is none, whatever the number", (reported, of, level) => {
    expect(levelOf(reported, of)).toBe(level);
  });

  it("says of a day in words what it is", () => {
    expect(dayText(one, day("2025-01-30"))).toBe("Thursday 30 January 2025: a value. Revised in batches 3, 5.");
    expect(dayText(one, day("2025-01-31"))).toBe("Friday 31 January 2025: a value.");
    expect(dayText(one, day("2025-02-01"))).toBe("Saturday 1 February 2025: missing. Withdrawn in batch 4.");
    const two = coverageOf([series("US", ["2025-01-30"]), series("GB", [])], range, null);
    expect(dayText(two, day("2025-01-30"))).toBe("Thursday 30 January 2025: 1 of 2 series.");
    expect(dayText(two, day("2025-01-31"))).toBe("Friday 31 January 2025: missing, 0 of 2 series.");
  });
});

describe("the calendar", () => {
  it("has weeks that begin on Monday, and a month from the first week with a day in the range", () => {
    const [january, february] = calendarOf(one);
    expect(january?.days.map(({ column, row }) => [column, row])).toEqual([
      [3, 0],
      [4, 0],
    ]);
    expect(february?.days.map(({ column, row }) => [column, row])).toEqual([
      [5, 0],
      [6, 0],
      [0, 1],
      [1, 1],
      [2, 1],
    ]);
  });

  it("has every day once, over years", () => {
    const long = coverageOf([], { from: day("2023-12-15"), to: day("2025-03-02") }, []);
    const days = calendarOf(long).flatMap((month) => month.days);
    expect(days.map((one) => one.day)).toEqual(Array.from({ length: long.reported.length }, (_, at) => long.from + at));
    expect(days.every(({ column, row }) => column >= 0 && column < 7 && row >= 0 && row < 6)).toBe(true);
  });

  it("marks revised and withdrawn days, and none where revisions are not known", () => {
    const marked = (coverage: typeof one) =>
      calendarOf(coverage).flatMap(({ days }) => days.filter(({ revised }) => revised).map((each) => each.day));
    expect(marked(one)).toEqual([day("2025-01-30"), day("2025-02-01")]);
    expect(marked({ ...one, revisions: null })).toEqual([]);
  });
});

describe("the table of a calendar", () => {
  it("has a row a month and names the missing days", () => {
    expect(monthRows(one)).toEqual([
      { month: "Jan 2025", days: 2, whole: 2, part: 0, missing: 0, missingText: "", revised: 1 },
      { month: "Feb 2025", days: 5, whole: 1, part: 0, missing: 4, missingText: "1–4 Feb", revised: 1 },
    ]);
  });

  it("says nothing of revisions that are not known", () => {
    expect(monthRows({ ...one, revisions: null }).map(({ revised }) => revised)).toEqual([null, null]);
    expect(countDays({ ...one, revisions: null }).revised).toBeNull();
  });

  it("adds up to the days of the range", () => {
    expect(countDays(one)).toEqual({ days: 7, whole: 3, part: 0, missing: 4, revised: 2 });
  });
});
