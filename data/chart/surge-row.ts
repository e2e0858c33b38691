import type { SurgeAnswer } from "../analysis/surge.ts";
import { type SurgeFigure, type SurgeValue, surgeFigure } from "../analysis/surge-figure.ts";
import type { Metric } from "../model/metric.ts";
import type { SourceKind } from "../model/source.ts";
import { dayWithYear, fullNumber, threeDigits, times, twoDigits } from "./format.ts";
import { SURGE, type SurgeWords } from "./surge-words.ts";

/** One figure of a surge as it is read. */
export interface SurgeRow {
  id: SurgeFigure;
  label: string;
  /** The figure with its unit, or the reason in a few words. */
  text: string;
  /** Its range, or why it is missing in a sentence; empty where there is nothing to add. */
  note: string;
  /** How it is found. */
  method: string;
  missing: boolean;
}

/** What of a language's numbers and days the figures of a surge need. */
export interface SurgeFormat {
  fullNumber: (value: number) => string;
  twoDigits: (value: number) => string;
  threeDigits: (value: number) => string;
  times: (ratio: number) => string;
  dayWithYear: (day: number) => string;
}

interface Told {
  metric: Pick<Metric, "unit">;
  kind: SourceKind;
  words?: SurgeWords;
  format?: SurgeFormat;
}

const ENGLISH: SurgeFormat = { fullNumber, twoDigits, threeDigits, times, dayWithYear };

/**
 * A figure of a surge as a row of a card or a table. A modelled series is told in two digits: what it is good for.
 *
 * @param told `words` and `format` are English where none are given
 * @example surgeRow(answer, "multiple", { metric, kind: "observed" }) // { id: "multiple", text: "×11", note: "", ... }
 */
export function surgeRow(answer: SurgeAnswer, figure: SurgeFigure, told: Told): SurgeRow {
  const { words = SURGE.english } = told;
  const { label, method } = words.figures[figure];
  const found = surgeFigure(answer, figure);
  if ("missing" in found)
    return { id: figure, label, method, missing: true, text: words.missing(found.missing), note: words.why(found.missing) };
  return { id: figure, label, method, missing: false, text: textOf(answer, figure, found, told), note: noteOf(figure, found, told) };
}

/** The surge in a sentence, or why there is none; says of a model that it is one. */
export function surgeSentence(answer: SurgeAnswer, { kind, words = SURGE.english, format = ENGLISH }: Told): string {
  if (!answer.found) return words.said(kind, words.why({ reason: answer.reason }));
  return words.said(kind, words.found(format.times(answer.multiple), answer.daysToPeak));
}

function textOf(answer: SurgeAnswer, figure: SurgeFigure, found: SurgeValue & { value: number }, told: Told): string {
  const { words = SURGE.english, format = ENGLISH } = told;
  const { value } = found;
  if (figure === "onset") return format.dayWithYear(value);
  if (figure === "multiple") return format.times(value);
  if (figure === "days_to_peak") return words.days(format.fullNumber(value));
  if (figure === "half_life") return words.days(tenths(value, format));
  if (isShare(figure)) return percent(value, format);
  const amount = amountOf(value, told);
  return figure === "peak" && answer.found ? words.onDay(amount, format.dayWithYear(answer.peak.day)) : amount;
}

function noteOf(figure: SurgeFigure, { low, high, unreported = 0 }: Extract<SurgeValue, { value: number }>, told: Told): string {
  const { words = SURGE.english, format = ENGLISH } = told;
  if (low === undefined || high === undefined) return "";
  const text = (value: number) => (figure === "half_life" ? tenths(value, format) : amountOf(value, told));
  const range = words.between(text(low), text(high));
  return unreported === 0 ? range : words.lacks(range, unreported);
}

function amountOf(value: number, { kind, format = ENGLISH }: Told): string {
  return kind === "modelled" ? format.twoDigits(value) : format.threeDigits(value);
}

function tenths(value: number, { fullNumber }: SurgeFormat): string {
  return fullNumber(Math.round(value * 10) / 10);
}

function percent(share: number, { fullNumber }: SurgeFormat): string {
  return `${fullNumber(Math.round(share * 100))}%`;
}

function isShare(figure: SurgeFigure): boolean {
  return figure === "retained_7" || figure === "retained_14" || figure === "retained_28";
}
