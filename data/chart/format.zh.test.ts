import { describe, expect, it } from "vitest";
import { numberOf } from "../model/day.ts";
import { CHINESE_FORMAT } from "./format.zh.ts";

const {
  compact,
  twoDigits,
  worded,
  fullNumber,
  shortDay,
  longDay,
  dayWithWeekday,
  monthName,
  shortMonth,
  rangeText,
  shortRange,
  yearName,
} = CHINESE_FORMAT;
const day = numberOf;

describe("numbers in Chinese", () => {
  it("count in 万 and 亿, with the digits that a value has", () => {
    expect([3400, 9999, 10000, 300000, 918235, 32500000, 107000000, 1234567890].map(compact)).toEqual([
      "3,400",
      "9,999",
      "1万",
      "30万",
      "91.8235万",
      "3250万",
      "1.07亿",
      "12.3457亿",
    ]);
    expect(twoDigits(918235)).toBe("92万");
    expect(compact(-250000)).toBe("-25万");
    expect(fullNumber(3400000)).toBe("3,400,000");
  });

  it("keep what was said around a figure", () => {
    expect((["", "about", "under", "over"] as const).map((qualifier) => worded(700000, qualifier))).toEqual([
      "70万",
      "约70万",
      "不到70万",
      "超过70万",
    ]);
  });
});

describe("days in Chinese", () => {
  it("are written with year, month and day", () => {
    const monday = day("2025-01-13");
    expect([shortDay, longDay, dayWithWeekday, monthName, shortMonth, yearName].map((say) => say(monday))).toEqual([
      "1月13日",
      "2025年1月13日",
      "2025年1月13日星期一",
      "2025年1月",
      "1月",
      "2025年",
    ]);
  });

  it("name a year once where both ends share it", () => {
    expect(rangeText(day("2025-01-01"), day("2025-02-15"))).toBe("2025年1月1日至2月15日");
    expect(rangeText(day("2024-12-31"), day("2025-01-06"))).toBe("2024年12月31日至2025年1月6日");
    expect(rangeText(day("2025-01-06"), day("2025-01-06"))).toBe("2025年1月6日");
    expect(shortRange(day("2025-01-06"), day("2025-01-11"))).toBe("1月6日至11日");
    expect(shortRange(day("2025-01-30"), day("2025-02-02"))).toBe("1月30日至2月2日");
  });
});
