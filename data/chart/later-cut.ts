import type { SeriesDiff } from "../analysis/diff.ts";
import type { Reference } from "../analysis/entry-changes.ts";
import { patched } from "../analysis/patched.ts";
import { secondPeriod } from "../analysis/period.ts";
import { type Extent, extentOf, resolveRange, seriesTable } from "../analysis/table.ts";
import { dayOf, numberOf } from "../model/day.ts";
import { knownView } from "../model/known-view.ts";
import type { SeriesTable } from "../model/series.ts";
import type { View } from "../model/view.ts";
import { type ChangeCount, type ChangedDay, summed, tableChanges } from "./changes.ts";
import { type Cut, type CutInput, cutOf } from "./cut.ts";

/** The data of a view as a later vintage has them. */
export interface LaterInput extends CutInput, Pick<Reference, "events"> {}

/**
 * What a page would have loaded at a later vintage, made of what it has and of what changed.
 *
 * @param asked the view of the address: it may name what the earlier vintage lacks
 * @param diffs on any day, of each series that either vintage has of the view
 */
export function laterInput(asked: View, loaded: Pick<CutInput, "series">, after: Reference, diffs: readonly SeriesDiff[]): LaterInput {
  const { view } = knownView(asked, after);
  const figures = after.figures.filter(({ platform, country }) => view.platforms.includes(platform) && view.countries.includes(country));
  return { view, catalog: after, series: patched(loaded.series, diffs), figures, events: after.events };
}

/** The days on which a picture is compared: a range that counts from the last day may have moved on with the data. */
export function comparedDays({ view, range }: Cut, later: LaterInput): Extent {
  const moved = resolveRange(view.range, extentOf(later.series)) ?? range;
  return { from: range.from, to: Math.max(range.to, moved.to) };
}

/** The same picture of the later vintage, on given days. */
export function laterCut({ view }: Cut, later: LaterInput, range: Extent): Cut {
  return cutOf({ ...view, range: rangeOf(range) }, later);
}

/**
 * The values of a picture that are others in a later vintage, in its interval and as its sum, those of its second period
 * among them.
 *
 * @param loaded what the picture is cut from
 * @example cutChanges(cut, loaded, later).count // { shown: 62, changed: 12, added: 0 }
 */
export function cutChanges(cut: Cut, loaded: CutInput, later: LaterInput): { count: ChangeCount; rows: ChangedDay[] } {
  const first = tableChanges(cut.table, laterCut(cut, later, comparedDays(cut, later)).table);
  const period = cut.view.compare === "" ? null : secondPeriod(cut.range, numberOf(cut.view.compare), cut.view.interval);
  if (period === null) return first;
  // A second period that begins within the first, or ends there, counts a day of both once.
  const second = tableChanges(outside(tableOf(cut.view, loaded, period), cut.table), outside(tableOf(cut.view, later, period), cut.table));
  return { count: summed([first.count, second.count]), rows: [...first.rows, ...second.rows].sort((a, b) => a.day - b.day) };
}

function tableOf(view: View, { view: of, series, catalog }: CutInput, period: Extent): SeriesTable {
  return seriesTable({ ...view, platforms: of.platforms, countries: of.countries, range: rangeOf(period) }, series, catalog);
}

/** Without the dates that another table has. */
function outside(table: SeriesTable, other: SeriesTable): SeriesTable {
  const taken = new Set(other.dates);
  const series = table.series.map((one) => ({
    ...one,
    values: one.values.map((value, at) => (taken.has(table.dates[at] ?? "") ? null : value)),
  }));
  return { ...table, series };
}

function rangeOf({ from, to }: Extent): { from: string; to: string } {
  return { from: dayOf(from), to: dayOf(to) };
}
