import type { ReactElement } from "react";
import type { Cut } from "../../../data/chart/cut.ts";
import type { ChartInput, ChartModel } from "../../../data/chart/picture.ts";
import type { Loaded } from "../../app/api.ts";
import type { Extra } from "../../charts/ChartDrawing.tsx";

/** A picture, and what it draws besides its lines. */
export interface Drawn {
  model: ChartModel;
  extra: Extra | undefined;
}

/** Draws a cut as it is, and over it what a later vintage has; `null` where a part of the program is on its way. */
export type Compare = (cut: Cut, input: ChartInput, make: (input: ChartInput) => Drawn | null) => Drawn | null;

/** What a later vintage changed of some data, once it is read. */
export interface Changes {
  loaded: Loaded;
  compare: Compare;
  /** The same in numbers. */
  table: (cut: Cut) => ReactElement;
}
