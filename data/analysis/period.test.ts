import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, isoWeekday, numberOf } from "../model/day.ts";
import { secondPeriod } from "./period.ts";

const range = (from: string, to: string) => ({ from: numberOf(from), to: numberOf(to) });
const said = (period: ReturnType<typeof secondPeriod>) =>
  period && [dayOf(period.from), dayOf(period.to), period.moved && dayOf(period.moved)];

describe("a second period", () => {
  it("begins on the day that was asked for, where that is the same weekday", () => {
    expect(said(secondPeriod(range("2025-01-01", "2025-01-31"), numberOf("2024-12-04"), "day"))).toEqual([
      "2024-12-04",
      "2025-01-03",
      null,
    ]);
  });

  it("is moved to the nearest day of the same weekday, and says so", () => {
    expect(said(secondPeriod(range("2025-01-01", "2025-01-31"), numberOf("2024-12-01"), "day"))).toEqual([
      "2024-12-04",
      "2025-01-03",
      "2024-12-01",
    ]);
  });

  it("may come after the first", () => {
    expect(said(secondPeriod(range("2025-01-01", "2025-01-14"), numberOf("2025-02-05"), "week"))).toEqual([
      "2025-02-05",
      "2025-02-18",
      null,
    ]);
  });

  it("is none where it would be the range itself", () => {
    expect(secondPeriod(range("2025-01-01", "2025-01-31"), numberOf("2025-01-03"), "day")).toBeNull();
    expect(secondPeriod(range("2025-01-01", "2025-02-28"), numberOf("2025-01-20"), "month")).toBeNull();
  });

  it("by month holds as many months, and whole ones where they are whole", () => {
    expect(said(secondPeriod(range("2025-01-01", "2025-02-28"), numberOf("2023-12-01"), "month"))).toEqual([
      "2023-12-01",
      "2024-01-31",
      null,
    ]);
    expect(said(secondPeriod(range("2025-01-01", "2025-02-15"), numberOf("2024-11-07"), "month"))).toEqual([
      "2024-11-01",
      "2024-12-15",
      "2024-11-07",
    ]);
    expect(said(secondPeriod(range("2025-01-30", "2025-03-30"), numberOf("2025-02-01"), "month"))).toEqual([
      "2025-02-28",
      "2025-04-30",
      "2025-02-01",
    ]);
  });

  it("is as long as the range, weekday upon weekday, within half a week of what was asked", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30_000 }),
        fc.nat(800),
        fc.integer({ min: 0, max: 30_000 }),
        fc.constantFrom("day" as const, "week" as const),
        (from, length, asked, interval) => {
          const second = secondPeriod({ from, to: from + length }, asked, interval);
          if (second === null) {
            expect(Math.abs(asked - from)).toBeLessThan(4);
            return;
          }
          expect(second.to - second.from).toBe(length);
          expect(isoWeekday(second.from)).toBe(isoWeekday(from));
          expect(Math.abs(second.from - asked)).toBeLessThan(4);
          expect(second.moved === null).toBe(second.from === asked);
        },
      ),
    );
  });
});
