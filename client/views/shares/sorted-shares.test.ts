import { describe, expect, it } from "vitest";
import { listed } from "./share.fixture.ts";
import { pressed, type SharesSorting, sortedShares } from "./sorted-shares.ts";

const ROWS = [
  { slug: "4", note: "beta", created_at: "2025-03-04T00:00:00.000Z", visits: 7, state: "expired", expires_at: "2025-03-05T00:00:00.000Z" },
  { slug: "3", note: "", created_at: "2025-03-03T00:00:00.000Z", visits: 120, state: "works" },
  { slug: "2", note: "Alpha", created_at: "2025-03-02T00:00:00.000Z", visits: 7, state: "revoked", revoked_at: "2025-03-04T09:00:00.000Z" },
  { slug: "1", note: "gamma", created_at: "2025-03-01T00:00:00.000Z", visits: 0, state: "works", expires_at: "2026-01-01T00:00:00.000Z" },
] as const;

const order = (sorting: SharesSorting) =>
  sortedShares(
    ROWS.map((change) => ({ share: listed(change), title: `View ${change.slug}`, detail: "" })),
    sorting,
  )
    .map(({ share }) => share.slug)
    .join("");

describe("short links in the order of a column", () => {
  it.each([
    ["created", true, "4321"],
    ["created", false, "1234"],
    // 7 and 7 stay as they come.
    ["visits", true, "3421"],
    ["visits", false, "1423"],
    // What has none is last both ways.
    ["note", false, "2413"],
    ["note", true, "1423"],
    ["ends", false, "2413"],
    ["ends", true, "1423"],
    ["state", false, "3142"],
    ["view", false, "1234"],
  ] as const)("%s, from the end %s", (id, desc, slugs) => {
    expect(order({ id, desc })).toBe(slugs);
  });

  it("turn round when it is pressed again", () => {
    expect(pressed({ id: "created", desc: true }, "visits")).toEqual({ id: "visits", desc: true });
    expect(pressed({ id: "visits", desc: true }, "visits")).toEqual({ id: "visits", desc: false });
    expect(pressed({ id: "visits", desc: true }, "note")).toEqual({ id: "note", desc: false });
  });
});
