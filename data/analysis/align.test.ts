import { describe, expect, it } from "vitest";
import { numberOf } from "../model/day.ts";
import type { SurgeEvent } from "../model/figure.ts";
import type { DailySeries } from "../model/series.ts";
import { zerosOf } from "./align.ts";

const USERS = { over_time: "mean", over_countries: "sum" } as const;
const START = numberOf("2025-01-01");

/** Quiet days, a surge that begins on one of them, and a slow fall. */
function series(country: string, onset: number, of: Partial<DailySeries> = {}): DailySeries {
  const values = Array.from({ length: 60 }, (_, day) => {
    const wobble = 1 + 0.02 * Math.sin(day * 2.3);
    return 1000 * wobble * (day < onset ? 1 : day < onset + 4 ? 2 + (day - onset) * 2 : 1 + 7 * 0.9 ** (day - onset - 3));
  });
  return {
    platform: "rednote",
    country,
    metric: "daily_active_users",
    topic: "all",
    source: "default",
    days: values.map((_, day) => START + day),
    values,
    ...of,
  };
}

const ruling = { slug: "scotus-ruling", date: "2025-01-17", until: null } as SurgeEvent;
const view = { align: "onset", sum: false, countries: ["US", "GB"] };

describe("day 0", () => {
  it("is the onset of each series, whatever the others do", () => {
    expect(zerosOf(view, [series("US", 20), series("GB", 26)], USERS, [])).toEqual(
      new Map([
        ["rednote/US/all/default", { day: START + 20 }],
        ["rednote/GB/all/default", { day: START + 26 }],
      ]),
    );
  });

  it("is missing where there is no surge, with the reason", () => {
    const flat = series("US", 99);
    expect(zerosOf(view, [flat], USERS, [])?.get("rednote/US/all/default")).toHaveProperty("missing");
    expect(zerosOf(view, [series("US", 20)], { over_time: "min", over_countries: "none" }, [])).toEqual(
      new Map([["rednote/US/all/default", { missing: "rank" }]]),
    );
  });

  it("is the first day of an event, for all alike", () => {
    expect(zerosOf({ ...view, align: "scotus-ruling" }, [series("US", 20), series("GB", 26)], USERS, [ruling])).toEqual(
      new Map([
        ["rednote/US/all/default", { day: numberOf("2025-01-17") }],
        ["rednote/GB/all/default", { day: numberOf("2025-01-17") }],
      ]),
    );
  });

  it("of a sum is that of the countries together", () => {
    const zeros = zerosOf({ ...view, sum: true }, [series("US", 20), series("GB", 20)], USERS, []);
    expect([...(zeros?.keys() ?? [])]).toEqual(["rednote/US+GB/all/default"]);
    expect(zeros?.get("rednote/US+GB/all/default")).toEqual({ day: START + 20 });
  });

  it("of a sum that allows some countries is that of the days on which all report: one that begins to report is no rise", () => {
    const late = {
      ...series("GB", 99),
      days: series("GB", 99).days.slice(30),
      values: series("GB", 99)
        .values.slice(30)
        .map((value) => 9 * value),
    };
    const some = { ...view, sum: true, partial: true };
    const zeros = zerosOf(some, [series("US", 99), late], USERS, []);
    expect(zeros?.get("rednote/US+GB/all/default")).toHaveProperty("missing");
  });

  it("is none where nothing is asked for, or an event that nobody knows", () => {
    expect(zerosOf({ ...view, align: "" }, [series("US", 20)], USERS, [])).toBeNull();
    expect(zerosOf({ ...view, align: "nowhere" }, [series("US", 20)], USERS, [ruling])).toBeNull();
  });
});
