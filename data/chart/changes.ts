import type { SeriesDiff } from "../analysis/diff.ts";
import type { Extent } from "../analysis/table.ts";
import type { DayNumber } from "../model/day.ts";
import type { DailySeries, SeriesKey } from "../model/series.ts";
import type { ChartModel } from "./picture.ts";

/** How much of what a view shows is other in a later vintage. */
export interface ChangeCount {
  /** Values of the earlier vintage on the days of the view. */
  shown: number;
  /** Those of them that the later vintage replaced or withdrew. */
  changed: number;
  /** Values that the later vintage alone has. */
  added: number;
}

/** One day whose value is another. */
export interface ChangedDay {
  series: SeriesKey;
  day: DayNumber;
  /** In the metric's unit; `null` where the earlier vintage has none. */
  old: number | null;
  /** `null` where the later vintage has none. */
  new: number | null;
}

/**
 * Counts what changed of a view.
 *
 * @param series at the earlier vintage, over any days
 * @param days those of the view
 * @example countChanges(series, diffs, { from: 20_101, to: 20_128 }) // { shown: 28, changed: 10, added: 0 }
 */
export function countChanges(series: readonly DailySeries[], diffs: readonly SeriesDiff[], days: Extent): ChangeCount {
  const rows = changedDays(diffs, days);
  const changed = rows.filter((row) => row.old !== null).length;
  const shown = series.reduce((sum, one) => sum + one.days.filter((day) => inside(day, days)).length, 0);
  return { shown, changed, added: rows.length - changed };
}

/** The days of a view that changed, by day; on one day in the order of the series. */
export function changedDays(diffs: readonly SeriesDiff[], days: Extent): ChangedDay[] {
  return diffs
    .flatMap(({ days: changed, old, new: now, ...series }) =>
      changed.map((day, at): ChangedDay => ({ series, day, old: old[at] ?? null, new: now[at] ?? null })),
    )
    .filter(({ day }) => inside(day, days))
    .sort((a, b) => a.day - b.day);
}

/** Ids of the lines of a picture that are others in a later one, or are not there. */
export function changedLines(before: ChartModel, after: ChartModel): ReadonlySet<string> {
  const later = new Map(linesOf(after).map((line) => [line.id, line]));
  const same = (a: readonly (number | null)[], b: readonly (number | null)[] = []) => `${a}` === `${b}`;
  return new Set(
    linesOf(before)
      .filter((line) => !same(line.values, later.get(line.id)?.values))
      .map(({ id }) => id),
  );
}

/**
 * A picture whose changed lines step back: dashed and grey, to draw the later ones over. The names beside the plot and
 * the sentence stay those of the earlier vintage.
 *
 * @param changed see {@link changedLines}
 */
export function steppedBack(model: ChartModel, changed: ReadonlySet<string>): ChartModel {
  const panels = model.panels.map((panel) => ({
    ...panel,
    lines: panel.lines.map((line) =>
      changed.has(line.id)
        ? { ...line, stroke: { color: "text-3", dash: "4 3", width: 1.75, cap: "butt", hatched: line.stroke.hatched } as const }
        : line,
    ),
  }));
  return { ...model, panels };
}

function linesOf(model: ChartModel): ChartModel["panels"][number]["lines"] {
  return model.panels.flatMap((panel) => panel.lines);
}

function inside(day: DayNumber, { from, to }: Extent): boolean {
  return day >= from && day <= to;
}
