import { useEffect, useMemo, useRef } from "react";
import type { Cut } from "../../../data/chart/cut.ts";
import { chartModel } from "../../../data/chart/model.ts";
import type { ChartInput, ChartModel } from "../../../data/chart/picture.ts";
import { isReshaped } from "../../../data/chart/reshaped.ts";
import { dayOf } from "../../../data/model/day.ts";
import type { View } from "../../../data/model/view.ts";
import type { Loaded } from "../../app/api.ts";
import { later } from "../../app/later.ts";
import type { Extra } from "../../charts/ChartDrawing.tsx";
import { speech } from "../../charts/speech.ts";
import type { Compare, Drawn } from "./changes.ts";
import type { SurgePicture } from "./surges.ts";

/** Other measures, lines from day 0 and second periods: fetched by those who ask for them. */
const MEASURED = later(() => import("./measured.ts"));

/** What the page draws. */
export interface Picture extends Cut {
  model: ChartModel;
  extra: Extra | undefined;
  /** Takes a day as the base of an index; absent where there is none. */
  onBase?: (day: number) => void;
}

/**
 * The picture of a cut. While a part of the program that it needs is on its way the last picture stays; `undefined` where
 * there was none.
 */
export function usePicture(
  cut: Cut,
  loaded: Loaded,
  surge: SurgePicture | null,
  compare: Compare | null,
  onChange: (view: View, tag?: string) => void,
): Picture | "failed" | undefined {
  const isMeasured = isReshaped(cut.view);
  const part = MEASURED.use(isMeasured);
  const change = useRef(onChange);
  const last = useRef<Picture | undefined>(undefined);
  const made = useMemo((): Picture | null => {
    const { series, figures, events, catalog } = loaded;
    const input = { ...cut, series, figures, events, catalog, beside: surge?.beside, ...speech() };
    const onBase = (day: number) => change.current({ ...cut.view, base: dayOf(day) }, "base");
    const make = (one: ChartInput): Drawn | null => {
      if (!isMeasured) return { model: chartModel(one), extra: surge?.extra };
      if (part === undefined || part === "failed") return null;
      const { model, extra } = part.measuredPicture(one, onBase);
      return { model, extra: surge?.extra ? both(extra, surge.extra) : extra };
    };
    const drawn = compare ? compare(cut, input, make) : make(input);
    return drawn && { ...cut, ...drawn, ...(drawn.model.reshaped?.base && { onBase }) };
  }, [cut, loaded, surge, compare, isMeasured, part]);
  useEffect(() => {
    change.current = onChange;
    if (made) last.current = made;
  });
  if (isMeasured && part === "failed") return "failed";
  return made ?? last.current;
}

/** Two parts that add to one picture. */
export function both(first: Extra, second: Extra): Extra {
  return (drawing) => {
    const [a, b] = [first(drawing), second(drawing)];
    return { under: [a.under, b.under], over: [a.over, b.over] };
  };
}
