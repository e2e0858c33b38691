import { afterEach, describe, expect, it } from "vitest";
import { speak } from "../../app/language.ts";
import { CHINESE, MANNER } from "../../app/zh.ts";
import { viewText } from "./view-text.ts";

const CATALOG = {
  platforms: [{ id: "rednote", name: "RedNote" }],
  countries: ["US", "GB", "DE", "FR", "NL"].map((id) => ({ id, name: `Country ${id}` })),
  metrics: [],
} as unknown as Parameters<typeof viewText>[1];

afterEach(() => speak("en"));

describe("a view in words", () => {
  it.each([
    ["growth", "v=1&platforms=rednote", "Growth: RedNote", "daily_active_users, Country US, 1 Jan to 15 Feb 2025"],
    [
      "map",
      "v=1&metric=signups&platforms=rednote&countries=US,GB,DE,FR,NL&range=last28",
      "Map: RedNote",
      "signups, Country US, Country GB, Country DE and 2 more, the last 28 days",
    ],
    ["countries", "v=1&platforms=rednote&range=all", "Countries: RedNote", "daily_active_users, Country US, all days"],
    ["evidence", "v=1&platforms=&countries=", "Evidence", ""],
    ["story", "v=1&vintage=2", "Story", ""],
  ] as const)("of %s and %s", (page, view, title, detail) => {
    expect(viewText({ page, view }, CATALOG)).toEqual({ title, detail });
  });

  it("goes by ids where there is no catalog, and by the language of the page", () => {
    expect(viewText({ page: "growth", view: "v=1" }, null).title).toBe("Growth: rednote, tiktok");
    speak("zh", CHINESE, MANNER);
    expect(viewText({ page: "growth", view: "v=1&platforms=rednote&countries=US,GB,DE,FR" }, CATALOG)).toEqual({
      title: "增长：RedNote",
      detail: "daily_active_users，Country US、Country GB、Country DE等 4 个，2025年1月1日至2月15日",
    });
  });
});
