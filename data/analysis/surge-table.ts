import type { Catalog } from "../model/catalog.ts";
import { type Day, dayOf } from "../model/day.ts";
import type { DailySeries } from "../model/series.ts";
import type { SourceKind } from "../model/source.ts";
import type { View } from "../model/view.ts";
import { sumCountries } from "./sum.ts";
import type { NoSurgeReason, SurgeAnswer } from "./surge.ts";
import { SURGE_FIGURES, type SurgeFigure, type SurgeMissing, surgeFigure } from "./surge-figure.ts";
import { inViewOrder } from "./table.ts";

/** Why one figure of a surge is missing. */
export type SurgeGap = { figure: SurgeFigure } & SurgeMissing;

/**
 * The surge of one series as a row: what a file or a program takes, where a page takes {@link SurgeAnswer}. Numbers have
 * six digits; `null` is none, and `reason` or `missing` says why. Units as {@link surgeFigure} has them; days as labels.
 */
export interface SurgeRecord {
  platform: string;
  country: string;
  topic: string;
  source: string;
  kind: SourceKind;
  /** First and last day reported, how many are, and how many the calendar has between them. */
  first_day: Day;
  last_day: Day;
  days_reported: number;
  days_spanned: number;
  found: boolean;
  /** Why there is no surge; `null` where there is one. */
  reason: NoSurgeReason | null;
  baseline: number | null;
  onset: Day | null;
  peak: number | null;
  peak_day: Day | null;
  /** The value of that day as it was reported, with its weekday. */
  peak_reported: number | null;
  multiple: number | null;
  days_to_peak: number | null;
  half_life: number | null;
  half_life_low: number | null;
  half_life_high: number | null;
  plateau: number | null;
  retained_7: number | null;
  retained_14: number | null;
  retained_28: number | null;
  excess: number | null;
  excess_low: number | null;
  excess_high: number | null;
  /** Days that the excess lacks, because they were not reported. */
  excess_unreported: number | null;
  /** Figures that a surge lacks; empty where there is no surge, which lacks all. */
  missing: SurgeGap[];
}

const DIGITS = 6;

/**
 * The series whose surges a view asks for, in its order: one for each platform, country, topic and source, or one sum of
 * the chosen countries where the view adds them up and the metric can be added. Every stored day of them counts,
 * whatever the view's dates and interval: a surge is one of all days. Of a sum these are the days on which all of its
 * countries reported, even where the view draws others: a country that begins or ends to report is no rise or fall.
 *
 * @param series all days of the view's metric, platforms, countries, topics and sources
 * @throws RangeError where the catalog lacks the view's metric
 */
export function surgeSeries(view: View, series: readonly DailySeries[], catalog: Pick<Catalog, "metrics">): DailySeries[] {
  const metric = catalog.metrics.find((known) => known.id === view.metric);
  if (metric === undefined) throw new RangeError(`the catalog has no metric ${view.metric}`);
  const own = view.sum && metric.over_countries === "sum" ? sumCountries(series, view.countries, false) : series;
  return inViewOrder(
    view,
    own.filter((one) => one.days.length > 0),
  );
}

/**
 * The answer about a series as a row. A page and a row so say the same: both take each figure from {@link surgeFigure}.
 *
 * @param series with at least one day
 * @example surgeRecord(series, "observed", surgeOf(series, metric)) // { platform: "rednote", ..., multiple: 11.2959, ... }
 */
export function surgeRecord(series: DailySeries, kind: SourceKind, answer: SurgeAnswer): SurgeRecord {
  const { platform, country, topic, source, days } = series;
  const [first, last] = [days[0] as number, days.at(-1) as number];
  const missing: SurgeGap[] = [];
  const figure = (id: SurgeFigure) => {
    const found = surgeFigure(answer, id);
    if ("value" in found) return { ...found, value: rounded(found.value), low: rounded(found.low), high: rounded(found.high) };
    if (answer.found) missing.push({ figure: id, ...found.missing });
    return { value: null, low: null, high: null, unreported: undefined };
  };
  const figures = Object.fromEntries(SURGE_FIGURES.map((id) => [id, figure(id)])) as Record<SurgeFigure, ReturnType<typeof figure>>;
  const { half_life, excess } = figures;
  return {
    ...{ platform, country, topic, source, kind },
    ...{ first_day: dayOf(first), last_day: dayOf(last), days_reported: days.length, days_spanned: last - first + 1 },
    found: answer.found,
    reason: answer.found ? null : answer.reason,
    baseline: figures.baseline.value,
    onset: answer.found ? dayOf(answer.onset) : null,
    peak: figures.peak.value,
    peak_day: answer.found ? dayOf(answer.peak.day) : null,
    peak_reported: answer.found ? answer.peak.reported : null,
    multiple: figures.multiple.value,
    days_to_peak: figures.days_to_peak.value,
    ...{ half_life: half_life.value, half_life_low: half_life.low, half_life_high: half_life.high },
    plateau: figures.plateau.value,
    ...{ retained_7: figures.retained_7.value, retained_14: figures.retained_14.value, retained_28: figures.retained_28.value },
    ...{ excess: excess.value, excess_low: excess.low, excess_high: excess.high, excess_unreported: excess.unreported ?? null },
    missing,
  };
}

function rounded(value: number | undefined): number | null {
  return value === undefined ? null : Number(value.toPrecision(DIGITS));
}
