import * as fc from "fast-check";
import { expect, it } from "vitest";
import { DaySet } from "./day-set.ts";

it("a set of days tells of each day whether it was there, added one by one or many in order", () => {
  const days = fc.uniqueArray(fc.nat(65_535), { maxLength: 400, size: "max" }).map((days) => days.sort((a, b) => a - b));
  const runs = fc.array(fc.tuple(fc.nat(3), days), { maxLength: 6 });
  fc.assert(
    fc.property(runs, fc.boolean(), (runs, oneByOne) => {
      const [set, model] = [new DaySet(), new Set<string>()];
      for (const [series, days] of runs) {
        const first = days.findIndex((day) => model.has(`${series} ${day}`));
        if (oneByOne) expect(days.findIndex((day) => !set.add(series, day))).toBe(first);
        else expect(set.addAll(series, Uint16Array.from([0, ...days]), 1, days.length + 1)).toBe(first === -1 ? -1 : first + 1);
        // A batch ends with the first day that comes twice.
        if (first !== -1) return;
        for (const day of days) model.add(`${series} ${day}`);
      }
    }),
  );
});

it("a day that stands twice beside itself is found", () => {
  expect(new DaySet().addAll(1, Uint16Array.of(7, 8, 8, 9), 0, 4)).toBe(2);
});
