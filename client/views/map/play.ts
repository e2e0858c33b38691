import { useCallback, useEffect, useRef, useState } from "react";
import type { Extent } from "../../../data/analysis/table.ts";
import type { DayNumber } from "../../../data/model/day.ts";
import { useMedia } from "../../controls/media.ts";

/** How long all days take; few days go by no slower than {@link LEAST_RATE} a second. */
const ALL_MS = 8000;
const LEAST_RATE = 5;
/** A page that was away does not leap ahead. */
const MOST_GAP_MS = 100;
/** Without motion the map changes now and then, and not too often until the end. */
const STILL_MS = 1000;
const STILL_STEPS = 40;

export interface Playing {
  playing: boolean;
  start: () => void;
  /** At the day that is shown, or at another. */
  stop: (day?: DayNumber) => void;
}

/** Days a second at which a range is played. @example rateOf({ from: 0, to: 271 }) // 34 */
export function rateOf({ from, to }: Extent): number {
  return Math.max(LEAST_RATE, ((to - from + 1) * 1000) / ALL_MS);
}

/**
 * Goes through the days of a range from one on, or from the first where it is the last.
 *
 * @param onDay called for each day as it is shown
 * @param onStop called with the last one
 */
export function usePlay(range: Extent, day: DayNumber, onDay: (day: DayNumber) => void, onStop: (day: DayNumber) => void): Playing {
  const still = useMedia("(prefers-reduced-motion: reduce)");
  const [playing, setPlaying] = useState(false);
  const now = useRef({ range, day, onDay, onStop });
  now.current = { range, day, onDay, onStop };
  const stop = useCallback((at?: DayNumber) => {
    setPlaying(false);
    now.current.onStop(at ?? now.current.day);
  }, []);
  useEffect(() => {
    if (!playing) return;
    const { range: all, day: at } = now.current;
    const first = at >= all.to || at < all.from ? all.from : at;
    const show = (next: DayNumber): boolean => {
      const shown = Math.min(next, now.current.range.to);
      if (shown !== now.current.day) now.current.onDay(shown);
      if (shown < now.current.range.to) return true;
      setPlaying(false);
      now.current.onStop(shown);
      return false;
    };
    if (still) {
      const step = Math.ceil((all.to - all.from) / STILL_STEPS);
      let next = first === at ? first + step : first;
      const timer = setInterval(() => {
        if (!show(next)) clearInterval(timer);
        next += step;
      }, STILL_MS);
      return () => clearInterval(timer);
    }
    const rate = rateOf(all);
    let elapsed = 0;
    let last = performance.now();
    let frame = requestAnimationFrame(function turn(time) {
      elapsed += Math.max(0, Math.min(MOST_GAP_MS, time - last));
      last = time;
      if (show(first + Math.floor((elapsed * rate) / 1000))) frame = requestAnimationFrame(turn);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing, still]);
  return { playing, start: useCallback(() => setPlaying(true), []), stop };
}

/** A value that is told at most so often while it keeps changing, and at once when it rests. */
export function useSeldom<Value>(value: Value, changing: boolean, ms: number): Value {
  const [, turn] = useState(0);
  const newest = useRef(value);
  const told = useRef(value);
  newest.current = value;
  if (!changing) told.current = value;
  useEffect(() => {
    if (!changing) return;
    const timer = setInterval(() => {
      told.current = newest.current;
      turn((count) => count + 1);
    }, ms);
    return () => clearInterval(timer);
  }, [changing, ms]);
  return told.current;
}
