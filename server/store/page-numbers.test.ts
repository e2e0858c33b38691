import * as fc from "fast-check";
import { expect, it } from "vitest";
import { PageNumbers } from "./page-numbers.ts";

const LARGEST = 2 ** 31 - 1;

it("numbers of pages count from 0 in the order in which they come, whatever the keys", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: LARGEST }), fc.nat(20)), { maxLength: 2000 }), (keys) => {
      const pages = new PageNumbers();
      const expected = new Map<number, number>();
      for (const key of keys) {
        if (!expected.has(key)) expected.set(key, expected.size);
        expect(pages.of(key)).toBe(expected.get(key));
      }
      expect(pages.count).toBe(expected.size);
    }),
    { numRuns: 50 },
  );
});

it.each([-2, 0.5, LARGEST + 1, 2 ** 32, Number.NaN])("no page has the number %d", (key) => {
  const pages = new PageNumbers();
  expect([pages.of(LARGEST), pages.of(0)]).toEqual([0, 1]);
  for (let again = 0; again < 3; again++) expect(() => pages.of(key)).toThrow(RangeError);
  expect([pages.count, pages.of(LARGEST)]).toEqual([2, 0]);
});
