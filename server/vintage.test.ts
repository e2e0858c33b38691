import { describe, expect, it } from "vitest";
import { NOW, servedStore } from "./app.fixture.ts";
import { RequestProblem } from "./problem.ts";
import { readVintage, resolveVintage } from "./vintage.ts";

describe("resolveVintage", () => {
  const store = servedStore();

  it("is the newest, which the next batch replaces", () => {
    expect(resolveVintage(store, "newest", NOW)).toEqual({ vintage: 3, pinned: false });
  });

  it("is a number for ever", () => {
    expect(resolveVintage(store, 2, NOW)).toEqual({ vintage: 2, pinned: true });
    expect(resolveVintage(store, 3, NOW)).toEqual({ vintage: 3, pinned: true });
  });

  it("is the last batch of a day, for ever once the day is over", () => {
    expect(resolveVintage(store, "2025-03-02", NOW)).toEqual({ vintage: 2, pinned: true });
    expect(resolveVintage(store, "2025-03-03", NOW)).toEqual({ vintage: 3, pinned: false });
  });

  it("is not yet for ever in the first minutes of the next day, when a batch may still be on its way", () => {
    const pinnedAt = (time: string) => resolveVintage(store, "2025-03-02", Date.parse(time)).pinned;
    expect([pinnedAt("2025-03-03T00:09:59Z"), pinnedAt("2025-03-03T00:10:01Z")]).toEqual([false, true]);
  });

  it.each([
    [4, "There is no vintage 4. The newest is 3."],
    ["2025-03-04", "2025-03-04 is yet to come. The newest vintage is 3."],
    ["2025-02-28", "Nothing had been received by 2025-02-28. The newest vintage is 3."],
  ])("refuses %s and says why", (wanted, detail) => {
    expect(() => resolveVintage(store, wanted, NOW)).toThrow(detail);
  });
});

describe("readVintage", () => {
  it.each([
    [undefined, "newest"],
    ["", "newest"],
    ["7", 7],
    ["2025-03-01", "2025-03-01"],
  ])("reads %s", (text, expected) => {
    expect(readVintage(text)).toBe(expected);
  });

  it.each(["0", "-1", "1.5", "latest", "2025-02-30", "99999999999"])("refuses %s", (text) => {
    expect(() => readVintage(text)).toThrow(RequestProblem);
  });
});
