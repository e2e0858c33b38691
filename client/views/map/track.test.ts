import { describe, expect, it } from "vitest";
import { ENGLISH_FORMAT } from "../../../data/chart/format.ts";
import { event } from "../../../data/chart/model.fixture.ts";
import { numberOf } from "../../../data/model/day.ts";
import { rateOf } from "./play.ts";
import { eventsOn, runsOf, ticksOf } from "./track.ts";

const days = (from: string, to: string) => ({ from: numberOf(from), to: numberOf(to) });

describe("the track of days", () => {
  it("joins days that say the same", () => {
    expect(runsOf({ known: [0, 0, 3, 3, 1], range: { from: 10, to: 14 } })).toEqual([
      { from: 10, to: 11, known: 0 },
      { from: 12, to: 13, known: 3 },
      { from: 14, to: 14, known: 1 },
    ]);
  });

  it("has ticks on Mondays, or on firsts of months where there are many days, as many as there is room for", () => {
    const texts = (from: string, to: string, width: number) => ticksOf(days(from, to), width, ENGLISH_FORMAT).map(({ text }) => text);
    expect(texts("2025-01-01", "2025-02-15", 960)).toEqual(["1 Jan 2025", "6 Jan", "13 Jan", "20 Jan", "27 Jan", "3 Feb", "10 Feb"]);
    expect(texts("2024-10-01", "2025-06-30", 320)).toEqual(["1 Oct 2024", "Jan 2025", "Apr"]);
    expect(texts("2025-01-13", "2025-01-13", 320)).toEqual(["13 Jan 2025"]);
  });

  it("marks the events of the platform in those days, the important ones first", () => {
    const all = [
      event("later", "2025-02-20"),
      event("minor", "2025-01-13", { rank: 9 }),
      event("lasting", "2024-12-30", { until: "2025-01-02" }),
      event("other", "2025-01-13", { platforms: ["tiktok"] }),
    ];
    expect(eventsOn(all, "rednote", days("2025-01-01", "2025-02-15")).map(({ slug }) => slug)).toEqual(["lasting", "minor"]);
  });
});

describe("a play", () => {
  it("shows all days in eight seconds, and few days slowly enough to be read", () => {
    expect(rateOf({ from: 0, to: 271 })).toBe(34);
    expect(rateOf({ from: 0, to: 10 })).toBe(5);
  });
});
