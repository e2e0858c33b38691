import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extentsOf, type Life } from "./extents.ts";

/** By day; a day may have several lives, one after the other. */
const LIVES: fc.Arbitrary<Life[]> = fc
  .array(
    fc.record({
      day: fc.integer({ min: 0, max: 8 }),
      batches: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
    }),
    { maxLength: 12 },
  )
  .map((days) =>
    [...new Map(days.map((one) => [one.day, one.batches]))]
      .sort(([a], [b]) => a - b)
      .flatMap(([day, batches]) => {
        const turns = batches.toSorted((a, b) => a - b);
        // Every other turn takes the value away.
        return turns.flatMap((since, at) => (at % 2 === 0 ? [{ day, since, until: turns[at + 1] ?? null }] : []));
      }),
  );

describe("the extents of a series", () => {
  it("grow, shrink and end with its values", () => {
    const lives = [
      { day: 4, since: 3, until: null },
      { day: 5, since: 2, until: 4 },
      { day: 7, since: 2, until: 6 },
      { day: 7, since: 8, until: null },
    ];
    expect(extentsOf(lives)).toEqual([
      { batch: 2, first: 5, last: 7 },
      { batch: 3, first: 4, last: 7 },
      { batch: 6, first: 4, last: 4 },
      { batch: 8, first: 4, last: 7 },
    ]);
    expect(extentsOf([{ day: 5, since: 2, until: 3 }])).toEqual([
      { batch: 2, first: 5, last: 5 },
      { batch: 3, first: null, last: null },
    ]);
    expect(extentsOf([])).toEqual([]);
  });

  it("are at each batch those of the values that count then, and told only where they change", () => {
    fc.assert(
      fc.property(LIVES, (lives) => {
        const extents = extentsOf(lives);
        for (let batch = 0; batch <= 10; batch++) {
          const days = lives.filter(({ since, until }) => since <= batch && (until === null || until > batch)).map(({ day }) => day);
          const told = extents.findLast((one) => one.batch <= batch);
          expect([told?.first ?? null, told?.last ?? null]).toEqual(
            days.length === 0 ? [null, null] : [Math.min(...days), Math.max(...days)],
          );
        }
        for (const [at, { first, last }] of extents.entries()) {
          const before = extents[at - 1];
          expect([first, last]).not.toEqual([before?.first ?? null, before?.last ?? null]);
        }
      }),
    );
  });
});
