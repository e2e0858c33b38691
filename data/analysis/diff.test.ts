import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DailySeries } from "../model/series.ts";
import { seriesId } from "../model/series.ts";
import { DiffPage, diffEntries, diffSeries, type SeriesDiff } from "./diff.ts";

function series(country: string, points: [day: number, value: number][]): DailySeries {
  return {
    platform: "rednote",
    country,
    metric: "signups",
    topic: "all",
    source: "default",
    days: points.map(([day]) => day),
    values: points.map(([, value]) => value),
  };
}

/** Few days and values, so that vintages often agree. */
const SERIES = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 20_100, max: 20_108 }), fc.integer({ min: 0, max: 2 })), { selector: ([day]) => day })
  .map((points) => points.sort(([a], [b]) => a - b));

const VINTAGE = fc
  .dictionary(fc.constantFrom("US", "GB", "DE"), SERIES, { maxKeys: 3 })
  .map((lists) => Object.entries(lists).map(([country, points]) => series(country, points)));

/** Values by series and day. */
function cells(vintage: readonly DailySeries[]): Map<string, number> {
  return new Map(
    vintage.flatMap((one) => one.days.map((day, at): [string, number] => [`${seriesId(one)} ${day}`, one.values[at] as number])),
  );
}

function applied(vintage: readonly DailySeries[], diffs: readonly SeriesDiff[]): Map<string, number> {
  const values = cells(vintage);
  for (const diff of diffs)
    for (const [at, day] of diff.days.entries()) {
      const name = `${seriesId(diff)} ${day}`;
      expect(values.get(name) ?? null).toBe(diff.old[at]);
      const value = diff.new[at] as number | null;
      if (value === null) values.delete(name);
      else values.set(name, value);
    }
  return values;
}

function pageOf(diffs: readonly SeriesDiff[], skip = 0, most = 1000): DiffPage {
  const page = new DiffPage({ skip, most });
  for (const diff of diffs) page.take(diff);
  return page;
}

/** Each change of a page by itself. */
function told({ columns }: DiffPage): unknown[] {
  return columns.flatMap(({ dates, old, new: now, ...key }) => {
    expect([old.length, now.length]).toEqual([dates.length, dates.length]);
    expect(dates.length).toBeGreaterThan(0);
    return dates.map((date, at) => ({ ...key, date, old: old[at], new: now[at] }));
  });
}

const sorted = (values: Map<string, number>) => [...values].sort();

describe("a diff of two vintages", () => {
  it("has what was added, revised and retracted, and nothing that stayed", () => {
    const before = [
      series("US", [
        [1, 5],
        [2, 6],
        [4, 9],
      ]),
    ];
    const after = [
      series("US", [
        [1, 5],
        [2, 7],
        [3, 8],
      ]),
    ];
    const diffs = diffSeries(before, after);
    expect(diffs).toEqual([{ ...series("US", []), values: undefined, days: [2, 3, 4], old: [6, null, 9], new: [7, 8, null] }]);
    expect(pageOf(diffs).counts).toEqual({ added: 1, revised: 1, retracted: 1 });
  });

  it("knows zero from nothing", () => {
    expect(diffSeries([series("US", [[1, 0]])], [series("US", [])])[0]).toMatchObject({ old: [0], new: [null] });
    expect(diffSeries([], [series("US", [[1, 0]])])[0]).toMatchObject({ old: [null], new: [0] });
  });

  it("keeps the order of the later vintage, then what is gone", () => {
    const [us, gb, de] = ["US", "GB", "DE"].map((country) => series(country, [[1, 1]])) as [DailySeries, DailySeries, DailySeries];
    const changed = { ...us, values: [2] };
    expect(diffSeries([us, gb], [de, changed]).map(({ country }) => country)).toEqual(["DE", "US", "GB"]);
  });

  it("turns the earlier vintage into the later one, whatever they are", () => {
    fc.assert(
      fc.property(VINTAGE, VINTAGE, (before, after) => {
        const diffs = diffSeries(before, after);
        expect(sorted(applied(before, diffs))).toEqual(sorted(cells(after)));
        for (const diff of diffs) {
          expect(diff.days).toEqual([...new Set(diff.days)].sort((a, b) => a - b));
          expect(diff.old.every((old, at) => old !== diff.new[at])).toBe(true);
        }
      }),
    );
  });

  it("is its own mirror, and nothing between equals", () => {
    fc.assert(
      fc.property(VINTAGE, VINTAGE, (before, after) => {
        const turned = diffSeries(after, before).map((diff) => ({ ...diff, old: diff.new, new: diff.old }));
        const byName = (diffs: SeriesDiff[]) => diffs.sort((a, b) => (seriesId(a) < seriesId(b) ? -1 : 1));
        expect(byName(turned)).toEqual(byName(diffSeries(before, after)));
        expect(diffSeries(after, after)).toEqual([]);
      }),
    );
  });

  it("can be read page by page, each change once; the counts stay whole", () => {
    fc.assert(
      fc.property(VINTAGE, VINTAGE, fc.integer({ min: 1, max: 7 }), (before, after, most) => {
        const diffs = diffSeries(before, after);
        const whole = pageOf(diffs);
        const all = told(whole);
        expect([whole.omitted, whole.counts.added + whole.counts.revised + whole.counts.retracted]).toEqual([0, all.length]);
        const read: unknown[] = [];
        for (let skip = 0; skip <= all.length; skip += most) {
          const page = pageOf(diffs, skip, most);
          expect(page.counts).toEqual(whole.counts);
          read.push(...told(page));
          expect(page.omitted).toBe(all.length - read.length);
        }
        expect(read).toEqual(all);
        expect(told(pageOf(diffs, all.length + 5, most))).toEqual([]);
      }),
    );
  });
});

describe("a diff of two lists of entries", () => {
  const diff = (before: object[], after: object[]) => diffEntries(before, after, (entry) => ("id" in entry ? String(entry.id) : ""));

  it("has what was added, changed and withdrawn, and nothing that stayed, whatever the order of fields", () => {
    const [a, b, c] = [
      { id: "a", name: "A" },
      { id: "b", name: "B" },
      { id: "c", name: "C" },
    ];
    const renamed = { id: "b", name: "Bee" };
    expect(diff([a, b, c], [{ name: "A", id: "a" }, renamed, { id: "d", name: "D" }])).toEqual([
      { old: b, new: renamed },
      { old: null, new: { id: "d", name: "D" } },
      { old: c, new: null },
    ]);
    expect(diff([a], [a])).toEqual([]);
  });
});
