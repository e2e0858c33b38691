import { CHART } from "../../data/chart/chart-words.ts";
import type { Line } from "../../data/chart/lines.ts";
import type { ColorName, Stroke } from "../../data/chart/palette.ts";
import type { Panel } from "../../data/chart/picture.ts";
import type { SourceKind } from "../../data/model/source.ts";
import { wordsOf } from "../app/language.ts";
import { textWidth } from "./text.ts";

/** A run of words in one weight and colour. */
export interface Run {
  text: string;
  bold?: boolean;
  color?: ColorName | "text-1" | "text-2";
}

/** Words on the picture, row under row; `x` is where their anchor stands, `y` the first baseline. */
export interface Label {
  key: string;
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
  size: number;
  rows: Run[][];
  /** A piece of the line before the first row: only the two accents may colour words. */
  sample?: { stroke: Stroke; x: number; y: number };
  /** A badge after the last row, or beside the first one where it stands in a header. */
  badge?: { kind: SourceKind; x: number; y: number };
  /** The words stand on a hatched field. */
  onField?: boolean;
}

/** Pixels from row to row. */
export const LINE = 16;
export const BADGE = { height: 18, size: 11, padding: 6 };

/** Width of a badge on the picture. */
export function badgeWidth(kind: SourceKind): number {
  return textWidth(wordsOf(CHART).kind[kind], BADGE.size, 500) + 2 * BADGE.padding;
}

/** A piece of line and the gap behind it. */
const SAMPLE = 17;

/** Only the two accents may colour words: the others have a piece of their line before them. */
export function indentOf({ stroke }: Pick<Line, "stroke">): number {
  return stroke.color === "rednote" || stroke.color === "tiktok" ? 0 : SAMPLE;
}

/** More lines than these have no room for a block each: name and value share a row. */
export const MOST_BLOCKS = 3;

/** Pixels that the names of a panel's lines take beside the plot, the same in each language. */
export function marginOf({ lines }: Pick<Panel, "lines">): number {
  const value = lines.length > MOST_BLOCKS ? textWidth(" 88.88M", 12) : 0;
  return Math.max(0, ...lines.map((line) => indentOf(line) + textWidth(line.room ?? line.label, 12, 600) + value + 16));
}

/** Where the title of a panel stands: clear of the number that a linear axis has at its very top. */
export function titleLine({ panel, top }: { panel: Panel; top: number }): number {
  return panel.axis.scale === "linear" ? top - 14 : top - 9;
}
