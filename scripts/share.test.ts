import { beforeEach, describe, expect, it, vi } from "vitest";
import { committed, REFERENCE, snapshot } from "../server/store/store.fixture.ts";
import { ask, desk } from "./command/command.fixture.ts";
import { main } from "./share.ts";

const at = desk();
const VIEW = "v=1&metric=signups&countries=GB";

beforeEach(() => {
  ask(at, (store) =>
    committed(store, (batch) => {
      batch.put(REFERENCE);
      batch.add([snapshot("2025-01-13", 5)]);
    }),
  );
});

/** What a command printed. */
async function printed(...argv: string[]): Promise<string> {
  at.out = "";
  expect(await main(argv), at.err).toBe(0);
  return at.out;
}

const slugIn = (text: string) => /\/s\/([\w-]{22})\n$/.exec(text)?.[1] ?? "";
const shares = () => ask(at, (store) => store.shares({ limit: 99 }));

describe("npm run share", () => {
  it("prints a link to what an address shows", async () => {
    const link = await printed(`/map?${VIEW}`);
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:8787\/s\/[\w-]{22}\n$/);
    expect(at.err).toBe("");
    expect(shares()).toEqual([
      expect.objectContaining({ slug: slugIn(link), page: "map", view: VIEW, pinned: false, owner: null, note: "" }),
    ]);
  });

  it("begins it as the settings say, or as the address does", async () => {
    expect(await printed(`https://dash.example:9000/growth?${VIEW}`)).toMatch(/^https:\/\/dash\.example:9000\/s\//);
    vi.stubEnv("HOST", "0.0.0.0");
    vi.stubEnv("PORT", "8801");
    expect(await printed(VIEW)).toMatch(/^http:\/\/localhost:8801\/s\//);
    vi.stubEnv("SURGE_ORIGIN", "https://surge.example");
    expect(await printed(`https://dash.example:9000/growth?${VIEW}`)).toMatch(/^https:\/\/surge\.example\/s\//);
  });

  it("pins, gives an end and a note, and says all of it as JSON", async () => {
    const made = JSON.parse(await printed(VIEW, "--pinned", "--expires", "30d", "--note", "for Monday", "--json"));
    expect(made).toMatchObject({
      url: `http://127.0.0.1:8787/s/${made.slug}`,
      address: `/growth?${VIEW}&vintage=1`,
      pinned: true,
      vintage: 1,
      state: "works",
      note: "for Monday",
      shows: { sources: [], events: [], figures: [] },
    });
    expect(Date.parse(made.expires_at) - Date.parse(made.created_at)).toBe(30 * 86_400_000);
  });

  it("says what is wrong with an address, and makes nothing of it", async () => {
    expect(await main([`${VIEW}&interval=fortnight`])).toBe(1);
    expect([at.out, at.err]).toEqual([
      "",
      "No link was made.\n  view.interval: The address asked for `interval=fortnight`. It takes: day, week, month.\n",
    ]);
    expect(await main(["/growth?platforms=vine", "--json"])).toBe(1);
    expect(JSON.parse(at.out).errors.map(({ field }: { field: string }) => field)).toEqual(["view.metric", "view.platforms"]);
    expect(shares()).toEqual([]);
  });

  it("lists links with their state and visits", async () => {
    const first = slugIn(await printed(VIEW, "--note", "first"));
    const second = slugIn(await printed(VIEW, "--expires", "1h"));
    ask(at, (store) => store.countVisits(new Map([[first, new Map([["2025-03-01", 7]])]])));
    await printed("revoke", first);
    const text = await printed("list");
    expect(text).toMatch(/^link +made +by +visits +last +state +leads to +note\n/);
    expect(text).toMatch(new RegExp(`/s/${second} +\\S+ +command +0 +never +works until \\S+ +/growth\\?${VIEW}\n`));
    expect(text).toMatch(new RegExp(`/s/${first} +\\S+ +command +7 +2025-03-01 +revoked on \\S+ +/growth\\?${VIEW} +first\n$`));
    const json = JSON.parse(await printed("list", "--json"));
    expect(json).toEqual([
      expect.objectContaining({ slug: second, visits: 0 }),
      expect.objectContaining({ slug: first, state: "revoked" }),
    ]);
  });

  it("rotates and revokes by slug or by link, also one that begins as an option does", async () => {
    const slug = `-${"a".repeat(21)}`;
    const made = slugIn(await printed(VIEW));
    ask(at, (store) => store.rotateShare(made, slug, new Date().toISOString()));
    const fresh = slugIn(await printed("rotate", slug));
    expect(shares().map(({ slug: one, successor }) => [one, successor])).toEqual([
      [fresh, null],
      [slug, fresh],
      [made, slug],
    ]);
    expect(await printed("revoke", `https://surge.example/s/${fresh}?lang=zh`)).toBe(
      `The link ${fresh} is ended: it says so to whoever follows it.\n`,
    );
    expect(JSON.parse(await printed("revoke", fresh, "--json"))).toMatchObject({ slug: fresh, state: "revoked" });
    expect(await main(["rotate", fresh])).toBe(1);
    expect(at.err).toContain(`has ended already. Share its address anew: /growth?${VIEW}`);
    expect(await main(["revoke", "b".repeat(22)])).toBe(1);
    expect(at.err).toContain(`There is no link \`${"b".repeat(22)}\`.`);
  });

  it("says where there is no database", async () => {
    vi.stubEnv("SURGE_DATABASE", `${at.folder}/none.sqlite`);
    expect(await main([VIEW])).toBe(1);
    expect(at.err).toMatch(/There is no database at .*none\.sqlite\. `npm start` makes one/);
  });

  it.each([
    [[]],
    [[VIEW, "another"]],
    [[VIEW, "--expires", "soon"]],
    [["list", "all"]],
    [["list", "--pinned"]],
    [["revoke"]],
    [["rotate", "a", "b"]],
    [["revoke", "short"]],
    [[VIEW, "--loud"]],
  ])("does nothing for %j and answers 2", async (argv) => {
    expect(await main(argv)).toBe(2);
    expect(at.out).toBe("");
    expect(at.err).not.toBe("");
    expect(shares()).toEqual([]);
  });
});
