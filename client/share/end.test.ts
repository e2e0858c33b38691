import { describe, expect, it } from "vitest";
import { endDays, lastDay, NEVER, sentEnd } from "./end.ts";

describe("the end of a short link", () => {
  it.each([
    [NEVER, { expires_in: null }],
    [{ choice: "30d", day: "" }, { expires_in: "30d" }],
    // A day that was named before counts where a day is the choice, and nowhere else.
    [{ choice: "7d", day: "2025-06-30" }, { expires_in: "7d" }],
    [{ choice: "day", day: "2025-06-30" }, { expires_on: "2025-06-30" }],
  ] as const)("of %j is sent as %j", (end, sent) => {
    expect(sentEnd(end)).toEqual(sent);
  });

  it("at midnight was the day before", () => {
    expect([lastDay("2025-07-01T00:00:00.000Z"), lastDay("2025-07-01T00:00:00.001Z")]).toEqual(["2025-06-30", "2025-07-01"]);
  });

  it("is today at the earliest, and no later than the server takes it", () => {
    expect(endDays(Date.parse("2025-03-03T23:59:59Z"))).toEqual({ min: "2025-03-03", max: "2035-03-10" });
  });
});
