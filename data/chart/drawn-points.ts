import type { MeasureUnit } from "../analysis/measure.ts";
import { type Day, dayOf } from "../model/day.ts";
import type { Metric } from "../model/metric.ts";
import type { SourceKind } from "../model/source.ts";
import type { View } from "../model/view.ts";
import { drawnModel, type PictureData } from "./drawn-model.ts";
import type { Line } from "./lines.ts";
import type { FigureMark } from "./marks.ts";
import type { ChartModel } from "./picture.ts";

/** One value as a chart draws it, and where it comes from. */
export interface DrawnPoint {
  /** `line`, `second` (of a second period, behind it) or `figure` (a published one). */
  mark: "line" | "second" | "figure";
  /** The calendar day, or the first day of the week or month inside the range; of a figure its first and last day. */
  date: Day;
  until: Day;
  /** Days from day 0, where lines begin there. */
  offset: number | null;
  platform: string;
  /** A country; summed ones joined by `+`. */
  country: string;
  topic: string;
  /** Of a line; empty for a figure, which has an `id` of its own. */
  source: string;
  kind: SourceKind | "figure";
  /** In the unit of the picture. */
  value: number;
  /** What was reported, in the metric's unit; differs from the value where a measure is drawn. */
  reported: number;
  /** Days that were reported, of those that the week or month has. */
  days_reported: number;
  days_of: number;
  /** Whether it rests on published figures alone. */
  published: boolean;
  /** Of a figure: its id, how exact it is, who said it, and where. */
  figure: string;
  qualifier: string;
  publisher: string;
  provider: string;
  url: string;
}

/** The points of a picture with what is said of them. */
export interface DrawnPoints {
  metric: Metric;
  /** Of `value`. @example "users for 100,000 people" */
  unit: string;
  /** The sentence that the chart proves, and what it shows. */
  title: string;
  description: string;
  points: DrawnPoint[];
}

/**
 * Every value of a view's chart, line by line, then its figures: what a file holds. Values that a logarithmic scale has no
 * place for are among them: a file has no scale.
 *
 * @throws RangeError where the catalog lacks the view's metric
 * @example drawnPoints(defaultView(), data).points[0] // { mark: "line", date: "2025-01-01", platform: "rednote", ... }
 */
export function drawnPoints(view: View, data: PictureData): DrawnPoints {
  const { model: said } = drawnModel(view, data);
  const { model } = view.scale === "linear" ? { model: said } : drawnModel({ ...view, scale: "linear" }, data);
  const lines = model.panels.flatMap((panel) => panel.lines.flatMap((line) => pointsOf("line", line, model)));
  const second = model.panels.flatMap((panel) => panel.compared.flatMap((line) => pointsOf("second", line, model)));
  const figures = model.panels.flatMap((panel) => panel.figures.map((mark) => figurePoint(mark, model)));
  return {
    metric: said.metric,
    unit: unitText(said.metric, said.reshaped?.unit ?? "value"),
    title: said.headline.map(({ text }) => text).join(""),
    description: said.description,
    points: [...lines, ...second, ...figures],
  };
}

function pointsOf(mark: "line" | "second", line: Line, model: ChartModel): DrawnPoint[] {
  const { platform, country, topic, source, kind } = line;
  const aligned = isAligned(model);
  return line.points.map((point) => ({
    mark,
    date: dayOf(point.date ?? point.day),
    until: dayOf(point.date ?? point.day),
    offset: aligned ? point.day : null,
    ...{ platform, country, topic, source, kind },
    value: point.value,
    reported: point.was ?? point.value,
    days_reported: point.reported,
    days_of: point.of,
    published: point.published,
    ...{ figure: "", qualifier: "", publisher: "", provider: "", url: "" },
  }));
}

function figurePoint({ figure, from, value }: FigureMark, model: ChartModel): DrawnPoint {
  const { platform, country } = figure;
  return {
    mark: "figure",
    date: figure.date_from,
    until: figure.date_to,
    offset: isAligned(model) ? from : null,
    ...{ platform, country, topic: "all", source: "", kind: "figure" },
    value,
    reported: figure.value,
    ...{ days_reported: 1, days_of: 1, published: true },
    figure: figure.id,
    qualifier: figure.qualifier,
    publisher: figure.publisher,
    provider: figure.data_provider,
    url: figure.url,
  };
}

/** Whether days of the picture count from day 0. */
function isAligned({ speech }: ChartModel): boolean {
  return Boolean(speech.wording?.days);
}

function unitText({ unit }: Metric, measure: MeasureUnit): string {
  switch (measure) {
    case "value":
      return unit;
    case "per100k":
      return `${unit} for 100,000 people`;
    case "index":
      return "index, 100 on the base day";
    case "percent":
      return "percent of the value before";
    case "places":
      return "places";
  }
}
