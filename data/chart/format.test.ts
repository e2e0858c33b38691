import { describe, expect, it } from "vitest";
import { numberOf } from "../model/day.ts";
import {
  compact,
  dayWithWeekday,
  fullNumber,
  longDay,
  monthName,
  rangeText,
  shortRange,
  spoken,
  threeDigits,
  times,
  twoDigits,
  worded,
} from "./format.ts";

const day = numberOf;

describe("a number", () => {
  it.each([
    [32_500_000, "32.5M"],
    [300_000, "300k"],
    [126_700, "126.7k"],
    [25_500, "25.5k"],
    [1_500, "1.5k"],
    [1_234, "1,234"],
    [11, "11"],
    [0, "0"],
    [10_700_000, "10.7M"],
    [1_910_000_000, "1.91B"],
    [-4_200_000, "-4.2M"],
  ])("%d keeps all digits of its own: %s", (value, text) => {
    expect(compact(value)).toBe(text);
  });

  it("that is modelled has two, one that is neither published nor modelled three", () => {
    expect(twoDigits(918_235)).toBe("920k");
    expect(twoDigits(69_612_000)).toBe("70M");
    expect(threeDigits(1_234_567)).toBe("1.23M");
    expect(twoDigits(0)).toBe("0");
  });

  it("is spoken, worded and compared", () => {
    expect(spoken(3_400_000)).toBe("3.4 million");
    expect(spoken(300_000)).toBe("300,000");
    expect(spoken(1_910_000_000)).toBe("1.91 billion");
    expect(worded(700_000, "under")).toBe("under 700k");
    expect(worded(700_000, "")).toBe("700k");
    expect(fullNumber(3_400_000)).toBe("3,400,000");
    expect(times(9.559)).toBe("×9.6");
    expect(times(11.33)).toBe("×11");
  });
});

describe("a day", () => {
  it("reads the same in every zone", () => {
    expect(dayWithWeekday(day("2025-01-13"))).toBe("Monday 13 January 2025");
    expect(longDay(day("2025-01-27"))).toBe("27 January 2025");
    expect(monthName(day("2025-09-01"))).toBe("Sep 2025");
  });

  it("and another make a range, as short as it can be said", () => {
    expect(rangeText(day("2025-01-01"), day("2025-02-15"))).toBe("1 Jan to 15 Feb 2025");
    expect(rangeText(day("2024-12-31"), day("2025-02-15"))).toBe("31 Dec 2024 to 15 Feb 2025");
    expect(rangeText(day("2025-01-13"), day("2025-01-13"))).toBe("13 Jan 2025");
    expect(shortRange(day("2025-01-06"), day("2025-01-11"))).toBe("6–11 Jan");
    expect(shortRange(day("2025-01-28"), day("2025-02-03"))).toBe("28 Jan–3 Feb");
    expect(shortRange(day("2024-12-16"), day("2025-01-12"))).toBe("16 Dec 2024–12 Jan 2025");
  });
});
