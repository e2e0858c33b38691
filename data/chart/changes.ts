import type { SeriesDiff } from "../analysis/diff.ts";
import type { Extent } from "../analysis/table.ts";
import { type Day, type DayNumber, numberOf } from "../model/day.ts";
import { type DailySeries, type SeriesKey, type SeriesTable, seriesId } from "../model/series.ts";
import type { Line } from "./lines.ts";
import type { FigureMark } from "./marks.ts";
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

/** The counts of several parts of a view, together. */
export function summed(counts: readonly ChangeCount[]): ChangeCount {
  const sum = (of: (count: ChangeCount) => number) => counts.reduce((total, count) => total + of(count), 0);
  return { shown: sum(({ shown }) => shown), changed: sum(({ changed }) => changed), added: sum(({ added }) => added) };
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

/** How many values some series have on some days; on all of them where none are named. */
export function shownValues(series: readonly DailySeries[], days: Extent | null): number {
  return series.reduce((sum, one) => sum + (days ? one.days.filter((day) => inside(day, days)).length : one.days.length), 0);
}

/**
 * What a later vintage has otherwise of the values that a picture is drawn from: weeks where it shows weeks, a sum where it
 * shows a sum.
 *
 * @param before the table of the picture
 * @param after the same of the later vintage; its dates may go on
 * @returns how many, and each of them by day; a week or month by its first day
 * @example tableChanges(before, after).count // { shown: 5, changed: 2, added: 0 }
 */
export function tableChanges(before: SeriesTable, after: SeriesTable): { count: ChangeCount; rows: ChangedDay[] } {
  const [old, now] = [cellsOf(before), cellsOf(after)];
  const rows = [...new Set([...old.keys(), ...now.keys()])].flatMap((id): ChangedDay[] => {
    const [was, is] = [old.get(id), now.get(id)];
    const series = (was ?? is)?.series as SeriesKey;
    const days = new Set([...(was?.values.keys() ?? []), ...(is?.values.keys() ?? [])]);
    return [...days]
      .map((day) => ({ series, day: numberOf(day), old: was?.values.get(day) ?? null, new: is?.values.get(day) ?? null }))
      .filter((row) => row.old !== row.new);
  });
  const shown = [...old.values()].reduce((sum, { values }) => sum + values.size, 0);
  const changed = rows.filter((row) => row.old !== null).length;
  return { count: { shown, changed, added: rows.length - changed }, rows: rows.sort((a, b) => a.day - b.day) };
}

/** The days that changed, by day; on one day in the order of the series. */
export function changedDays(diffs: readonly SeriesDiff[]): ChangedDay[] {
  return diffs
    .flatMap(({ days: changed, old, new: now, ...series }) =>
      changed.map((day, at): ChangedDay => ({ series, day, old: old[at] ?? null, new: now[at] ?? null })),
    )
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

/** Ids of the figures of a picture that stand elsewhere in a later one or say something else, and of those that only one of them has. */
export function changedFigures(before: ChartModel, after: ChartModel): ReadonlySet<string> {
  const [old, now] = [marksOf(before), marksOf(after)];
  const said = (mark: FigureMark | undefined) => mark && [mark.value, mark.from, mark.to, mark.text, mark.figure.estimate_kind].join(" ");
  return new Set([...old.keys(), ...now.keys()].filter((id) => said(old.get(id)) !== said(now.get(id))));
}

/** What is drawn otherwise: ids of lines and of figures. */
export interface ChangedMarks {
  lines: ReadonlySet<string>;
  figures: ReadonlySet<string>;
}

/**
 * A picture whose changed lines and figures step back, dashed and grey, to draw the later ones over. The names beside the
 * plot and the sentence stay those of the earlier vintage.
 *
 * @param changed see {@link changedLines} and {@link changedFigures}
 */
export function steppedBack(model: ChartModel, changed: ChangedMarks): ChartModel {
  const back = <One extends Line>(line: One): One =>
    changed.lines.has(line.id)
      ? { ...line, stroke: { color: "text-3", dash: "4 3", width: 1.75, cap: "butt", hatched: line.stroke.hatched } }
      : line;
  const panels = model.panels.map((panel) => ({
    ...panel,
    lines: panel.lines.map(back),
    compared: panel.compared.map(back),
    figures: panel.figures.map((mark) =>
      changed.figures.has(mark.figure.id) ? ({ ...mark, color: "text-3", state: "former" } as const) : mark,
    ),
  }));
  return { ...model, panels };
}

function marksOf(model: ChartModel): ReadonlyMap<string, FigureMark> {
  return new Map(model.panels.flatMap(({ figures }) => figures.map((mark) => [mark.figure.id, mark] as const)));
}

/** Those of the second period among them. */
function linesOf(model: ChartModel): Line[] {
  return model.panels.flatMap((panel) => [...panel.lines, ...panel.compared]);
}

function cellsOf({ metric, dates, series }: SeriesTable): Map<string, { series: SeriesKey; values: Map<Day, number> }> {
  return new Map(
    series.map(({ platform, country, topic, source, values }) => {
      const cells = values.flatMap((value, at): [Day, number][] => (value === null ? [] : [[dates[at] as Day, value]]));
      const key = { platform, country, metric, topic, source };
      return [seriesId(key), { series: key, values: new Map(cells) }];
    }),
  );
}

function inside(day: DayNumber, { from, to }: Extent): boolean {
  return day >= from && day <= to;
}
