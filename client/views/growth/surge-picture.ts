import { dailySeries } from "../../../data/analysis/daily.ts";
import type { SurgeAnswer } from "../../../data/analysis/surge.ts";
import { extentOf, seriesTable } from "../../../data/analysis/table.ts";
import type { Cut } from "../../../data/chart/cut.ts";
import { surgeLayer, valuesOf } from "../../../data/chart/surge-layer.ts";
import { SURGE } from "../../../data/chart/surge-words.ts";
import { dayOf } from "../../../data/model/day.ts";
import { type DailySeries, seriesId } from "../../../data/model/series.ts";
import { kindsOf } from "../../../data/model/source.ts";
import type { View } from "../../../data/model/view.ts";
import type { Loaded } from "../../app/api.ts";
import { format } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { surgeExtra } from "../../charts/surge-extra.tsx";
import type { SurgePicture } from "./surges.ts";

/** Sums of the same data, by how they are added: a surge is looked for once in each. */
const sums = new WeakMap<readonly DailySeries[], Map<string, DailySeries[]>>();

/**
 * All days of the series of a view: one of the chosen countries together where they are added up, on the days on which
 * all of them reported. What a sum of some countries gains by one more is no surge.
 */
export function seriesOf(view: View, { series, catalog }: Loaded): DailySeries[] {
  const metric = catalog.metrics.find((known) => known.id === view.metric);
  const extent = extentOf(series);
  if (!view.sum || metric?.over_countries !== "sum" || extent === null) return series;
  const own = sums.get(series) ?? new Map<string, DailySeries[]>();
  sums.set(series, own);
  const key = view.countries.join();
  const known = own.get(key);
  if (known) return known;
  const range = { from: dayOf(extent.from), to: dayOf(extent.to) };
  const added = dailySeries(seriesTable({ ...view, partial: false, interval: "day", range }, series, catalog));
  own.set(key, added);
  return added;
}

/** Whether single days and their own values are drawn: what band and marks are of. */
export function isMarkable(view: View): boolean {
  return view.interval === "day" && view.measure === "value" && view.align === "";
}

/** What surges add to the picture of a cut. */
export function surgePicture(cut: Cut, loaded: Loaded, answerOf: (series: DailySeries) => SurgeAnswer | undefined): SurgePicture {
  const { catalog } = loaded;
  const metric = catalog.metrics.find((known) => known.id === cut.view.metric);
  const shown = new Set(cut.table.series.map((column) => seriesId(column)));
  const series = seriesOf(cut.view, loaded).filter((one) => shown.has(seriesId(one)));
  const context = {
    range: cut.range,
    kindOf: kindsOf(catalog.sources),
    words: wordsOf(SURGE),
    format: format(),
  };
  const layer = metric ? surgeLayer(series, answerOf, { ...context, metric }) : [];
  return isMarkable(cut.view)
    ? { layer, series, beside: valuesOf(layer), extra: surgeExtra(layer) }
    : { layer, series, beside: new Map(), extra: undefined };
}
