import { UTCDateMini as UTCDate } from "@date-fns/utc/date/mini";
import { getISODay } from "date-fns";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketStart, dayNumber, dayOf, dayOfInstant, daysBetween, isoWeekday, nextBucket, numberOf, partsOf } from "./day.ts";

const number = fc.integer({ min: -100_000, max: 100_000 });

describe("a day", () => {
  it("is a label: it round-trips through its number in every zone", () => {
    fc.assert(
      fc.property(number, (one) => {
        expect(numberOf(dayOf(one))).toBe(one);
      }),
    );
    expect(numberOf("2025-01-13")).toBe(20101);
    expect(dayOf(0)).toBe("1970-01-01");
  });

  it.each(["2025-02-29", "2025-13-01", "2025-00-10", "2025-01-32", "2025-1-3", "13/01/2025", "", "2025-01-13T00:00", "0099-01-01"])(
    "%s is none",
    (text) => {
      expect(dayNumber(text)).toBeUndefined();
      expect(() => numberOf(text)).toThrow(RangeError);
    },
  );

  it("knows leap years", () => {
    expect(dayNumber("2024-02-29")).toBe(19782);
    expect(dayNumber("2100-02-29")).toBeUndefined();
  });

  it("of an instant is its day in UTC", () => {
    expect(dayOfInstant(Date.UTC(2025, 0, 13, 23, 59, 59))).toBe("2025-01-13");
    expect(dayOfInstant(-1)).toBe("1969-12-31");
  });
});

describe("a bucket", () => {
  it("of a week is named by its Monday, also around clock changes and New Year", () => {
    expect(dayOf(bucketStart(numberOf("2025-01-13"), "week"))).toBe("2025-01-13");
    expect(dayOf(bucketStart(numberOf("2025-01-12"), "week"))).toBe("2025-01-06");
    expect(dayOf(bucketStart(numberOf("2025-01-01"), "week"))).toBe("2024-12-30");
    expect(dayOf(bucketStart(numberOf("2025-03-09"), "week"))).toBe("2025-03-03");
    expect(dayOf(bucketStart(numberOf("2025-11-02"), "week"))).toBe("2025-10-27");
  });

  it("of a month is named by its first day", () => {
    expect(dayOf(bucketStart(numberOf("2024-02-29"), "month"))).toBe("2024-02-01");
    expect(dayOf(nextBucket(numberOf("2024-12-01"), "month"))).toBe("2025-01-01");
  });

  it("holds the day that it was asked for, and buckets leave no hole", () => {
    fc.assert(
      fc.property(number, fc.constantFrom("day" as const, "week" as const, "month" as const), (one, interval) => {
        const start = bucketStart(one, interval);
        expect(start).toBeLessThanOrEqual(one);
        expect(nextBucket(start, interval)).toBeGreaterThan(one);
        expect(bucketStart(nextBucket(start, interval), interval)).toBe(nextBucket(start, interval));
        if (interval === "week") expect(isoWeekday(start)).toBe(1);
        if (interval === "month") expect(partsOf(start).day).toBe(1);
      }),
    );
  });

  it("has the weekday that the calendar gives it", () => {
    fc.assert(
      fc.property(number, (one) => {
        expect(isoWeekday(one)).toBe(getISODay(new UTCDate(one * 86_400_000)));
      }),
    );
  });

  it("of days lists each once", () => {
    expect(daysBetween(numberOf("2025-02-27"), numberOf("2025-03-01"))).toEqual(["2025-02-27", "2025-02-28", "2025-03-01"]);
  });
});
