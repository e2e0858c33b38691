import type { Catalog } from "../model/catalog.ts";
import type { Figure, SurgeEvent } from "../model/figure.ts";
import type { DailySeries } from "../model/series.ts";
import type { View } from "../model/view.ts";
import { type Cut, cutOf } from "./cut.ts";
import { measuredModel } from "./measured-model.ts";
import { chartModel } from "./model.ts";
import type { ChartModel } from "./picture.ts";
import { isReshaped } from "./reshaped.ts";

/** All that a picture is made of besides its view, read at one vintage. */
export interface PictureData {
  catalog: Catalog;
  /** All days of the view's metric, platforms, countries, topics and sources. */
  series: DailySeries[];
  figures: Figure[];
  events: SurgeEvent[];
}

/**
 * The picture of a view from its data, in any measure: what a file or an image is made of. A page makes the same in
 * parts, which it fetches as they are asked for.
 *
 * @param beside values that the axes must have room for, by series
 * @throws RangeError where the catalog lacks the view's metric
 * @example drawnModel(defaultView(), data).model.panels.map((panel) => panel.title) // ["RedNote", "TikTok"]
 */
export function drawnModel(
  view: View,
  data: PictureData,
  beside?: ReadonlyMap<string, readonly number[]>,
): { cut: Cut; model: ChartModel } {
  const cut = cutOf(view, { ...data, view });
  const input = { ...data, ...cut, ...(beside && { beside }) };
  return { cut, model: isReshaped(cut.view) ? measuredModel(input) : chartModel(input) };
}
