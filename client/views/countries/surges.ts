import { useEffect, useState } from "react";
import { type SurgeAnswer, surgeOf } from "../../../data/analysis/surge.ts";
import type { Metric } from "../../../data/model/metric.ts";
import type { DailySeries } from "../../../data/model/series.ts";

/** Read once for each series, whatever the page shows of it: a surge is one of all days. */
const answers = new WeakMap<DailySeries, SurgeAnswer>();

/** Longest that reading may keep the page from an answer to its reader. */
const SLICE_MS = 8;
/** How often a count that goes on is told. */
const TOLD_MS = 200;

/** The surges that are known, and how far reading is. */
export interface Surges {
  read: number;
  of: number;
  answerOf: (series: DailySeries) => SurgeAnswer | undefined;
}

/** The surge of each series, read in short slices between what the reader does. */
export function useSurges(series: readonly DailySeries[], metric: Pick<Metric, "over_time"> | undefined): Surges {
  const [, tell] = useState(0);
  const overTime = metric?.over_time;
  useEffect(() => {
    if (overTime === undefined) return;
    const left = series.filter((one) => !answers.has(one));
    let at = 0;
    let told = performance.now();
    let turn: ReturnType<typeof setTimeout> | undefined;
    const slice = () => {
      const end = performance.now() + SLICE_MS;
      while (at < left.length && performance.now() < end) {
        const one = left[at++] as DailySeries;
        answers.set(one, surgeOf(one, { over_time: overTime }));
      }
      if (at === left.length || performance.now() - told > TOLD_MS) {
        told = performance.now();
        tell((count) => count + 1);
      }
      // A turn of its own each: what the reader does comes between.
      if (at < left.length) turn = setTimeout(slice);
    };
    if (left.length > 0) turn = setTimeout(slice);
    return () => clearTimeout(turn);
  }, [series, overTime]);
  return { read: series.filter((one) => answers.has(one)).length, of: series.length, answerOf: (one) => answers.get(one) };
}
