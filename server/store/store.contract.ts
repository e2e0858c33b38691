import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayOf, numberOf } from "../../data/model/day.ts";
import type { Metric } from "../../data/model/metric.ts";
import type { Snapshot } from "../../data/model/snapshot.ts";
import { describeColumns } from "./columns.contract.ts";
import { describeHistory } from "./history.contract.ts";
import { describeRejected } from "./rejected.contract.ts";
import { describeRetraction } from "./retraction.contract.ts";
import { describeShares } from "./shares.contract.ts";
import { EVERYTHING, event, FIGURE, metric, origin, REFERENCE, SHARE, snapshot } from "./store.fixture.ts";
import { DuplicateSnapshotError, type Origin, type Store, StoreBusyError, UnknownNameError } from "./store.ts";
import { describeTokens } from "./tokens.contract.ts";
import { expectVintagesLikeModel } from "./vintages.contract.ts";
import { describeWritten } from "./written.contract.ts";

/** Where an engine keeps one store for one test. */
export interface Place {
  /** Opens it; again after a close. */
  open: () => Store;
  remove: () => void;
}

/**
 * What every engine behind the port must do.
 *
 * @param lasts whether what was committed is there when the place is opened again
 */
export function storeContract(name: string, make: () => Place, { lasts }: { lasts: boolean }): void {
  describe(`store contract: ${name}`, () => {
    let place: Place;
    let store: Store;

    beforeEach(() => {
      place = make();
      store = place.open();
    });

    afterEach(() => {
      store.close();
      place.remove();
    });

    /** Batch 1: the reference. */
    const begin = () => {
      const batch = store.open(origin("2025-01-01T00:00:00.000Z"));
      batch.put(REFERENCE);
      return batch.commit();
    };
    const write = (snapshots: Snapshot[], from: Origin = origin()) => {
      const batch = store.open(from);
      batch.add(snapshots);
      return batch.commit();
    };
    const valuesAt = (vintage?: number) => store.series(EVERYTHING, vintage).map(({ values }) => values);

    it("is empty at first", () => {
      expect(store.vintage()).toBe(0);
      expect(store.batches()).toEqual([]);
      expect(store.series(EVERYTHING)).toEqual([]);
      expect(store.figures()).toEqual([]);
      const catalog = store.catalog();
      expect(catalog).toMatchObject({ vintage: 0, received_at: null, days: null, platforms: [], coverage: [] });
    });

    it("counts what a batch did", () => {
      expect(begin()).toEqual({ batch: 1, vintage: 1, inserted: 0, revised: 0, unchanged: 0, retracted: 0 });
      expect(write([snapshot("2025-01-13", 5), snapshot("2025-01-14", 6)])).toEqual({
        batch: 2,
        vintage: 2,
        inserted: 2,
        revised: 0,
        unchanged: 0,
        retracted: 0,
      });
      expect(write([snapshot("2025-01-13", 5), snapshot("2025-01-14", 7), snapshot("2025-01-15", 8)])).toEqual({
        batch: 3,
        vintage: 3,
        inserted: 1,
        revised: 1,
        unchanged: 1,
        retracted: 0,
      });
    });

    it("keeps a replaced value, and reads it by vintage", () => {
      begin();
      write([snapshot("2025-01-13", 5)]);
      write([snapshot("2025-01-13", 9)]);
      write([snapshot("2025-01-13", 5)]);
      expect([0, 1, 2, 3, 4, 99, undefined].map(valuesAt)).toEqual([[], [], [[5]], [[9]], [[5]], [[5]], [[5]]]);
    });

    it("leaves no trace of a batch that changes nothing", () => {
      begin();
      write([snapshot("2025-01-13", 5)]);
      const change = write([snapshot("2025-01-13", 5)], origin(undefined, "ff"));
      expect(change).toEqual({ batch: null, vintage: 2, inserted: 0, revised: 0, unchanged: 1, retracted: 0 });
      expect(write([])).toMatchObject({ batch: null, vintage: 2 });
      expect(store.vintage()).toBe(2);
      expect(store.batches()).toHaveLength(2);
      expect(store.batchesOf("ff")).toEqual([]);
      expect(write([snapshot("2025-01-13", 6)]).batch).toBe(3);
    });

    it("shows nothing of a batch before its commit, and nothing after its rollback", () => {
      begin();
      const batch = store.open(origin());
      batch.put({ topics: [{ id: "dogs", name: "Dogs" }] });
      batch.add([snapshot("2025-01-13", 5), snapshot("2025-01-13", 6, { topic: "dogs", country: "GB" })]);
      expect(valuesAt()).toEqual([]);
      expect(store.vintage()).toBe(1);
      batch.rollback();
      batch.rollback();
      expect(valuesAt()).toEqual([]);
      expect(store.vintage()).toBe(1);
      expect(store.catalog().topics).toEqual(REFERENCE.topics);
      expect(() => batch.add([])).toThrow(/ended/);
      expect(() => batch.commit()).toThrow(/ended/);
      expect(write([snapshot("2025-01-13", 7)])).toMatchObject({ batch: 2, inserted: 1 });
      expect(valuesAt()).toEqual([[7]]);
    });

    it("says what a batch would change, and forgets it", () => {
      begin();
      write([snapshot("2025-01-13", 5)]);
      const batch = store.open(origin());
      batch.put({ topics: [{ id: "dogs", name: "Dogs" }] });
      batch.add([snapshot("2025-01-13", 6), snapshot("2025-01-14", 7, { topic: "dogs" })]);
      expect(batch.preview()).toEqual({ batch: null, vintage: 2, inserted: 1, revised: 1, unchanged: 0, retracted: 0 });
      expect(() => batch.commit()).toThrow(/ended/);
      expect([store.vintage(), valuesAt(), store.catalog().topics]).toEqual([2, [[5]], REFERENCE.topics]);
      expect(write([snapshot("2025-01-13", 5)])).toMatchObject({ batch: null, unchanged: 1 });
    });

    it("takes one batch at a time", () => {
      begin();
      const batch = store.open(origin());
      expect(() => store.open(origin())).toThrow(StoreBusyError);
      batch.rollback();
      store.open(origin()).rollback();
    });

    it("refuses names that the reference lacks", () => {
      begin();
      const bad = { platform: "vine", country: "XX", metric: "smiles", topic: "birds", source: "nobody" };
      for (const [dimension, id] of Object.entries(bad)) {
        const batch = store.open(origin());
        expect(() => batch.add([snapshot("2025-01-13", 5, { [dimension]: id })])).toThrow(UnknownNameError);
        expect(() => batch.add([snapshot("2025-01-13", 5, { [dimension]: id })])).toThrow(new RegExp(`${dimension} .*${id}`));
        batch.rollback();
      }
      expect(store.vintage()).toBe(1);
    });

    it("refuses the same day of the same series twice in one batch, what is no day, and what is no number", () => {
      begin();
      const refused: [Snapshot[], new (message?: string) => Error][] = [
        [[snapshot("2025-01-13", 5), snapshot("2025-01-13", 5)], DuplicateSnapshotError],
        [[snapshot("2025-02-30", 5)], RangeError],
        [[snapshot("1969-12-31", 5)], RangeError],
        [[snapshot("2149-06-07", 5)], RangeError],
        [[snapshot("2025-01-13", Number.NaN)], RangeError],
        [[snapshot("2025-01-13", Number.POSITIVE_INFINITY)], RangeError],
      ];
      for (const [snapshots, error] of refused) {
        const batch = store.open(origin());
        expect(() => batch.add(snapshots)).toThrow(error);
        batch.rollback();
      }
      expect(store.vintage()).toBe(1);
    });

    it("keeps the first and the last day that it can, fractions, large and negative numbers", () => {
      begin();
      const values = [0.1, -3.5, 2 ** 53 - 1, -0, 1e-300];
      const days = ["1970-01-01", "1970-01-02", "2025-01-13", "2140-01-01", "2149-06-06"];
      write(values.map((value, index) => snapshot(days[index] as string, value)));
      const [series] = store.series(EVERYTHING);
      expect(series?.days.map(dayOf)).toEqual(days);
      expect(series?.values).toEqual([0.1, -3.5, 2 ** 53 - 1, 0, 1e-300]);
    });

    it("answers series in the order of the query's lists, days ascending", () => {
      begin();
      write([
        snapshot("2025-01-15", 1, { platform: "tiktok" }),
        snapshot("2025-01-14", 2, { country: "GB", source: "panel" }),
        snapshot("2025-01-14", 3, { country: "GB", topic: "cats" }),
        snapshot("2025-01-14", 4, { country: "GB" }),
        snapshot("2025-01-14", 5),
        snapshot("2025-01-12", 6),
        snapshot("2025-01-13", 7, { metric: "downloads" }),
      ]);
      const query = { ...EVERYTHING, platforms: ["tiktok", "rednote"], countries: ["GB", "US"] };
      expect(store.series(query).map(({ values }) => values)).toEqual([[1], [4], [2], [3], [6, 5]]);
      expect(store.series({ ...query, countries: [] })).toEqual([]);
      expect(store.series({ ...query, countries: ["US", "US"] }).map(({ values }) => values)).toEqual([[1], [6, 5]]);
      expect(store.series({ ...query, metric: "unheard-of" })).toEqual([]);
      expect(store.series({ ...query, platforms: ["tiktok"] })).toEqual([
        {
          platform: "tiktok",
          country: "US",
          metric: "signups",
          topic: "all",
          source: "default",
          days: [numberOf("2025-01-15")],
          values: [1],
        },
      ]);
    });

    it("answers the days of the range only, and no series without any", () => {
      begin();
      write([
        snapshot("2025-01-12", 1),
        snapshot("2025-01-13", 2),
        snapshot("2025-01-14", 3),
        snapshot("2025-01-20", 4, { country: "GB" }),
      ]);
      const [from, to] = [numberOf("2025-01-13"), numberOf("2025-01-14")];
      expect(store.series({ ...EVERYTHING, from, to }).map(({ values }) => values)).toEqual([[2, 3]]);
      expect(store.series({ ...EVERYTHING, from: to, to: from })).toEqual([]);
      expect(store.series({ ...EVERYTHING, to: from }).map(({ values }) => values)).toEqual([[1, 2]]);
      expect(store.series({ ...EVERYTHING, from: -1e6, to: 1e6 })).toHaveLength(2);
      expect(store.series({ ...EVERYTHING, from: 1e6 })).toEqual([]);
    });

    it("finds the vintage of a day by its end in UTC", () => {
      begin();
      write([snapshot("2025-01-13", 1)], origin("2025-03-01T00:00:00.000Z"));
      write([snapshot("2025-01-13", 2)], origin("2025-03-01T23:59:59.999Z"));
      write([snapshot("2025-01-13", 3)], origin("2025-03-02T00:00:00.000Z"));
      const days = ["2024-12-31", "2025-01-01", "2025-02-28", "2025-03-01", "2025-03-02", "2026-01-01"];
      expect(days.map((day) => store.vintageOn(day))).toEqual([0, 1, 1, 3, 4, 4]);
    });

    it("lists batches newest first, with their origin and counts, and finds them by their bytes", () => {
      begin();
      write([snapshot("2025-01-13", 1)], origin("2025-03-01T00:00:00.000Z", "aa"));
      write([snapshot("2025-01-13", 2)], origin("2025-03-02T00:00:00.000Z", "bb"));
      write([snapshot("2025-01-13", 1)], origin("2025-03-03T00:00:00.000Z", "aa"));
      expect(store.batches().map(({ batch, received_at }) => [batch, received_at.slice(0, 10)])).toEqual([
        [4, "2025-03-03"],
        [3, "2025-03-02"],
        [2, "2025-03-01"],
        [1, "2025-01-01"],
      ]);
      expect(store.batchesOf("aa").map(({ batch }) => batch)).toEqual([4, 2]);
      expect(store.batchesOf("aa")[0]).toEqual({
        batch: 4,
        sources: ["default"],
        entries: 0,
        channel: "file",
        name: "test.csv",
        content_hash: "aa",
        received_at: "2025-03-03T00:00:00.000Z",
        inserted: 0,
        revised: 1,
        unchanged: 0,
        retracted: 0,
      });
      expect(store.batchesOf("cc")).toEqual([]);
    });

    it("takes the hash of the bytes at the commit, where it was not known before", () => {
      begin();
      const batch = store.open(origin(undefined, ""));
      batch.add([snapshot("2025-01-13", 1)]);
      batch.commit({ content_hash: "abc" });
      expect(store.batchesOf("abc").map(({ batch }) => batch)).toEqual([2]);
    });

    it("versions the reference by batch, and keeps the order of first appearance", () => {
      begin();
      const batch = store.open(origin());
      batch.put({
        platforms: [
          { id: "upscrolled", name: "UpScrolled" },
          { id: "rednote", name: "Xiaohongshu" },
        ],
        figures: [FIGURE],
        events: [event("later", "2025-01-19"), event("earlier", "2025-01-13")],
        claims: [{ id: "c01", topic: "surge", claim: "Millions", kind: "measurable", finding: "partly", evidence: ["rf001"], note: "" }],
      });
      expect(batch.commit()).toMatchObject({ batch: 2, inserted: 0 });
      expect(store.catalog(1).platforms).toEqual(REFERENCE.platforms);
      expect(store.catalog(2).platforms.map(({ name }) => name)).toEqual(["Xiaohongshu", "TikTok", "Lemon8", "UpScrolled"]);
      expect(store.catalog().received_at).toBe("2025-03-01T12:00:00.000Z");
      expect([store.figures(1), store.events(1), store.claims(1)]).toEqual([[], [], []]);
      expect(store.figures()).toEqual([FIGURE]);
      expect(store.events().map(({ slug }) => slug)).toEqual(["earlier", "later"]);
      expect(store.claims()).toHaveLength(1);
    });

    it("writes no batch for entries that are as they were", () => {
      begin();
      const batch = store.open(origin());
      const turned = Object.fromEntries(Object.entries(metric("signups")).reverse()) as unknown as Metric;
      batch.put({ ...REFERENCE, metrics: [turned] });
      expect(batch.commit()).toMatchObject({ batch: null, vintage: 1 });
    });

    it("takes values that name what the same batch put", () => {
      begin();
      const batch = store.open(origin());
      batch.put({ platforms: [{ id: "flip", name: "Flip" }] });
      batch.add([snapshot("2025-01-13", 5, { platform: "flip" })]);
      expect(batch.commit()).toMatchObject({ batch: 2, inserted: 1 });
      expect(store.series({ ...EVERYTHING, platforms: ["flip"] })).toHaveLength(1);
    });

    it("says in the catalog which series exist, as of the vintage", () => {
      begin();
      write([snapshot("2025-01-13", 1, { country: "GB" }), snapshot("2025-01-20", 1, { platform: "tiktok", topic: "cats" })]);
      write([snapshot("2025-01-10", 1), snapshot("2025-01-13", 2, { country: "GB" }), snapshot("2025-01-31", 1, { source: "panel" })]);
      const one = { platform: "rednote", metric: "signups", source: "default", topics: ["all"] };
      const tiktok = { ...one, platform: "tiktok", countries: ["US"], topics: ["cats"], first: "2025-01-20", last: "2025-01-20" };
      expect(store.catalog(1).coverage).toEqual([]);
      expect(store.catalog(2)).toMatchObject({
        days: { first: "2025-01-13", last: "2025-01-20" },
        coverage: [{ ...one, countries: ["GB"], first: "2025-01-13", last: "2025-01-13" }, tiktok],
      });
      expect(store.catalog()).toMatchObject({
        vintage: 3,
        days: { first: "2025-01-10", last: "2025-01-31" },
        coverage: [
          { ...one, countries: ["US", "GB"], first: "2025-01-10", last: "2025-01-13" },
          { ...one, source: "panel", countries: ["US"], first: "2025-01-31", last: "2025-01-31" },
          tiktok,
        ],
      });
      expect(store.catalog(99)).toEqual(store.catalog());
    });

    describeTokens(() => store);
    describeShares(() => store);
    describeRetraction(() => store);

    describeHistory(() => store);

    describeWritten(() => store);

    describeColumns(() => store);

    describeRejected(() => store);

    it("can be read and written", () => {
      store.check();
      const batch = store.open(origin());
      batch.put(REFERENCE);
      store.check();
      batch.rollback();
    });

    if (lasts) {
      it("keeps everything when it is opened again, and nothing of a batch that was open", () => {
        begin();
        write([snapshot("2025-01-13", 5)]);
        write([snapshot("2025-01-13", 6)]);
        store.createToken({ name: "desk", hash: "f00", created_at: "2025-03-01T00:00:00.000Z" });
        store.createShare(SHARE);
        store.countVisits(new Map([[SHARE.slug, new Map([["2025-03-01", 2]])]]));
        const before = [store.catalog(), store.batches(), valuesAt(2), valuesAt()];
        store.open(origin()).add([snapshot("2025-01-13", 7)]);
        store.close();
        store = place.open();
        expect([store.catalog(), store.batches(), valuesAt(2), valuesAt()]).toEqual(before);
        expect(store.tokenByHash("f00")?.name).toBe("desk");
        expect(store.shares({ limit: 9 })).toEqual([{ ...SHARE, visits: 2, last_visit: "2025-03-01" }]);
      });

      it("sees at once what another connection committed", () => {
        begin();
        const other = place.open();
        expect([other.vintage(), other.series(EVERYTHING), other.catalog().days]).toEqual([1, [], null]);
        write([snapshot("2025-01-13", 5)]);
        expect(other.vintage()).toBe(2);
        expect(other.series(EVERYTHING)).toEqual(store.series(EVERYTHING));
        expect(other.catalog()).toEqual(store.catalog());
        other.close();
      });
    }

    it("reads at every vintage as a model in memory would", () => {
      begin();
      expectVintagesLikeModel(store);
    });
  });
}
