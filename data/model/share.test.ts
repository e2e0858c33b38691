import { describe, expect, it } from "vitest";
import { liveAddress, readDuration, SHARE_SLUG, shareAddress, shareState } from "./share.ts";

const NOW = Date.parse("2025-03-01T00:00:00.000Z");

describe("a share", () => {
  it.each([
    [null, null, "works"],
    ["2025-03-01T00:00:00.001Z", null, "works"],
    ["2025-03-01T00:00:00.000Z", null, "expired"],
    ["2025-03-01T00:00:00.000Z", "2025-02-01T00:00:00.000Z", "revoked"],
    [null, "2025-02-01T00:00:00.000Z", "revoked"],
  ])("that ends at %s and was revoked at %s %s", (expires_at, revoked_at, state) => {
    expect(shareState({ expires_at, revoked_at }, NOW)).toBe(state);
  });

  it("stands for a page with its view, and has a way to the newest data", () => {
    const share = { page: "map", view: "v=1&interval=week&vintage=7" } as const;
    expect(shareAddress(share)).toBe("/map?v=1&interval=week&vintage=7");
    expect(liveAddress(share)).toBe("/map?v=1&interval=week");
  });

  it.each(["AbCdEfGhIjKlMnOpQrStU_", "-_-_-_-_-_-_-_-_-_-_-w"])("may be called %s", (slug) => expect(slug).toMatch(SHARE_SLUG));

  it.each(["", "short", `${"a".repeat(22)}\n`, "a".repeat(23), "é".repeat(22), "../../../../etc/passwd"])("is never called %j", (slug) =>
    expect(slug).not.toMatch(SHARE_SLUG),
  );
});

describe("a duration", () => {
  it.each([
    ["1h", 3_600_000],
    ["30d", 2_592_000_000],
    ["2w", 1_209_600_000],
    ["3660d", 316_224_000_000],
  ])("%s is %d milliseconds", (text, ms) => expect(readDuration(text)).toBe(ms));

  it.each(["", "30", "d", "0d", "-1d", "1.5d", "30 d", "1m", "3661d", "99999w", "1e3d", "30D", "1d\n"])("%j is none", (text) =>
    expect(readDuration(text)).toBeUndefined(),
  );
});
