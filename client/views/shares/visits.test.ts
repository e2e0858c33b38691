import { describe, expect, it } from "vitest";
import { recentVisits, visitBars } from "./visits.ts";

const DAYS = { first: "2025-02-27", last: "2025-03-02" };

describe("the visits of the last days", () => {
  it("have a number for each day, over the end of a month, too", () => {
    const by_day = [
      { day: "2025-02-28", visits: 2 },
      { day: "2025-03-01", visits: 5 },
      { day: "2025-03-02", visits: 5 },
    ];
    expect(recentVisits({ by_day }, DAYS)).toEqual({ counts: [0, 2, 5, 5], sum: 12, top: { day: "2025-03-01", visits: 5 } });
  });

  it("have no day with the most where nobody came", () => {
    expect(recentVisits({ by_day: [] }, DAYS)).toEqual({ counts: [0, 0, 0, 0], sum: 0, top: null });
  });

  it("are a bar each: the most as high as there is room, one among thousands still seen, none for no visit", () => {
    expect(visitBars([0, 4000, 1, 2000], 3, 20)).toBe("M3 20v-20h2v20zM6 20v-2h2v2zM9 20v-10h2v10z");
    expect(visitBars([0, 0], 3, 20)).toBe("");
  });
});
