import { describe, expect, it } from "vitest";
import { numberOf } from "../../../data/model/day.ts";
import { revisionsOf } from "./load.ts";

describe("the revisions among the changes of a batch", () => {
  it("are what had a value before: replaced, or withdrawn", () => {
    const series = [
      {
        platform: "rednote",
        country: "US",
        metric: "signups",
        unit: "users",
        topic: "all",
        source: "default",
        kind: "observed" as const,
        dates: ["2025-01-13", "2025-01-14", "2025-01-15"],
        old: [null, 5, 0],
        new: [1, 6, null],
      },
    ];
    expect(revisionsOf({ to: 4, series })).toEqual([
      { day: numberOf("2025-01-14"), batch: 4, retracted: false },
      { day: numberOf("2025-01-15"), batch: 4, retracted: true },
    ]);
  });
});
