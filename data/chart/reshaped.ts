import type { MeasureUnit } from "../analysis/measure.ts";
import type { Extent } from "../analysis/table.ts";
import type { SeriesTable } from "../model/series.ts";
import type { View } from "../model/view.ts";
import type { Line } from "./lines.ts";
import type { FigureMark } from "./marks.ts";
import type { Span } from "./sentence.ts";
import type { Wording } from "./wording.ts";

/** Whether a view shows something else than values on calendar days. */
export function isReshaped(view: Pick<View, "measure" | "align" | "compare">): boolean {
  return view.measure !== "value" || view.align !== "" || view.compare !== "";
}

/** A line of the second period, drawn behind the one of the same series. */
export interface ComparedLine extends Line {
  /** Id of the line that it stands behind. */
  of: string;
}

/**
 * What another measure, lines that begin at day 0 or a second period make of a picture. It is made in `measured-model.ts`,
 * which a page fetches when an address asks for it: the first picture needs none of it.
 */
export interface Reshaped {
  unit: MeasureUnit;
  /** Where values stand in time: dates of the picture. For aligned lines day numbers count from day 0. */
  table: SeriesTable;
  range: Extent;
  lines: Line[];
  compared: ComparedLine[];
  /** All of them with the values that a scale has no place for: what a table shows. */
  numbers: Line[];
  /** All figures of the picture, in its unit. */
  marks: FigureMark[];
  /** Days by which events move with the lines; `null` where each line moves by its own and they have no place. */
  shift: number | null;
  /** The metric as it is measured, and shorter for a narrow picture. */
  title: string;
  brief: string;
  wording: Wording;
  /** `null`: the sentence of the values themselves. Empty where there are none but figures. */
  headline: Span[] | null;
  /** After the headline. */
  more: Span[];
  /** Sentences: what is left out, what fell back, what day 0 is. */
  remarks: string[];
  /** What the picture says in its field: that it could not be drawn as the address asks. */
  notice: string | null;
  /** Where nothing is left to draw: why. `null` where the values themselves would be missing, too. */
  empty: string | null;
  /** What leads from there to the values themselves. */
  instead: string;
  /** Of figures that are not drawn, for the line of sources. */
  figuresNote: string | null;
  /** Whether fields without data can be told, readings compared, and rises quoted. */
  has: { fields: boolean; bracket: boolean; growth: boolean };
  /** The value that a reader measures by: 100 of an index, 0 of a change. */
  level: number | null;
  /** The day on which an index is 100, where it is one for all lines. */
  base: { day: number; chosen: boolean } | null;
}
