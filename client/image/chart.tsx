import type { ReactElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { surgeOf } from "../../data/analysis/surge.ts";
import { drawnModel, type PictureData } from "../../data/chart/drawn-model.ts";
import { multiplesOf } from "../../data/chart/multiples.ts";
import type { ChartModel } from "../../data/chart/picture.ts";
import { isReshaped } from "../../data/chart/reshaped.ts";
import type { View } from "../../data/model/view.ts";
import { wordsOf } from "../app/language.ts";
import { ChartDrawing, type Extra } from "../charts/ChartDrawing.tsx";
import { type PlacedEvent, placeEvents } from "../charts/events.ts";
import { frameOf } from "../charts/frame.ts";
import { panelLabels } from "../charts/labels.ts";
import { MultiplesDrawing } from "../charts/MultiplesDrawing.tsx";
import { measuredExtra } from "../charts/measured-extra.tsx";
import { multiplesFrame } from "../charts/multiples-frame.ts";
import { speech } from "../charts/speech.ts";
import { MULTIPLES } from "../views/growth/multiples-words.ts";
import { surgePicture } from "../views/growth/surge-picture.ts";

/** A chart without the words around it. */
export interface Chart {
  model: ChartModel;
  /** At a width, by the page's own component; higher than by itself by so many pixels. */
  at: (width: number, id?: string, more?: number) => Picture;
  /** How high it is at a width; costs no drawing. */
  heightAt: (width: number) => number;
}

export interface Picture {
  drawing: ReactElement;
  height: number;
  /** Events that stand as numbers, for a list under the chart. */
  numbered: PlacedEvent[];
}

/** The chart of a view, with its surges where the view asks for them, as the page draws it. */
export function chartOf(view: View, of: PictureData): Chart {
  const data = { ...of, ...speech() };
  const loaded = { ...data, view, notices: [], newest: data.catalog.vintage };
  const first = drawnModel(view, data);
  const { metric } = first.model;
  const surge = view.surge ? surgePicture(first.cut, loaded, (series) => surgeOf(series, metric)) : null;
  const { cut, model } = surge ? drawnModel(view, data, surge.beside) : first;
  const table = model.reshaped?.table ?? cut.table;
  const extra = joined([...(isReshaped(view) ? [measuredExtra()] : []), ...(surge?.extra ? [surge.extra] : [])]);
  const multiples = view.layout === "countries" && model.empty === null ? multiplesOf(model, data.catalog, surge?.beside) : null;
  if (multiples) {
    const words = wordsOf(MULTIPLES);
    const said = model.reshaped ? { ...words, nothing: words.leftOut } : words;
    const layer = surge?.extra ? surge.layer : [];
    return {
      model,
      heightAt: (width) => multiplesFrame(model, multiples, width).height,
      at: (width, id = "chart", more = 0) => {
        const frame = multiplesFrame(model, multiples, width, more);
        const drawing = <MultiplesDrawing {...{ model, table, frame, layer, id }} axis={multiples.axis} words={said} />;
        return { drawing, height: frame.height, numbered: [] };
      },
    };
  }
  return {
    model,
    heightAt: (width) => frameOf(model, width).height,
    at: (width, id = "chart", more = 0) => {
      const frame = frameOf(model, width, more);
      const labels = frame.panels.flatMap((at) => panelLabels(model, at, frame));
      const events = placeEvents(model.events, frame);
      const drawing = <ChartDrawing {...{ model, table, frame, events, labels, id, extra }} />;
      return { drawing, height: frame.height, numbered: events.filter(({ form }) => form === "number") };
    },
  };
}

function joined(extras: readonly Extra[]): Extra | undefined {
  if (extras.length === 0) return undefined;
  return (drawing) => {
    const parts = extras.map((extra) => extra(drawing));
    return { under: parts.map(({ under }) => under), over: parts.map(({ over }) => over) };
  };
}

/** Draws in a document, and reads what is there before it goes. */
export function drawn<Read>(picture: ReactElement, read: (place: HTMLElement) => Read): Read {
  const place = document.createElement("div");
  const root = createRoot(place);
  try {
    flushSync(() => root.render(picture));
    return read(place);
  } finally {
    flushSync(() => root.unmount());
  }
}

/** The SVG of a drawing alone. */
export function svgOf(picture: ReactElement): string {
  return drawn(picture, (place) => {
    const svg = place.querySelector("svg")?.outerHTML;
    if (svg === undefined) throw new Error("the chart drew no picture");
    return svg;
  });
}
