import type { ReactElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { wordsOf } from "../../client/app/language.ts";
import { ChartDrawing, type Extra } from "../../client/charts/ChartDrawing.tsx";
import { placeEvents } from "../../client/charts/events.ts";
import { frameOf } from "../../client/charts/frame.ts";
import { panelLabels } from "../../client/charts/labels.ts";
import { MultiplesDrawing } from "../../client/charts/MultiplesDrawing.tsx";
import { multiplesFrame } from "../../client/charts/multiples-frame.ts";
import { MULTIPLES } from "../../client/views/growth/multiples-words.ts";
import type { Multiples } from "../../data/chart/multiples.ts";
import type { ChartModel } from "../../data/chart/picture.ts";
import type { SurgeOfSeries } from "../../data/chart/surge-layer.ts";
import type { SeriesTable } from "../../data/model/series.ts";

/** All that a picture of the gallery is drawn from. */
export interface Picture {
  model: ChartModel;
  table: SeriesTable;
  /** What surges add, where they are asked for. */
  extra: Extra | undefined;
  layer: readonly SurgeOfSeries[];
  /** Where the layout is small pictures by country. */
  multiples: Multiples | null;
}

/** A picture as SVG text, drawn by the page's own component; needs a DOM. */
export function drawSvg({ multiples, ...picture }: Picture, width: number): string {
  if (multiples) return drawMultiples({ ...picture, multiples }, width);
  const { model, table, extra } = picture;
  const frame = frameOf(model, width);
  const labels = frame.panels.flatMap((at) => panelLabels(model, at, frame));
  const events = placeEvents(model.events, frame);
  return drawn(<ChartDrawing model={model} table={table} frame={frame} events={events} labels={labels} id="chart" extra={extra} />);
}

/** Small pictures by country as SVG text, drawn by the page's own component; needs a DOM. */
function drawMultiples({ model, table, multiples, layer }: Omit<Picture, "multiples"> & { multiples: Multiples }, width: number): string {
  const frame = multiplesFrame(model, multiples, width);
  const words = wordsOf(MULTIPLES);
  return drawn(<MultiplesDrawing model={model} table={table} axis={multiples.axis} frame={frame} layer={layer} words={words} id="chart" />);
}

function drawn(picture: ReactElement): string {
  const place = document.createElement("div");
  const root = createRoot(place);
  flushSync(() => root.render(picture));
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
