import { describe, expect, it } from "vitest";
import { dayOf } from "../../data/model/day.ts";
import { typedDay } from "./typed.ts";

const read = (text: string) => {
  const day = typedDay(text, 2025);
  return day === undefined ? undefined : dayOf(day);
};

describe("typedDay", () => {
  it.each([
    "2025-01-13",
    "2025-1-13",
    "2025/01/13",
    "13 Jan 2025",
    "13 january 2025",
    " 13. Jan. 2025 ",
    "13/1/2025",
    "13.01.2025",
    "Jan 13 2025",
    "January 13, 2025",
    "2025 Jan 13",
    "13-jan-2025",
  ])("reads %s", (text) => {
    expect(read(text)).toBe("2025-01-13");
  });

  it("takes the year that is on the page where none is typed", () => {
    expect(read("13 Jan")).toBe("2025-01-13");
    expect(read("Jan 13")).toBe("2025-01-13");
    expect(read("13/1")).toBe("2025-01-13");
  });

  it("knows September by both of its short names", () => {
    expect(read("1 Sep 2025")).toBe("2025-09-01");
    expect(read("1 Sept 2025")).toBe("2025-09-01");
  });

  it.each([
    "",
    "soon",
    "13",
    "30 Feb 2025",
    "1/13/2025",
    "13 Foo 2025",
    "13 Jan 1969",
    "1 Jan 2200",
    "13 Jan 25",
    "13 Jan 2025 noon",
    "2025 Jan",
  ])("does not read %s", (text) => {
    expect(read(text)).toBeUndefined();
  });

  it("reads the first and the last day of the calendar", () => {
    expect(read("1970-01-01")).toBe("1970-01-01");
    expect(read("31 Dec 2199")).toBe("2199-12-31");
  });
});
