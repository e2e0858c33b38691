import { type Zero, zerosOf } from "../../../data/analysis/align.ts";
import { MEASURE } from "../../../data/chart/measure-words.ts";
import { measuredModel } from "../../../data/chart/measured-model.ts";
import { metricOf } from "../../../data/chart/model.ts";
import type { ChartInput, ChartModel } from "../../../data/chart/picture.ts";
import type { DailySeries } from "../../../data/model/series.ts";
import { wordsOf } from "../../app/language.ts";
import type { Extra } from "../../charts/ChartDrawing.tsx";
import { measuredExtra } from "../../charts/measured-extra.tsx";

/** Day 0 of each series of some data: found once, however the range is moved. */
const found = new WeakMap<readonly DailySeries[], Map<string, ReadonlyMap<string, Zero> | null>>();

/** A picture in another measure, from day 0 or with a second period, and what it draws besides its lines. */
export function measuredPicture(input: ChartInput, onBase: (day: number) => void): { model: ChartModel; extra: Extra } {
  const model = measuredModel({ ...input, zeros: zeros(input), measureWords: wordsOf(MEASURE) });
  return { model, extra: measuredExtra(onBase) };
}

function zeros(input: ChartInput): ReadonlyMap<string, Zero> | null {
  const { view, series, events } = input;
  const own = found.get(series) ?? new Map<string, ReadonlyMap<string, Zero> | null>();
  found.set(series, own);
  const key = `${view.align} ${view.sum && view.countries.join()} ${view.partial}`;
  const known = own.get(key);
  if (known !== undefined) return known;
  const made = zerosOf(view, series, metricOf(input), events);
  own.set(key, made);
  return made;
}
