import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { ChartDrawing, type Extra } from "../../client/charts/ChartDrawing.tsx";
import { placeEvents } from "../../client/charts/events.ts";
import { frameOf } from "../../client/charts/frame.ts";
import { panelLabels } from "../../client/charts/labels.ts";
import type { ChartModel } from "../../data/chart/picture.ts";
import type { SeriesTable } from "../../data/model/series.ts";

/** A picture as SVG text, drawn by the page's own component; needs a DOM. */
export function drawSvg(model: ChartModel, table: SeriesTable, width: number, extra?: Extra): string {
  const frame = frameOf(model, width);
  const place = document.createElement("div");
  const root = createRoot(place);
  const labels = frame.panels.flatMap((at) => panelLabels(model, at, frame));
  flushSync(() =>
    root.render(
      <ChartDrawing
        model={model}
        table={table}
        frame={frame}
        events={placeEvents(model.events, frame)}
        labels={labels}
        id="chart"
        extra={extra}
      />,
    ),
  );
  const svg = place.querySelector("svg")?.outerHTML;
  flushSync(() => root.unmount());
  if (svg === undefined) throw new Error("the chart drew no picture");
  return svg;
}

/** The same picture whatever the counters of a library say, to two hundredths of a pixel, one element a line. */
export function settled(svg: string): string {
  const ids = new Map<string, string>();
  return `${svg
    .replaceAll(/_r_[0-9a-z]+_/g, (id) => {
      if (!ids.has(id)) ids.set(id, `_${ids.size}_`);
      return ids.get(id) as string;
    })
    .replaceAll(/recharts[\w«»:-]*?-(clip|[\w]+)/g, "recharts-$1")
    .replaceAll(/-?\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))))
    .replaceAll("><", ">\n<")}\n`;
}
