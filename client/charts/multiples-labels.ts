import { type Line, pointText, type Speech } from "../../data/chart/lines.ts";
import { indentOf } from "./label.ts";
import type { SmallFrame } from "./multiples-frame.ts";
import { textWidth } from "./text.ts";

/** The name and the last value of a line beside a small picture. */
export interface SmallLabel {
  line: Line;
  x: number;
  /** Whether a piece of the line stands before the words: only the two accents may colour them. */
  isSampled: boolean;
  /** Of the first row. */
  y: number;
  rows: { text: string; bold: boolean }[];
}

const ROW = 13;

/**
 * Names of lines at their ends, pushed apart in the order in which they end: name and value, the value alone where the
 * first picture of a row tells the names, or where they find no room.
 *
 * @returns those that fit, and how many do not
 */
export function smallLabels(
  { panel, right, end: edge, top, bottom, y }: SmallFrame,
  speech: Speech,
): { labels: SmallLabel[]; more: number } {
  const ends = panel.lines
    .flatMap((line) => {
      const end = line.points.at(-1);
      return end ? [{ line, y: y(end.value), value: pointText(end, line.kind, speech) }] : [];
    })
    .toSorted((a, b) => a.y - b.y);
  const room = bottom - top + ROW;
  const both = ends.length * (2 * ROW + 2) <= room;
  const most = both ? ends.length : Math.floor(room / ROW);
  const shown = ends.slice(0, ends.length > most ? most - 1 : most);
  const tall = both ? 2 * ROW + 2 : ROW;
  let next = top - ROW / 2;
  const tops = shown.map((end) => {
    const at = Math.max(end.y - tall / 2, next);
    next = at + tall;
    return at;
  });
  const over = Math.max(0, next - bottom - ROW / 2);
  const labels = shown.map(({ line, value }, index): SmallLabel => {
    const x = right + 8 + indentOf(line);
    const row = `${line.label} ${value}`;
    const single = textWidth(row, 11, 600) <= edge - x ? row : cut(line.label, edge - x);
    return {
      line,
      x,
      isSampled: indentOf(line) > 0,
      y: Math.max(top - ROW / 2 + index * tall, (tops[index] as number) - over) + 10,
      rows: both
        ? [
            { text: cut(line.label, edge - x), bold: true },
            { text: value, bold: false },
          ]
        : [{ text: single, bold: true }],
    };
  });
  return { labels, more: ends.length - shown.length };
}

/** A name cut to a width. */
function cut(name: string, width: number): string {
  if (textWidth(name, 11, 600) <= width) return name;
  let end = name.length;
  while (end > 1 && textWidth(`${name.slice(0, end)}…`, 11, 600) > width) end--;
  return `${name.slice(0, end).trimEnd()}…`;
}
