import { type Line, pointText, type Speech } from "./lines.ts";
import type { CountryPanel } from "./multiples.ts";
import type { SurgeOfSeries } from "./surge-layer.ts";

/** The value of one line of a small picture on one day. */
export interface SmallValue {
  line: Line;
  value: number;
  text: string;
}

/** The values of a country on one date of the table; lines without one are left out. */
export function smallValues(panel: CountryPanel, index: number, day: number, speech: Speech): SmallValue[] {
  return panel.lines.flatMap((line) => {
    const value = line.values[index] ?? null;
    if (value === null) return [];
    const point = line.points.find((one) => one.day === day);
    return [{ line, value, text: pointText(point ?? { value, published: false }, line.kind, speech) }];
  });
}

/**
 * What is said of a country on a day: its values, its figures, and the marks of its surges.
 *
 * @param title of the date, `Monday 13 January 2025`
 * @param nothing what is said where nothing was reported
 */
export function spokenPanel(
  panel: CountryPanel,
  { index, day, title, nothing }: { index: number; day: number; title: string; nothing: string },
  layer: readonly SurgeOfSeries[],
  speech: Speech,
): string {
  const { words } = speech;
  const values = smallValues(panel, index, day, speech).map(({ line, text }) =>
    [line.label, words.kind[line.kind], text].join(words.comma),
  );
  const figures = panel.figures
    .filter((mark) => mark.from <= day && mark.to >= day)
    .map((mark) => words.named(words.said(mark.figure), mark.text));
  const ids = new Set(panel.lines.map((line) => line.id));
  const marks = layer
    .filter(({ id }) => ids.has(id))
    .flatMap((one) => one.marks.filter((mark) => mark.until === undefined && mark.day === day).map((mark) => mark.text));
  const all = [...values, ...figures, ...marks];
  return [panel.title, title, all.length > 0 ? all.join("; ") : nothing].join(words.stop);
}
