import type { SurgeFigure, SurgeMissing } from "../analysis/surge-figure.ts";
import type { SourceKind } from "../model/source.ts";

/** What a figure of a surge is called, how it is found in a sentence, and its unit where that is not the metric's own. */
export interface FigureWords {
  label: string;
  /** For a narrow column. */
  short: string;
  method: string;
  /** Empty where the figure has none; `unit` stands for the metric's. */
  unit: string;
}

/** Every word that is said of a surge: by card, table, map, files and the Method page. */
export interface SurgeWords {
  title: string;
  figures: Record<SurgeFigure, FigureWords>;
  /** In a cell. */
  missing: (missing: SurgeMissing) => string;
  /** In a sentence that stands alone. */
  why: (missing: SurgeMissing) => string;
  band: { label: string; method: string };
  /** What the surge of such a source is; empty where it is what was counted. */
  kind: Record<SourceKind, string>;
  /** Before a sentence about the surge of such a source. */
  said: (kind: SourceKind, sentence: string) => string;
  found: (multiple: string, days: number) => string;
  none: string;
  /** What retained share is not. */
  notCohort: string;
  days: (count: string) => string;
  between: (low: string, high: string) => string;
  /** A range of a sum, and on how many days of it nobody reported. */
  lacks: (range: string, days: number) => string;
  onDay: (value: string, day: string) => string;
  /** What a made-up series was made with. */
  madeWith: (value: string) => string;
  /** A value with its range. */
  ranged: (value: string, range: string) => string;
  /** What a mark on the picture says. */
  marked: (label: string, value: string, method: string) => string;
  trend: string;
  coverage: { label: string; method: string; text: (reported: string, spanned: string) => string };
}

const LOW_NOTE = "Sums of many people cannot tell who stayed.";

export const SURGE: { name: "surge"; english: SurgeWords } = {
  name: "surge",
  english: {
    title: "Surge",
    figures: {
      baseline: {
        label: "Baseline",
        short: "Baseline",
        unit: "unit",
        method: "The level of an ordinary day before the onset: the mean of logarithms, weekdays taken out, wild days drawn in.",
      },
      onset: {
        label: "Onset",
        short: "Onset",
        unit: "",
        method: "First day of the rise: where a cumulative sum of days above the baseline last left zero before the highest days.",
      },
      peak: {
        label: "Peak",
        short: "Peak",
        unit: "unit",
        method: "The highest day of the surge and its value, weekdays taken out; the value as reported may differ.",
      },
      multiple: {
        label: "Multiple of baseline",
        short: "Multiple",
        unit: "",
        method: "Peak divided by baseline. A surge has at least 1.5.",
      },
      days_to_peak: { label: "Days to peak", short: "To peak", unit: "days", method: "Days from the onset to the peak." },
      half_life: {
        label: "Half-life",
        short: "Half-life",
        unit: "days",
        method:
          "Days in which half of what stands above the plateau goes: an exponential decay fitted to the days after the peak, with the range in which 95 of 100 such fits have the true one.",
      },
      plateau: {
        label: "Plateau",
        short: "Plateau",
        unit: "unit",
        method: "The level on which the decay settles, fitted together with the half-life.",
      },
      retained_7: retained("7"),
      retained_14: retained("14"),
      retained_28: retained("28"),
      excess: {
        label: "Excess",
        short: "Excess",
        unit: "unit, summed over days",
        method:
          "What the days from the onset on had above the expected value, summed over the days above the band; the range takes the band's edges. Days that were not reported add nothing to it.",
      },
    },
    missing: (missing) => {
      switch (missing.reason) {
        case "too_early":
          return "too early";
        case "other_shape":
          return "another shape";
        case "missing_days":
          return "days missing";
        case "few_days_before":
          return "few days before";
        case "steep_trend":
          return "steep trend";
        case "rank":
          return "a rank";
        case "few_days":
          return "few days";
        case "high_from_the_start":
          return "high from the start";
        case "no_rise":
          return "no rise";
        case "spike":
          return "a spike";
        case "too_small":
          return "below 1.5 times";
      }
    },
    why: (missing) => {
      switch (missing.reason) {
        case "too_early":
          return `Too early: ${missing.there} ${missing.there === 1 ? "day" : "days"} after the peak; it takes ${missing.needed}.`;
        case "other_shape":
          return "The days after the peak do not fall towards a plateau as an exponential decay does.";
        case "missing_days":
          return "A day of that week was not reported.";
        case "few_days_before":
          return "Fewer than 14 days before the onset: too few for an expected band.";
        case "steep_trend":
          return "The baseline changes by more than 1% a day: it says nothing of the days after it.";
        case "rank":
          return "No surge is looked for in ranks: a place is no amount that could rise.";
        case "few_days":
          return "No surge is looked for: fewer than 8 days above zero.";
        case "high_from_the_start":
          return "No surge found: the highest days are among the first 5, so nothing tells what was before.";
        case "no_rise":
          return "No surge found: no day rises above the level for good.";
        case "spike":
          return "No surge but a spike: what rises does not last 3 days.";
        case "too_small":
          return "No surge: what lasts stays below 1.5 times the level.";
      }
    },
    band: {
      label: "Expected without the surge",
      method:
        "The baseline continued, with its weekdays, and the range in which 95 of 100 single days would lie; wider where the baseline has a trend, refused where that is steep or fewer than 14 days are before the onset.",
    },
    kind: { observed: "", estimate: "of an estimate", modelled: "a property of the model", illustrative: "made up" },
    said: (kind, sentence) => {
      if (kind === "modelled") return `A property of the model, not a finding: ${sentence}`;
      if (kind === "illustrative") return `Made up, not a finding: ${sentence}`;
      return kind === "estimate" ? `Of an estimate: ${sentence}` : sentence;
    },
    found: (multiple, days) => `${multiple} the baseline ${days === 0 ? "on the first day" : `in ${days} ${days === 1 ? "day" : "days"}`}.`,
    none: "No surge",
    notCohort: `Retained share of the surge is not the retention of a cohort. ${LOW_NOTE}`,
    days: (count) => `${count} ${count === "1" ? "day" : "days"}`,
    between: (low, high) => `${low} to ${high}`,
    lacks: (range, days) => `${range}, without ${days === 1 ? "a day that was" : `${days} days that were`} not reported`,
    onDay: (value, day) => `${value} on ${day}`,
    madeWith: (value) => `made with ${value}`,
    ranged: (value, range) => `${value} (${range})`,
    marked: (label, value, method) => `${label}: ${value}. ${method}`,
    trend: "The baseline has a trend; the expected band is wider for it.",
    coverage: {
      label: "Coverage",
      method: "Days reported, of the days from the first to the last one.",
      text: (reported, spanned) => `${reported} of ${spanned} days`,
    },
  },
};

function retained(days: string): FigureWords {
  return {
    label: `Retained after ${days} days`,
    short: `+${days} days`,
    unit: "share of the surge",
    method: `Of what the peak had above the baseline, the share that the mean of the seven days around day ${days} after it still had. ${LOW_NOTE}`,
  };
}
