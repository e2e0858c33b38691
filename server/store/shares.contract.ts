import { beforeEach, describe, expect, it } from "vitest";
import { origin, REFERENCE, SHARE } from "./store.fixture.ts";
import { NameTakenError, type Store, StoreBusyError } from "./store.ts";

const LATER = "2025-03-02T00:00:00.000Z";
const LATEST = "2025-03-03T00:00:00.000Z";

/** Slugs that differ in their last letter. */
const slug = (letter: string) => `${SHARE.slug.slice(0, -1)}${letter}`;

/** What every engine does with short links. */
export function describeShares(open: () => Store): void {
  describe("shares", () => {
    let store: Store;

    beforeEach(() => {
      store = open();
      store.createToken({ name: "desk", hash: "f00", created_at: "2025-03-01T00:00:00.000Z" });
      store.createToken({ name: "other", hash: "f01", created_at: "2025-03-01T00:00:00.000Z" });
      store.createShare(SHARE);
    });

    it("are found by their slugs as they were made", () => {
      const live = { ...SHARE, slug: slug("b"), pinned: false, shows: null, owner: "desk", expires_at: LATEST };
      store.createShare(live);
      expect([store.share(SHARE.slug), store.share(live.slug), store.share(slug("c"))]).toEqual([SHARE, live, undefined]);
      // Whether letters are capitals matters: they are half of the lot.
      expect(store.share(SHARE.slug.toLowerCase())).toBeUndefined();
    });

    it("have a slug each", () => {
      expect(() => store.createShare({ ...SHARE, note: "another" })).toThrow(NameTakenError);
      expect(store.share(SHARE.slug)?.note).toBe(SHARE.note);
    });

    it("are listed newest first, by owner, and from one on", () => {
      for (const [letter, owner] of [
        ["1", "desk"],
        ["2", "other"],
        ["3", "desk"],
      ] as const)
        store.createShare({ ...SHARE, slug: slug(letter), owner });
      const listed = (...query: Parameters<Store["shares"]>) => store.shares(...query).map((one) => one.slug);
      expect(listed({ limit: 9 })).toEqual(["3", "2", "1", "_"].map(slug));
      expect(listed({ owner: "desk", limit: 9 })).toEqual(["3", "1"].map(slug));
      expect(listed({ limit: 2 })).toEqual(["3", "2"].map(slug));
      expect(listed({ before: slug("2"), limit: 9 })).toEqual(["1", "_"].map(slug));
      expect(listed({ owner: "desk", before: slug("3"), limit: 9 })).toEqual([slug("1")]);
      expect(listed({ owner: "nobody", limit: 9 })).toEqual([]);
    });

    it("are renamed and given another end", () => {
      expect(store.changeShare(SHARE.slug, { note: "for Tuesday" })).toBe(true);
      expect(store.changeShare(SHARE.slug, { expires_at: LATEST })).toBe(true);
      expect(store.share(SHARE.slug)).toEqual({ ...SHARE, note: "for Tuesday", expires_at: LATEST });
      expect(store.changeShare(SHARE.slug, { expires_at: null })).toBe(true);
      expect(store.share(SHARE.slug)?.expires_at).toBeNull();
      expect(store.changeShare(slug("c"), { note: "" })).toBe(false);
    });

    it("stay when they are revoked, and change no more", () => {
      expect(store.revokeShare(SHARE.slug, LATER)).toBe(true);
      const ended = { ...SHARE, revoked_at: LATER };
      expect(store.share(SHARE.slug)).toEqual(ended);
      expect(store.revokeShare(SHARE.slug, LATEST)).toBe(false);
      expect(store.changeShare(SHARE.slug, { note: "again" })).toBe(false);
      expect(store.rotateShare(SHARE.slug, slug("b"), LATEST)).toBe(false);
      expect(store.revokeShare(slug("c"), LATER)).toBe(false);
      expect(store.shares({ limit: 9 })).toEqual([{ ...ended, visits: 0, last_visit: null }]);
    });

    it("go on under a fresh slug when they are rotated, without what was counted", () => {
      store.countVisits(new Map([[SHARE.slug, new Map([["2025-03-01", 3]])]]));
      expect(store.rotateShare(SHARE.slug, slug("b"), LATER)).toBe(true);
      expect(store.share(SHARE.slug)).toEqual({ ...SHARE, revoked_at: LATER, successor: slug("b") });
      expect(store.share(slug("b"))).toEqual({ ...SHARE, slug: slug("b"), created_at: LATER });
      expect([store.visits(SHARE.slug), store.visits(slug("b"))]).toEqual([[{ day: "2025-03-01", visits: 3 }], []]);
      expect(store.rotateShare(slug("c"), slug("d"), LATER)).toBe(false);
    });

    it("are not ended where the fresh slug is taken", () => {
      store.createShare({ ...SHARE, slug: slug("b"), note: "another" });
      expect(() => store.rotateShare(SHARE.slug, slug("b"), LATER)).toThrow(NameTakenError);
      expect(store.share(SHARE.slug)).toEqual(SHARE);
      expect(store.share(slug("b"))?.note).toBe("another");
    });

    it("count who follows them, by day", () => {
      store.createShare({ ...SHARE, slug: slug("b") });
      const count = (...visits: [string, [string, number][]][]) =>
        store.countVisits(new Map(visits.map(([one, days]) => [one, new Map(days)])));
      count([SHARE.slug, [["2025-03-02", 2]]], [slug("b"), [["2025-03-02", 1]]], [slug("c"), [["2025-03-02", 7]]]);
      count([
        SHARE.slug,
        [
          ["2025-03-01", 1],
          ["2025-03-02", 5],
        ],
      ]);
      expect(store.visits(SHARE.slug)).toEqual([
        { day: "2025-03-01", visits: 1 },
        { day: "2025-03-02", visits: 7 },
      ]);
      expect(store.visits(SHARE.slug, "2025-03-02")).toEqual([{ day: "2025-03-02", visits: 7 }]);
      expect(store.visits(SHARE.slug, "2025-03-03")).toEqual([]);
      expect([store.visits(slug("b")), store.visits(slug("c"))]).toEqual([[{ day: "2025-03-02", visits: 1 }], []]);
      const listed = store.shares({ limit: 9 }).map(({ visits, last_visit }) => [visits, last_visit]);
      expect(listed).toEqual([
        [1, "2025-03-02"],
        [8, "2025-03-02"],
      ]);
    });

    it("keep their image once it is drawn, pinned ones, and never another", () => {
      for (const letter of ["b", "c"]) store.createShare({ ...SHARE, slug: slug(letter) }, `https://${letter}.example`);
      store.createShare({ ...SHARE, slug: slug("d"), pinned: false, shows: null });
      expect(store.nextShareImage()).toEqual({ slug: SHARE.slug, origin: "" });
      expect(store.nextShareImage(SHARE.slug)).toEqual({ slug: slug("b"), origin: "https://b.example" });
      expect(store.nextShareImage(slug("c"))).toBeUndefined();
      expect(store.shareImage(slug("b"))).toBeUndefined();
      expect(store.keepShareImage(slug("b"), new Uint8Array([1, 2]), LATER)).toBe(true);
      expect(store.keepShareImage(slug("b"), new Uint8Array([3]), LATEST)).toBe(false);
      for (const letter of ["d", "e"]) expect(store.keepShareImage(slug(letter), new Uint8Array([3]), LATEST)).toBe(false);
      expect([...(store.shareImage(slug("b")) ?? [])]).toEqual([1, 2]);
      expect(store.nextShareImage(SHARE.slug)?.slug).toBe(slug("c"));
      expect(store.shareImageBytes()).toBe(2);
    });

    it("lose their image when they are revoked, and take it along when they are rotated, drawn or not", () => {
      store.createShare({ ...SHARE, slug: slug("b") }, "https://b.example");
      store.keepShareImage(SHARE.slug, new Uint8Array([1, 2]), LATER);
      store.rotateShare(SHARE.slug, slug("c"), LATER);
      store.rotateShare(slug("b"), slug("d"), LATER);
      expect([store.shareImage(SHARE.slug), [...(store.shareImage(slug("c")) ?? [])]]).toEqual([undefined, [1, 2]]);
      expect(store.nextShareImage()).toEqual({ slug: slug("d"), origin: "https://b.example" });
      for (const letter of ["c", "d"]) store.revokeShare(slug(letter), LATEST);
      expect([store.shareImage(slug("c")), store.nextShareImage(), store.shareImageBytes()]).toEqual([undefined, undefined, 0]);
    });

    it("never wait for a batch that is being written", () => {
      const batch = store.open(origin());
      batch.put(REFERENCE);
      // Whether an open batch is in the way is the engine's business; what was refused is not there.
      const writes: (() => void)[] = [
        () => store.createShare({ ...SHARE, slug: slug("b") }),
        () => store.changeShare(SHARE.slug, { note: "b" }),
        () => store.rotateShare(SHARE.slug, slug("c"), LATER),
      ];
      const refused = writes.map((write) => {
        try {
          write();
          return false;
        } catch (error) {
          expect(error).toBeInstanceOf(StoreBusyError);
          return true;
        }
      });
      batch.rollback();
      const isMissing = [store.share(slug("b")), store.share(SHARE.slug)?.note === "b", store.share(slug("c"))].map((found) => !found);
      expect(isMissing).toEqual(refused);
      for (const [index, write] of writes.entries()) if (refused[index]) write();
      expect(store.share(slug("c"))?.note).toBe("b");
    });
  });
}
