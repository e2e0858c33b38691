import { describe, expect, it } from "vitest";
import { diffSeries } from "../analysis/diff.ts";
import type { Reference } from "../analysis/entry-changes.ts";
import { dayOf, numberOf } from "../model/day.ts";
import { defaultView, type View } from "../model/view.ts";
import { cutOf } from "./cut.ts";
import { cutChanges, laterInput } from "./later-cut.ts";
import { catalog, series } from "./model.fixture.ts";

const start = numberOf("2025-01-06");
const values = (count: number, of: (at: number) => number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [dayOf(start + at), of(at)]));

/** Two weeks; later the first three days are others, and two days follow. */
const before = series(values(14, () => 100));
const after = series(values(16, (at) => (at < 3 ? 200 : 100)));
const reference: Reference = { ...catalog, vintage: 9, figures: [], events: [], claims: [] };

function changes(change: Partial<View>) {
  const view: View = { ...defaultView(), platforms: ["rednote"], range: { from: "2025-01-06", to: "2025-01-19" }, ...change };
  const loaded = { view, catalog, series: [before], figures: [] };
  const later = laterInput(view, loaded, reference, diffSeries([before], [after]));
  return cutChanges(cutOf(view, loaded), loaded, later);
}

describe("what a later vintage has otherwise of a chart", () => {
  it("is counted by day where days are drawn, and by week where weeks are", () => {
    expect(changes({}).count).toEqual({ shown: 14, changed: 3, added: 0 });
    const { count, rows } = changes({ interval: "week" });
    expect(count).toEqual({ shown: 2, changed: 1, added: 0 });
    expect(rows.map(({ day }) => dayOf(day))).toEqual(["2025-01-06"]);
  });

  it("follows a range that counts from the last day", () => {
    expect(changes({ range: { last: 14 } }).count).toEqual({ shown: 14, changed: 3, added: 2 });
  });

  it("counts the second period too, and a day that both have once", () => {
    const second = { range: { from: "2025-01-13", to: "2025-01-19" }, compare: "2025-01-06" };
    expect(changes(second).count).toEqual({ shown: 14, changed: 3, added: 0 });
    expect(changes({ ...second, compare: "" }).count).toEqual({ shown: 7, changed: 0, added: 0 });
    expect(changes({ range: { from: "2025-01-06", to: "2025-01-15" }, compare: "2025-01-13" }).count).toEqual({
      ...{ shown: 14, changed: 3, added: 2 },
    });
  });

  it("finds a country that the earlier vintage does not know", () => {
    const gb = { ...after, country: "XK" };
    const wide = {
      ...reference,
      countries: [...catalog.countries, { ...(catalog.countries[0] as (typeof catalog.countries)[0]), id: "XK" }],
    };
    const view: View = { ...defaultView(), platforms: ["rednote"], countries: ["US"], range: { from: "2025-01-06", to: "2025-01-19" } };
    const loaded = { view, catalog, series: [before], figures: [] };
    const later = laterInput({ ...view, countries: ["US", "XK"] }, loaded, wide, diffSeries([before], [before, gb]));
    expect(cutChanges(cutOf(view, loaded), loaded, later).count).toEqual({ shown: 14, changed: 0, added: 14 });
  });
});
