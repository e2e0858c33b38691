import type { Cut } from "../../../data/chart/cut.ts";
import type { SurgeOfSeries } from "../../../data/chart/surge-layer.ts";
import type { DailySeries } from "../../../data/model/series.ts";
import type { Loaded } from "../../app/api.ts";
import type { Extra } from "../../charts/ChartDrawing.tsx";

/** What the surges of a view add to its picture. */
export interface SurgePicture {
  layer: SurgeOfSeries[];
  /** The series that were analysed, as the chart has them: a sum is one. */
  series: DailySeries[];
  beside: ReadonlyMap<string, readonly number[]>;
  extra: Extra | undefined;
}

/** The surges of some data, once they are read. */
export interface Surges {
  loaded: Loaded;
  pictureOf: (cut: Cut) => SurgePicture;
}
