import type { Line } from "../../data/chart/lines.ts";
import { numberOf } from "../../data/model/day.ts";
import type { SeriesTable } from "../../data/model/series.ts";
import type { SmallFrame } from "./multiples-frame.ts";

/** A line of a small picture: its path, with a gap where nothing was reported, and the values that stand alone. */
export interface SmallPath {
  d: string;
  alone: { x: number; y: number }[];
  /** Closed along the bottom, for the hatch of what is made up; empty for a line with gaps. */
  under: string;
}

/** @param xs pixels of the dates of the table inside the picture */
export function smallPath(line: Line, xs: readonly number[], { y, bottom }: Pick<SmallFrame, "y" | "bottom">): SmallPath {
  const alone: SmallPath["alone"] = [];
  let d = "";
  let [open, gaps, first, last] = [false, 0, -1, -1];
  line.values.forEach((value, index) => {
    if (value === null) {
      open = false;
      return;
    }
    const [x, at] = [xs[index] as number, y(value)];
    const ends = (line.values[index + 1] ?? null) === null;
    if (!open && ends) alone.push({ x, y: at });
    else d += `${open ? "L" : "M"}${tenth(x)} ${tenth(at)}`;
    if (!open) gaps++;
    if (first < 0) first = index;
    last = index;
    open = true;
  });
  const under = gaps === 1 && alone.length === 0 ? `${d}V${tenth(bottom)}H${tenth(xs[first] as number)}Z` : "";
  return { d, alone, under: last > first ? under : "" };
}

/** Pixels of the dates of a table: a bucket that begins before the range stands at its first day. */
export function datePixels({ dates }: SeriesTable, from: number, { x }: Pick<SmallFrame, "x">): number[] {
  return dates.map((date) => x(Math.max(from, numberOf(date))));
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
