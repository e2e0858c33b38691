import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayOf } from "../../data/model/day.ts";
import { RevertError, type RevertJob, revert } from "./revert.ts";
import { openSqliteStore } from "./sqlite/sqlite.ts";
import { committed, EVERYTHING, FIGURE, REFERENCE, snapshot } from "./store.fixture.ts";
import { type OpenBatch, StaleBatchError, type Store } from "./store.ts";

let store: Store;

/** Batch 1 is the reference. */
beforeEach(() => {
  store = openSqliteStore(":memory:");
  write((batch) => batch.put({ ...REFERENCE, figures: [FIGURE] }));
});

afterEach(() => store.close());

const write = (fill: (batch: OpenBatch) => void) => committed(store, fill).batch;

const undo = (batch: number, options: Partial<RevertJob> = {}) =>
  revert({ store, batch, now: () => new Date("2025-03-05T00:00:00Z"), ...options });

/** What a vintage says, by series and day. */
function cells(vintage?: number): Map<string, number> {
  return new Map(
    store
      .series(EVERYTHING, vintage)
      .flatMap(({ platform, country, days, values }) =>
        days.map((day, at): [string, number] => [`${platform} ${country} ${dayOf(day)}`, values[at] as number]),
      ),
  );
}

describe("undoing a batch", () => {
  it("puts back what it replaced and what it withdrew, and withdraws what it brought", () => {
    write((batch) => batch.add([snapshot("2025-01-13", 5), snapshot("2025-01-14", 6), snapshot("2025-01-15", 7)]));
    write((batch) => {
      batch.add([snapshot("2025-01-13", 50), snapshot("2025-01-16", 8)]);
      batch.retract([snapshot("2025-01-14", 0)]);
    });
    expect(undo(3)).toEqual({ reverted: 3, batch: 4, vintage: 4, restored: 2, retracted: 1, entries: 0, left: 0 });
    expect(cells()).toEqual(cells(2));
    expect([...cells(3).values()]).toEqual([50, 7, 8]);
    expect(store.batches()[0]).toMatchObject({
      channel: "command",
      name: "revert 3",
      received_at: "2025-03-05T00:00:00.000Z",
      inserted: 1,
      revised: 1,
      retracted: 1,
    });
  });

  it("can itself be undone", () => {
    write((batch) => batch.add([snapshot("2025-01-13", 5)]));
    write((batch) => batch.add([snapshot("2025-01-13", 6), snapshot("2025-01-14", 6)]));
    undo(3);
    undo(4);
    expect(cells()).toEqual(cells(3));
  });

  it("refuses what a later batch has changed, names it, and writes nothing", () => {
    write((batch) => batch.add([snapshot("2025-01-13", 5), snapshot("2025-01-14", 5)]));
    write((batch) => batch.add([snapshot("2025-01-13", 6)]));
    write((batch) => batch.retract([snapshot("2025-01-13", 0)]));
    const attempt = () => undo(2);
    expect(attempt).toThrow(RevertError);
    expect(attempt).toThrow(
      /1 value of it has been .*\n {2}batch 4 \(test\.csv\): 1\n.*\n {2}2025-01-13 rednote US signups all default, by batch 4/,
    );
    expect(attempt).toThrow(/--keep-later/);
    expect(store.vintage()).toBe(4);
  });

  it("leaves what later batches set where it is told to, and undoes the rest", () => {
    write((batch) => batch.add([snapshot("2025-01-13", 5), snapshot("2025-01-14", 5)]));
    write((batch) => batch.add([snapshot("2025-01-13", 6)]));
    expect(undo(2, { keepLater: true })).toMatchObject({ batch: 4, restored: 0, retracted: 1, left: 1 });
    expect([...cells()]).toEqual([["rednote US 2025-01-13", 6]]);
    expect(() => undo(2, { keepLater: true })).toThrow(/Nothing of batch 2 is left to undo/);
  });

  it("says what it would do, and writes nothing", () => {
    write((batch) => batch.add([snapshot("2025-01-13", 5)]));
    expect(undo(2, { dryRun: true })).toMatchObject({ reverted: 2, batch: null, vintage: 2, retracted: 1 });
    expect(store.vintage()).toBe(2);
  });

  it("undoes entries of the reference as well", () => {
    write((batch) => {
      batch.put({ platforms: [{ id: "flip", name: "Flip" }], topics: [{ id: "cats", name: "Kittens" }] });
      batch.withdraw({ figures: [FIGURE.id] });
    });
    expect(undo(2)).toMatchObject({ batch: 3, entries: 3 });
    expect(store.catalog()).toMatchObject({ platforms: REFERENCE.platforms, topics: REFERENCE.topics });
    expect(store.figures()).toEqual([FIGURE]);
    write((batch) => batch.put({ topics: [{ id: "cats", name: "Lions" }] }));
    expect(() => undo(3)).toThrow(/cats of topics, by batch 4/);
  });

  it("keeps names that snapshots use", () => {
    write((batch) => batch.put({ platforms: [{ id: "flip", name: "Flip" }] }));
    write((batch) => batch.add([snapshot("2025-01-13", 5, { platform: "flip" })]));
    expect(() => undo(2)).toThrow(/flip of platforms\. Undo the batches with those snapshots first/);
    expect(() => undo(1)).toThrow(RevertError);
    undo(3);
    expect(undo(2)).toMatchObject({ entries: 1 });
    expect(store.catalog().platforms).toEqual(REFERENCE.platforms);
  });

  it("names a batch that is not there", () => {
    expect(() => undo(9)).toThrow("There is no batch 9. The newest is 1.");
  });

  it("gives way to a batch that comes at the same time", () => {
    write((batch) => batch.add([snapshot("2025-01-13", 5)]));
    const opened = store.open.bind(store);
    const meanwhile: Pick<Store, "open"> = {
      open: (from, terms) => {
        write((batch) => batch.add([snapshot("2025-01-14", 5)]));
        return opened(from, terms);
      },
    };
    const slow = new Proxy(store, {
      get: (target, name) => {
        if (name === "open") return meanwhile.open;
        const member = Reflect.get(target, name, target);
        return typeof member === "function" ? member.bind(target) : member;
      },
    });
    const batches = store.vintage();
    // Only the first opening is in between: the one inside writes through the store itself.
    expect(() => revert({ store: slow, batch: 2, now: () => new Date() })).toThrow(StaleBatchError);
    expect(store.vintage()).toBe(batches + 1);
  });

  it("undoes a batch of many rows", () => {
    const days = Array.from({ length: 25_000 }, (_, day) => dayOf(day));
    write((batch) => batch.add(days.map((day) => snapshot(day, 1))));
    write((batch) => batch.add(days.map((day, at) => snapshot(day, at % 2 ? 2 : 1))));
    expect(undo(3)).toMatchObject({ restored: 12_500 });
    expect(undo(2, { keepLater: true })).toMatchObject({ retracted: 12_500, left: 12_500 });
  });

  it("brings back each value that it changed and leaves every other, whatever came before and after", () => {
    const cell = fc.record({
      day: fc.integer({ min: 20_090, max: 20_093 }),
      country: fc.constantFrom("US", "GB"),
      value: fc.option(fc.integer({ min: 1, max: 3 })),
    });
    const batches = fc.array(fc.uniqueArray(cell, { selector: ({ day, country }) => `${day} ${country}`, maxLength: 6 }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(batches, fc.nat(), (lists, choice) => {
        const made = lists.flatMap((list) => {
          const keyed = list.map(({ day, country, value }) => ({ key: snapshot(dayOf(day), value ?? 0, { country }), value }));
          return (
            write((batch) => {
              batch.add(keyed.filter(({ value }) => value !== null).map(({ key }) => key));
              batch.retract(keyed.filter(({ value }) => value === null).map(({ key }) => key));
            }) ?? []
          );
        });
        const chosen = made[choice % made.length];
        if (chosen === undefined) return;
        const newest = store.vintage();
        const expected = cells(newest);
        const before = cells(newest);
        let later = 0;
        let all = 0;
        for (const change of store.changedDays(chosen))
          for (const [at, day] of change.days.entries()) {
            all++;
            const name = `${change.platform} ${change.country} ${dayOf(day)}`;
            const old = change.old[at] as number | null;
            expect(cells(chosen - 1).get(name) ?? null).toBe(old);
            expect(cells(chosen).get(name) ?? null).not.toBe(old);
            if (change.later[at] !== null) later++;
            else if (old === null) expected.delete(name);
            else expected.set(name, old);
          }
        try {
          undo(chosen);
          expect(later).toBe(0);
        } catch (error) {
          if (!(error instanceof RevertError)) throw error;
          expect(later).toBeGreaterThan(0);
          expect(store.vintage()).toBe(newest);
          if (all > later) undo(chosen, { keepLater: true });
        }
        expect(new Map([...cells()].sort())).toEqual(new Map([...expected].sort()));
        expect(cells(newest)).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });
});
