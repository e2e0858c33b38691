import { type DayNumber, numberOf } from "../model/day.ts";
import type { Figure } from "../model/figure.ts";
import { type Format, times } from "./format.ts";
import { fixesLine, type Line, type Speech } from "./lines.ts";
import type { ColorName } from "./palette.ts";

/** A reported figure on the chart. */
export interface FigureMark {
  figure: Figure;
  from: DayNumber;
  to: DayNumber;
  value: number;
  text: string;
  color: ColorName;
  /**
   * `fixes`: fixes a line that is shown. `conflict`: a line is there and says otherwise. `alone`: no line is there.
   * `untraceable`: nobody knows where it came from. `former`: a later vintage, drawn over it, has another or none.
   */
  state: "fixes" | "conflict" | "alone" | "untraceable" | "former";
}

/** Days for which nobody published anything: hatched, never zero. */
export interface Field {
  from: DayNumber;
  to: DayNumber;
  text: string;
  /** The same in two short rows, for a narrow picture. */
  brief: [what: string, when: string];
}

/** Two readings of one day. */
export interface Bracket {
  day: DayNumber;
  low: number;
  high: number;
  text: string;
}

/** The steepest published rise of a panel. */
export interface Growth {
  from: DayNumber;
  to: DayNumber;
  low: number;
  high: number;
  ratio: number;
  days: number;
}

/** Figures of a panel that can be drawn on a daily axis: levels, not totals, inside the range. */
export function figureMarks(
  figures: readonly Figure[],
  metric: string,
  lines: readonly Line[],
  range: { from: DayNumber; to: DayNumber },
  color: (figure: Figure) => ColorName,
  { worded }: Pick<Format, "worded">,
): FigureMark[] {
  return figures
    .filter((figure) => figure.metric_id === metric && drawable(figure))
    .map((figure) => ({ figure, from: numberOf(figure.date_from), to: numberOf(figure.date_to) }))
    .filter(({ from, to }) => to >= range.from && from <= range.to)
    .map(({ figure, from, to }): FigureMark => {
      // What is made up conflicts with nothing.
      const beside = lines.filter(
        (line) => line.platform === figure.platform && line.country === figure.country && line.kind !== "illustrative",
      );
      const fixes = beside.some((line) => fixesLine(figure, line));
      const state = figure.estimate_kind === "untraceable" ? "untraceable" : fixes ? "fixes" : beside.length > 0 ? "conflict" : "alone";
      return { figure, from, to, value: figure.value, text: markText(figure, worded), color: color(figure), state };
    });
}

/**
 * A figure as it is written at its dot. A rank that is given as a bound is among what it means: the top three are 3 or
 * better.
 *
 * @example markText({ unit: "rank", value: 3, qualifier: "under" }, worded) // "≤3"
 */
export function markText({ unit, value, qualifier }: Pick<Figure, "unit" | "value" | "qualifier">, worded: Format["worded"]): string {
  return unit === "rank" && qualifier === "under" ? `≤${value}` : worded(value, qualifier);
}

/** First and last day of something that is known, both included; it may reach beyond the range of the picture. */
export type KnownDays = readonly [from: DayNumber, to: DayNumber];

/** The days that figures speak of; of those that nobody can trace, none. */
export function figureSpans(figures: readonly Figure[]): KnownDays[] {
  return figures
    .filter((figure) => figure.estimate_kind !== "untraceable" && drawable(figure))
    .map((figure) => [numberOf(figure.date_from), numberOf(figure.date_to)]);
}

/**
 * The days of a range of which nothing is known, with the words that say so. What is known beyond the range counts:
 * nobody is told that there is nothing before a day when there is.
 *
 * @param spans of series and figures, in any order
 * @param modelled whether the lines pass through figures: then it is a figure that is missing, else a snapshot
 */
export function emptyFields(
  spans: readonly KnownDays[],
  range: { from: DayNumber; to: DayNumber },
  modelled: boolean,
  { words, format }: Speech,
): Field[] {
  const what = words.nothing(modelled);
  const fields: Field[] = [];
  const add = (after: DayNumber | null, before: DayNumber | null) => {
    const [from, to] = [Math.max(range.from, after ?? range.from), Math.min(range.to, before ?? range.to)];
    if (from >= to) return;
    const when = (say: (day: DayNumber) => string) => words.when(after === null ? null : say(after), before === null ? null : say(before));
    fields.push({ from, to, text: words.nothingWhen(what, when(format.longDay)), brief: [what, when(format.dayWithYear)] });
  };
  let known: DayNumber | null = null;
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    if (known === null || from > known + 1) add(known, from);
    known = Math.max(known ?? to, to);
  }
  if (known !== null) add(known, null);
  return fields;
}

/** The day on which two sources of the same platform and country are farthest apart, where that is at least twofold. */
export function farthestReadings(lines: readonly Line[]): Bracket | null {
  let best: (Bracket & { ratio: number }) | null = null;
  for (const a of lines)
    for (const b of lines) {
      if (a.source === b.source || a.platform !== b.platform || a.country !== b.country || a.topic !== b.topic) continue;
      if (a.kind === "illustrative" || b.kind === "illustrative") continue;
      const others = new Map(b.points.map((point) => [point.day, point.value]));
      for (const { day, value } of a.points) {
        const low = others.get(day);
        if (low === undefined || low <= 0) continue;
        const ratio = value / low;
        if (ratio >= 2 && ratio > (best?.ratio ?? 0)) best = { day, low, high: value, ratio, text: times(ratio) };
      }
    }
  return best;
}

/** The steepest rise between published values of one line within a week, where that is at least threefold. */
export function steepestRise(lines: readonly Line[]): Growth | null {
  let best: Growth | null = null;
  for (const line of lines) {
    const published = line.points.filter((point) => point.published && point.value > 0);
    for (let end = 1; end < published.length; end++)
      for (let start = 0; start < end; start++) {
        const [a, b] = [published[start], published[end]];
        if (!a || !b || b.day - a.day > 7) continue;
        const ratio = b.value / a.value;
        const steeper = best === null || ratio > best.ratio * 1.001 || (ratio > best.ratio * 0.999 && b.day - a.day < best.days);
        if (ratio >= 3 && steeper) best = { from: a.day, to: b.day, low: a.value, high: b.value, ratio, days: b.day - a.day };
      }
  }
  return best;
}

/** Whether a figure has a place on a daily axis: a level, or the total of a single day. */
function drawable(figure: Figure): boolean {
  return figure.basis === "level" || figure.date_from === figure.date_to;
}
