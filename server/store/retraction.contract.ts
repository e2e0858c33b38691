import { expect, it } from "vitest";
import { committed, EVERYTHING, event, FIGURE, origin, REFERENCE, snapshot } from "./store.fixture.ts";
import { DuplicateSnapshotError, type OpenBatch, type Store, UnknownNameError } from "./store.ts";

/** What every engine does with what is withdrawn: gone from then on, and there as it was before. */
export function describeRetraction(current: () => Store): void {
  const write = (fill: (batch: OpenBatch) => void) => committed(current(), fill);
  const begin = () => write((batch) => batch.put({ ...REFERENCE, figures: [FIGURE], events: [event("law", "2025-01-19")] }));
  const valuesAt = (vintage?: number) =>
    current()
      .series(EVERYTHING, vintage)
      .map(({ values }) => values);
  const lastDay = (vintage?: number) => current().catalog(vintage).days?.last;

  it("withdraws a value from one vintage on, and counts one that comes back as new", () => {
    begin();
    write((batch) => batch.add([snapshot("2025-01-13", 5), snapshot("2025-01-14", 6)]));
    const nothing = { inserted: 0, revised: 0, unchanged: 0, retracted: 0 };
    expect(write((batch) => batch.retract([snapshot("2025-01-14", 0)]))).toEqual({ ...nothing, batch: 3, vintage: 3, retracted: 1 });
    expect(write((batch) => batch.add([snapshot("2025-01-14", 7), snapshot("2025-01-13", 9)]))).toEqual({
      ...nothing,
      batch: 4,
      vintage: 4,
      inserted: 1,
      revised: 1,
    });
    expect([1, 2, 3, 4].map(valuesAt)).toEqual([[], [[5, 6]], [[5]], [[9, 7]]]);
    expect([2, 3, 4].map(lastDay)).toEqual(["2025-01-14", "2025-01-13", "2025-01-14"]);
    expect(
      current()
        .batches()
        .map(({ inserted, revised, retracted }) => [inserted, revised, retracted]),
    ).toEqual([
      [1, 1, 0],
      [0, 0, 1],
      [2, 0, 0],
      [0, 0, 0],
    ]);
  });

  it("has nothing to withdraw where there is no value", () => {
    begin();
    write((batch) => batch.add([snapshot("2025-01-13", 5)]));
    const absent = [snapshot("2025-01-14", 0), snapshot("2025-01-13", 0, { country: "GB" })];
    expect(write((batch) => batch.retract(absent))).toMatchObject({ batch: null, unchanged: 2, retracted: 0 });
    write((batch) => batch.retract([snapshot("2025-01-13", 0)]));
    expect(write((batch) => batch.retract([snapshot("2025-01-13", 0)]))).toMatchObject({ batch: null, unchanged: 1 });
    expect(lastDay()).toBeUndefined();
  });

  it("takes a day of a series once in a batch, to keep or to withdraw", () => {
    begin();
    const refused = (fill: (batch: OpenBatch) => void, error: new (message?: string) => Error) => {
      const batch = current().open(origin());
      expect(() => fill(batch)).toThrow(error);
      batch.rollback();
    };
    const day = [snapshot("2025-01-13", 5)];
    refused((batch) => {
      batch.add(day);
      batch.retract(day);
    }, DuplicateSnapshotError);
    refused((batch) => batch.retract([...day, ...day]), DuplicateSnapshotError);
    refused((batch) => batch.retract([snapshot("2025-01-13", 5, { platform: "vine" })]), UnknownNameError);
    refused((batch) => batch.retract([snapshot("2025-02-30", 5)]), RangeError);
  });

  it("previews what it would withdraw", () => {
    begin();
    write((batch) => batch.add([snapshot("2025-01-13", 5)]));
    const batch = current().open(origin());
    batch.retract([snapshot("2025-01-13", 0)]);
    expect(batch.preview()).toMatchObject({ batch: null, vintage: 2, retracted: 1 });
    expect(valuesAt()).toEqual([[5]]);
  });

  it("withdraws entries of the reference from one vintage on, and puts them back in their place", () => {
    begin();
    const ids = { platforms: ["tiktok", "vine"], figures: ["rf001"], events: ["law"] };
    expect(write((batch) => batch.withdraw(ids))).toMatchObject({ batch: 2, inserted: 0 });
    const platforms = (vintage?: number) =>
      current()
        .catalog(vintage)
        .platforms.map(({ id }) => id);
    expect([platforms(1), platforms()]).toEqual([
      ["rednote", "tiktok", "lemon8"],
      ["rednote", "lemon8"],
    ]);
    expect([current().figures(), current().events(), current().figures(1)]).toEqual([[], [], [FIGURE]]);
    expect(write((batch) => batch.withdraw(ids)).batch).toBeNull();
    expect(() => write((batch) => batch.add([snapshot("2025-01-13", 5, { platform: "tiktok" })]))).toThrow(UnknownNameError);
  });

  it("puts an entry back where it stood", () => {
    begin();
    write((batch) => batch.withdraw({ platforms: ["tiktok"] }));
    const renamed = { id: "tiktok", name: "TikTok again" };
    expect(write((batch) => batch.put({ platforms: [renamed] })).batch).toBe(3);
    expect(current().catalog().platforms).toEqual([REFERENCE.platforms[0], renamed, REFERENCE.platforms[2]]);
  });

  it("lets the last word in a batch count, of an entry that is put and withdrawn", () => {
    begin();
    write((batch) => {
      batch.put({ topics: [{ id: "dogs", name: "Dogs" }] });
      batch.put({ topics: [{ id: "dogs", name: "Puppies" }] });
      batch.put({ topics: [{ id: "birds", name: "Birds" }] });
      batch.withdraw({ topics: ["birds"] });
    });
    expect(current().catalog().topics.slice(2)).toEqual([{ id: "dogs", name: "Puppies" }]);
  });

  it("says of a batch which sources its rows name and how many entries it changed", () => {
    begin();
    write((batch) => batch.add([snapshot("2025-01-13", 5), snapshot("2025-01-13", 5, { source: "panel" })]));
    write((batch) => {
      batch.put({ topics: [{ id: "dogs", name: "Dogs" }] });
      batch.withdraw({ events: ["law"] });
      batch.retract([snapshot("2025-01-13", 5, { source: "panel" })]);
    });
    const told = current()
      .batches()
      .map(({ sources, entries }) => [sources, entries]);
    const shipped = Object.values(REFERENCE).flat().length + 2;
    expect(told).toEqual([
      [["panel"], 2],
      [["default", "panel"], 0],
      [[], shipped],
    ]);
  });
}
