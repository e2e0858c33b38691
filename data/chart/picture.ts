import type { Extent } from "../analysis/table.ts";
import type { Catalog } from "../model/catalog.ts";
import type { Figure, SurgeEvent } from "../model/figure.ts";
import type { Metric } from "../model/metric.ts";
import type { DailySeries, SeriesTable } from "../model/series.ts";
import type { View } from "../model/view.ts";
import type { ValueAxis } from "./axis.ts";
import type { ChartWords } from "./chart-words.ts";
import type { Format } from "./format.ts";
import type { Line, Speech } from "./lines.ts";
import type { Bracket, Field, FigureMark, Growth } from "./marks.ts";
import type { Stroke } from "./palette.ts";
import type { ComparedLine, Reshaped } from "./reshaped.ts";
import type { Span } from "./sentence.ts";

/** All that a picture is made of. */
export interface ChartInput {
  view: View;
  /** The days of the view, both included, with its relative range resolved. */
  range: Extent;
  /** In the view's interval, over `range`. */
  table: SeriesTable;
  /** The same by day: what sentences quote. Equal to `table` where the interval is a day. */
  daily: SeriesTable;
  /** All days of the series of the view, also beyond the range: what is not known is worded with them. */
  series: readonly DailySeries[];
  /** Of any metric and day; those that belong are picked. */
  figures: readonly Figure[];
  events: readonly SurgeEvent[];
  catalog: Catalog;
  /** Values that a picture must have room for besides its own: of a line by {@link seriesId}, of a panel by its id. */
  beside?: ReadonlyMap<string, readonly number[]>;
  /** The language of the picture; English where none is given. */
  words?: ChartWords;
  format?: Format;
}

/** One field with a value axis of its own: a platform, or all of them laid over each other. */
export interface Panel {
  id: string;
  /** `null` in an overlay. */
  platform: string | null;
  title: string;
  subtitle: string;
  /** The same for a narrow picture: country codes, and the metric in the first panel only. */
  brief: string;
  axis: ValueAxis;
  lines: Line[];
  figures: FigureMark[];
  fields: Field[];
  bracket: Bracket | null;
  growth: Growth | null;
  /** Lines of the second period, behind the others; mostly none. */
  compared: ComparedLine[];
}

/** An event of the period, on the time axis. */
export interface EventMark {
  event: SurgeEvent;
  from: number;
  to: number;
  /** `13 Jan`, `18–19 Jan`. */
  dateText: string;
}

/** What to draw, in the units of the data and without pixels. Every rendering is made from this. */
export interface ChartModel {
  view: View;
  metric: Metric;
  range: Extent;
  vintage: number;
  panels: Panel[];
  events: EventMark[];
  /** The events of the period, those without a place on the time axis among them. */
  listed: SurgeEvent[];
  strokes: Map<string, Stroke>;
  headline: Span[];
  /** Metric, topic and countries. */
  what: string;
  /** What is drawn: metric, countries, interval, scale. */
  description: string;
  /** Where nothing can be drawn: why, in one sentence. */
  empty: string | null;
  speech: Speech;
  /** Absent where the picture shows values on calendar days. */
  reshaped?: Reshaped;
}

/** The input with its language. */
export type SpokenInput = ChartInput & { speech: Speech };
