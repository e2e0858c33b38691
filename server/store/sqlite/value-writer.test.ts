import Sqlite from "better-sqlite3";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { keyOf } from "./key.ts";
import { migrate } from "./migrate.ts";
import { Stretches } from "./stretches.ts";
import { ValueWriter } from "./value-writer.ts";

/** Days of a series: some without a gap, one behind the other, more than a statement takes. */
const days = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 3 }), length: fc.integer({ min: 1, max: 300 }) }), { minLength: 1, maxLength: 4 })
  .map((spans) => {
    const all: number[] = [];
    for (const { gap, length } of spans) for (let day = 0; day < length; day++) all.push((all.at(-1) ?? 0) + (day === 0 ? gap : 1));
    return all;
  });

const batch = fc.array(fc.record({ series: fc.integer({ min: 0, max: 3 }), days, value: fc.integer({ min: 0, max: 2 }) }), {
  maxLength: 4,
});

function written(given: readonly { series: number; days: readonly number[]; value: number }[]) {
  const [stretches, model] = [new Stretches(), new Map<number, number>()];
  for (const { series, days, value } of given) {
    const fresh = days.filter((day) => !model.has(keyOf(series + 1, day)));
    for (const day of fresh) model.set(keyOf(series + 1, day), value + (day % 2));
    stretches.add(
      {
        count: fresh.length,
        series: new Uint32Array(fresh.length).fill(series),
        days: Uint16Array.from(fresh),
        values: Float64Array.from(fresh, (day) => value + (day % 2)),
      },
      (number, seen, _values, start, end) => {
        expect([number, ...seen.subarray(start, end)]).toEqual([series, ...fresh]);
      },
    );
  }
  return { stretches, model };
}

it("appends and replaces what a map of keys would hold, and counts what changed", () => {
  fc.assert(
    fc.property(fc.array(batch, { minLength: 1, maxLength: 4 }), (batches) => {
      const database = new Sqlite(":memory:");
      migrate(database);
      const known = new Map<number, number>();
      for (const [number, given] of batches.entries()) {
        const { stretches, model } = written(given);
        const writer = new ValueWriter(database, number + 1);
        stretches.visit([1, 2, 3, 4], (series, ...stretch) => writer.take(series + 1, ...stretch));
        const changed = [...model].filter(([key, value]) => known.get(key) !== value);
        expect(writer.end()).toBe(changed.length);
        for (const [key, value] of changed) known.set(key, value);
      }
      const rows = database.prepare<[], [number, number]>("SELECT key, value FROM snapshot_values ORDER BY key").raw().all();
      database.close();
      expect(rows).toEqual([...known].sort(([a], [b]) => a - b));
    }),
    { numRuns: 150 },
  );
});
