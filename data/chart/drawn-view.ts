import { OWN_ONSET } from "../analysis/align.ts";
import { type MeasureUnit, measureUnit } from "../analysis/measure.ts";
import type { SurgeEvent } from "../model/figure.ts";
import type { Metric } from "../model/metric.ts";
import type { View } from "../model/view.ts";
import type { MeasureWords } from "./measure-words.ts";

/** A view as it can be drawn, and what is said where that is not what the address asks for. */
export interface DrawnView {
  view: View;
  unit: MeasureUnit;
  /** Sentences. */
  remarks: string[];
  /** The one of them that belongs into the picture itself. */
  notice: string | null;
}

/**
 * What can be drawn of a view: its metric as it is where the measure says nothing of such a metric, changes on a linear
 * scale, lines from day 0 by day and without a second period. Each such step is said.
 *
 * @example drawnView({ ...view, measure: "daychange", scale: "log" }, signups, events, words).view.scale // "linear"
 */
export function drawnView(view: View, metric: Metric, events: readonly SurgeEvent[], words: MeasureWords): DrawnView {
  const remarks: string[] = [];
  const drawn = { ...view };
  let notice: string | null = null;
  const say = (text: string) => {
    remarks.push(text);
    notice ??= text;
  };
  const unit = measureUnit(view.measure, metric);
  if (unit === null) {
    say(words.refused(view.measure, metric.name));
    drawn.measure = "value";
  }
  if ((unit === "percent" || unit === "places") && view.scale === "log") {
    say(words.linear);
    drawn.scale = "linear";
  }
  if (view.align !== "" && view.align !== OWN_ONSET && !events.some((event) => event.slug === view.align)) {
    remarks.push(words.unknownEvent(view.align));
    drawn.align = "";
  }
  if (drawn.align !== "" && view.interval !== "day") {
    remarks.push(words.byDay);
    drawn.interval = "day";
  }
  if (drawn.align !== "" && view.compare !== "") {
    remarks.push(words.noSecond);
    drawn.compare = "";
  }
  return { view: drawn, unit: unit ?? "value", remarks, notice };
}
