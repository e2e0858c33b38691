import type { Dated } from "../analysis/dated.ts";
import type { DayNumber } from "../model/day.ts";
import type { SourceKind } from "../model/source.ts";
import type { TimeTick } from "./axis.ts";

/** How values and days are written where they are not the metric's own on calendar days. */
export interface Wording {
  /** At a line's end (`about 1,100`), or in the tip and in tables (`≈ 1,100`). */
  value: (point: Pick<Dated, "value" | "published" | "rough">, kind: SourceKind, form: "label" | "full") => string;
  /** What is said under a value: what it was made of, and on which calendar day. */
  remarks: (point: Dated & { date?: DayNumber }, kind: SourceKind) => string[];
  tick: (value: number) => string;
  /** `null`: calendar days. */
  days: DayWording | null;
}

/** Days counted from day 0. */
export interface DayWording {
  ticks: (from: number, to: number, most: number) => TimeTick[];
  /** At a line's end. @example "day 3" */
  on: (day: number) => string;
  /** Under the cross hair. @example "+3" */
  short: (day: number) => string;
  /** What day 0 is. @example "day 0 = own onset" */
  zero: string;
  /** Over the tip. @example "Day 3, 3 days after its own onset" */
  title: (day: number) => string;
}
