import type { SurgeOfSeries } from "../../data/chart/surge-layer.ts";
import type { Extra } from "./ChartDrawing.tsx";
import { DrawnBands } from "./DrawnBands.tsx";
import { DrawnMarks } from "./DrawnMarks.tsx";

/** Bands under the lines of a chart, and marks over them. */
export function surgeExtra(layer: readonly SurgeOfSeries[]): Extra {
  return ({ model, frame, labels }) => ({
    under: <DrawnBands layer={layer} frame={frame} />,
    over: <DrawnMarks layer={layer} drawing={{ model, frame, labels }} />,
  });
}
