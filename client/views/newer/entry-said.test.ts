import { describe, expect, it } from "vitest";
import { catalog, event, figure } from "../../../data/chart/model.fixture.ts";
import { entrySaid, fieldsSaid } from "./entry-said.ts";

const old = figure("rf003", 3_400_000, "2025-01-13", { qualifier: "about", published_on: "2025-01-16", mirror: true });

describe("an entry that changed", () => {
  it("is called what it is of, when, and who said it", () => {
    expect(entrySaid("figures", { ...old, mirror: false }, catalog)).toBe(
      "Daily active users, RedNote, United States, 13 Jan 2025, Similarweb, via Reuters",
    );
    expect(entrySaid("events", event("ban", "2025-01-19"), catalog)).toBe("19 Jan 2025, ban");
    expect(entrySaid("sources", { id: "model-press" }, catalog)).toBe("Press reading");
  });

  it("is told field by field; a number with its qualifier, and nothing of what is the same", () => {
    const now = { ...old, value: 4_200_000, qualifier: "" as const, published_on: null, mirror: false, fixes: [] };
    expect(fieldsSaid("figures", { old, new: now }, catalog)).toEqual([
      { field: "value", old: "about 3.4M", new: "4.2M" },
      { field: "on a mirror", old: "yes", new: "no" },
      { field: "published on", old: "16 Jan 2025", new: "none" },
      { field: "lines that it fixes", old: "model-press", new: "none" },
    ]);
  });

  it("is one row where it is new or withdrawn, with what it says", () => {
    expect(fieldsSaid("figures", { old: null, new: old }, catalog)).toEqual([{ field: "new", old: "none", new: "about 3.4M" }]);
    expect(fieldsSaid("events", { old: event("ban", "2025-01-19"), new: null }, catalog)).toEqual([
      { field: "withdrawn", old: "ban", new: "none" },
    ]);
  });
});
