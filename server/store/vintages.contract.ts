import * as fc from "fast-check";
import { expect } from "vitest";
import type { Coverage } from "../../data/model/catalog.ts";
import { dayOf } from "../../data/model/day.ts";
import { columnsOf } from "./columns.contract.ts";
import { EVERYTHING, origin, snapshot } from "./store.fixture.ts";
import type { OpenBatch, Store } from "./store.ts";

/** Values by `platform/country/day`: what a store should say at one vintage. */
type Model = Map<string, number>;

interface Cell {
  day: number;
  platform: string;
  country: string;
  value: number;
}

/** Few cells and values, so that batches often meet what is there. */
const CELL: fc.Arbitrary<Cell> = fc.record({
  day: fc.integer({ min: 20_090, max: 20_096 }),
  platform: fc.constantFrom("rednote", "tiktok"),
  country: fc.constantFrom("US", "GB"),
  value: fc.integer({ min: 0, max: 4 }),
});

const BATCHES = fc.array(
  fc.record({ cells: fc.uniqueArray(CELL, { selector: nameOf, maxLength: 20 }), keep: fc.boolean(), columns: fc.boolean() }),
  {
    maxLength: 8,
  },
);

/** A value of 0 stands for a cell that is withdrawn. */
const isGone = ({ value }: Cell) => value === 0;

/**
 * Random sequences of batches, with values to keep and to withdraw, committed or rolled back, against a model in
 * memory: the counts of every receipt, what every vintage says, right after and when many more batches have come, that
 * the same batch twice changes nothing, and that every receipt can be counted again from what is stored.
 *
 * @param store with the reference of the fixture and no snapshots
 */
export function expectVintagesLikeModel(store: Store): void {
  const models = new Map<number, Model>([[store.vintage(), new Map()]]);
  let runs = 0;
  fc.assert(
    fc.property(BATCHES, (batches) => {
      runs++;
      for (const { cells, keep, columns } of batches) {
        const { model, counts } = applied(models.get(store.vintage()), cells);
        const filled = () => {
          const batch = store.open(origin());
          fill(batch, cells, columns);
          return batch;
        };
        const batch = filled();
        if (!keep) {
          batch.rollback();
          continue;
        }
        const changes = counts.inserted + counts.revised + counts.retracted > 0;
        const vintage = store.vintage() + (changes ? 1 : 0);
        expect(batch.commit()).toEqual({ batch: changes ? vintage : null, vintage, ...counts });
        models.set(vintage, model);
        // The same again changes nothing.
        const nothing = { inserted: 0, revised: 0, retracted: 0, unchanged: cells.length };
        expect(filled().commit()).toEqual({ batch: null, vintage, ...nothing });
      }
      for (const [vintage, model] of [...models].slice(-12)) expectLike(store, vintage, model);
    }),
    { numRuns: 60 },
  );
  for (const [vintage, model] of models) expectLike(store, vintage, model);
  const all = [...models];
  for (const [at, earlier] of all.entries())
    for (const ahead of [1, 2, 7, 40]) {
      const later = all[at + ahead];
      if (later) expectWritten(store, earlier, later);
    }
  expect(models.size).toBeGreaterThan(runs / 2);
  expect(store.verify()).toEqual([]);
}

function fill(batch: OpenBatch, cells: readonly Cell[], columns: boolean): void {
  const snapshotOf = ({ day, value, platform, country }: Cell) => snapshot(dayOf(day), value, { platform, country });
  if (columns) {
    batch.addColumns(
      columnsOf(cells.map((cell) => [batch.seriesNumber(snapshotOf(cell)), cell.day, isGone(cell) ? Number.NaN : cell.value])),
    );
    return;
  }
  batch.add(cells.filter((cell) => !isGone(cell)).map(snapshotOf));
  batch.retract(cells.filter(isGone).map(snapshotOf));
}

function applied(before: Model | undefined, cells: Cell[]) {
  const model = new Map(before);
  const counts = { inserted: 0, revised: 0, unchanged: 0, retracted: 0 };
  for (const cell of cells) {
    const known = model.get(nameOf(cell));
    if (isGone(cell)) {
      counts[known === undefined ? "unchanged" : "retracted"]++;
      model.delete(nameOf(cell));
      continue;
    }
    counts[known === undefined ? "inserted" : known === cell.value ? "unchanged" : "revised"]++;
    model.set(nameOf(cell), cell.value);
  }
  return { model, counts };
}

function expectLike(store: Store, vintage: number, model: Model): void {
  const found = store.series(EVERYTHING, vintage).flatMap(({ platform, country, days, values }) =>
    days.map((day, index): [string, number] => {
      const value = values[index] as number;
      return [nameOf({ platform, country, day, value }), value];
    }),
  );
  expect(found.sort()).toEqual([...model].sort());
  const { days, coverage } = store.catalog(vintage);
  const expected = coverageOf(model);
  expect(coverage).toEqual(expected);
  const ends = expected.flatMap(({ first, last }) => [first, last]).sort();
  expect(days).toEqual(ends.length === 0 ? null : { first: ends[0], last: ends.at(-1) });
}

/** Two vintages differ by nothing but what was written in between, and that is told as it is at both. */
function expectWritten(store: Store, [earlier, before]: [number, Model], [later, after]: [number, Model]): void {
  const [told, then, now] = [new Set<string>(), new Map(before), new Map(after)];
  for (const written of store.writtenDays({}, earlier, later)) {
    const { platform, country } = written.before;
    expect(written.after).toMatchObject({ platform, country, metric: "signups", topic: "all", source: "default" });
    for (const [side, model] of [
      [written.before, then],
      [written.after, now],
    ] as const)
      for (const [at, day] of side.days.entries()) {
        const value = side.values[at] as number;
        const name = nameOf({ platform, country, day, value });
        expect(model.get(name)).toBe(value);
        told.add(name);
      }
  }
  for (const name of told) for (const model of [then, now]) model.delete(name);
  expect([...then].sort()).toEqual([...now].sort());
}

/** What the catalog should say of a model, in the order of the fixture. */
function coverageOf(model: Model): Coverage[] {
  const cells = [...model.keys()].map((name) => name.split("/") as [platform: string, country: string, day: string]);
  return ["rednote", "tiktok"].flatMap((platform) => {
    const own = cells.filter(([name]) => name === platform);
    if (own.length === 0) return [];
    const days = own.map(([, , day]) => Number(day));
    const countries = ["US", "GB"].filter((country) => own.some(([, name]) => name === country));
    const [first, last] = [dayOf(Math.min(...days)), dayOf(Math.max(...days))];
    return [{ platform, metric: "signups", source: "default", countries, topics: ["all"], first, last }];
  });
}

function nameOf({ platform, country, day }: Cell): string {
  return `${platform}/${country}/${day}`;
}
