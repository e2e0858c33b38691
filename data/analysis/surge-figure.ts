import { bandRefused } from "./band.ts";
import { DAYS_AFTER_PEAK, type NoSurgeReason, type RETAINED_AFTER, type SurgeAnswer } from "./surge.ts";

/** The figures of a surge, in the order in which they are told. The ids are those that an address carries in `by`. */
export const SURGE_FIGURES = [
  "baseline",
  "onset",
  "peak",
  "multiple",
  "days_to_peak",
  "half_life",
  "plateau",
  "retained_7",
  "retained_14",
  "retained_28",
  "excess",
] as const;
export type SurgeFigure = (typeof SURGE_FIGURES)[number];

/** Why a figure is missing: there is no surge, or this one cannot be told of it. */
export type SurgeMissing =
  | { reason: NoSurgeReason | "other_shape" | "missing_days" | "few_days_before" | "steep_trend" }
  /** Days after the peak that would be needed, and those that are there. */
  | { reason: "too_early"; needed: number; there: number };

/**
 * One figure of a surge: in the metric's unit (baseline, peak, plateau), with a range where it has one (half-life in
 * days, excess in the unit times days); a day number (onset); a ratio (multiple); days; a share of 1 (retained).
 * `unreported` counts days that a sum (excess) lacks, because nobody reported them.
 */
export type SurgeValue = { value: number; low?: number; high?: number; unreported?: number } | { missing: SurgeMissing };

/** Days on either side of the middle of a week. */
const HALF_WEEK = 3;

/**
 * A figure of a surge as one number, or why there is none: what tables sort by and maps colour.
 *
 * @example surgeFigure(surgeOf(series, metric), "half_life") // { value: 6, low: 5.4, high: 6.7 }
 * @example surgeFigure({ found: false, reason: "spike" }, "half_life") // { missing: { reason: "spike" } }
 */
export function surgeFigure(answer: SurgeAnswer, figure: SurgeFigure): SurgeValue {
  if (!answer.found) return { missing: { reason: answer.reason } };
  switch (figure) {
    case "baseline":
      return { value: answer.level };
    case "onset":
      return { value: answer.onset };
    case "peak":
      return { value: answer.peak.value };
    case "multiple":
      return { value: answer.multiple };
    case "days_to_peak":
      return { value: answer.daysToPeak };
    case "half_life":
    case "plateau": {
      if (!answer.decay) return { missing: answer.decayMissing === "too_early" ? tooEarly(answer.daysAfter) : { reason: "other_shape" } };
      const { halfLife, plateau } = answer.decay;
      return figure === "plateau" ? { value: plateau } : { value: halfLife.days, low: halfLife.low, high: halfLife.high };
    }
    case "retained_7":
      return retained(answer, 7);
    case "retained_14":
      return retained(answer, 14);
    case "retained_28":
      return retained(answer, 28);
    case "excess": {
      if (answer.excess) return answer.excess;
      return { missing: { reason: bandRefused(answer.baseline) === "steep_trend" ? "steep_trend" : "few_days_before" } };
    }
  }
}

function retained(answer: SurgeAnswer & { found: true }, after: (typeof RETAINED_AFTER)[number]): SurgeValue {
  const value = answer.retained[after];
  if (value !== null) return { value };
  const needed = Math.max(DAYS_AFTER_PEAK, after + HALF_WEEK);
  return { missing: answer.daysAfter < needed ? tooEarly(answer.daysAfter, needed) : { reason: "missing_days" } };
}

function tooEarly(there: number, needed = DAYS_AFTER_PEAK): SurgeMissing {
  return { reason: "too_early", needed, there };
}
