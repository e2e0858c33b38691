import type { ColorName, Stroke } from "../../data/chart/palette.ts";
import type { SourceKind } from "../../data/model/source.ts";
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
  return textWidth(kind, BADGE.size, 500) + 2 * BADGE.padding;
}
