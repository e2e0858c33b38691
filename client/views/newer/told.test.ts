import { describe, expect, it } from "vitest";
import type { EntryChanges } from "../../../data/analysis/entry-changes.ts";
import { toldOf } from "./told.ts";

const none = { shown: 118, changed: 0, added: 0 };
const entries = (list: EntryChanges["list"], shown: number, changed: number, added = 0): EntryChanges => ({
  ...{ list, shown, changed, added, diffs: [] },
});

describe("how much is other", () => {
  it("is told of values, figures, events and claims, and of all entries of the catalog together", () => {
    const all = [
      entries("figures", 199, 3, 1),
      entries("events", 14, 0, 2),
      entries("claims", 1, 1),
      entries("platforms", 2, 1),
      entries("sources", 4, 1),
      entries("countries", 1, 0, 1),
    ];
    expect(toldOf({ shown: 1118, changed: 12, added: 1 }, all)).toBe(
      "Newer data exist: 12 of 1,118 values changed, 1 value is new, 3 of 199 figures changed, 1 figure is new, 2 events are new, " +
        "1 of 1 claim changed, 2 of 7 catalog entries changed, 1 catalog entry is new.",
    );
  });

  it("is not told where nothing is", () => {
    expect(toldOf(none, [entries("figures", 199, 0)])).toBeNull();
  });
});
