import { bandRefused, expectedOn } from "../analysis/band.ts";
import type { Surge, SurgeAnswer } from "../analysis/surge.ts";
import type { Extent } from "../analysis/table.ts";
import type { DayNumber } from "../model/day.ts";
import type { Metric } from "../model/metric.ts";
import { type DailySeries, seriesId } from "../model/series.ts";
import type { SourceKind } from "../model/source.ts";
import { ENGLISH_FORMAT, type Format } from "./format.ts";
import { surgeRow } from "./surge-row.ts";
import { SURGE, type SurgeWords } from "./surge-words.ts";

/** What one day would probably have been without the surge: the edges of the band, in the metric's unit. */
export interface BandDay {
  day: DayNumber;
  low: number;
  high: number;
}

/** A place on the picture that a figure of the surge names. */
export interface SurgeMark {
  figure: "onset" | "peak" | "half_life";
  day: DayNumber;
  value: number;
  /** Half-life: the day, or the part of one, on which half of what stands above the plateau is gone. */
  until?: number;
  /** A few words beside it. @example "Onset 12 Jan" */
  text: string;
  /** What it is, how it is found, and of what kind of source it speaks. */
  sentence: string;
}

/** The surge of one series as a picture shows it. */
export interface SurgeOfSeries {
  /** As lines have it: {@link seriesId}. */
  id: string;
  kind: SourceKind;
  answer: SurgeAnswer;
  /** Days of the range, ascending; empty where there is no surge or its baseline refuses a band. */
  band: BandDay[];
  /** Those inside the range. */
  marks: SurgeMark[];
}

/** What of the catalog and the language a picture of surges needs. */
export interface LayerContext {
  range: Extent;
  metric: Metric;
  kindOf: (source: string) => SourceKind;
  words?: SurgeWords;
  format?: Format;
}

/**
 * The expected band and the marks of some series over a range, in the metric's unit and without pixels.
 *
 * @param answerOf the surge of all days of a series, not of the range alone; `undefined` where it is not read yet
 * @example
 * surgeLayer([rednote], () => surgeOf(rednote, users), { range, metric: users, kindOf: () => "observed" })[0].marks
 * // [{ figure: "onset", day: 20100, value: 410000, text: "Onset 12 Jan", sentence: "Onset: 12 Jan 2025. First day of ..." }, ...]
 */
export function surgeLayer(
  series: readonly DailySeries[],
  answerOf: (series: DailySeries) => SurgeAnswer | undefined,
  context: LayerContext,
): SurgeOfSeries[] {
  return series.flatMap((one): SurgeOfSeries[] => {
    const answer = answerOf(one);
    if (!answer || one.days.length === 0) return [];
    const kind = context.kindOf(one.source);
    const drawn = answer.found ? { band: bandOf(one, answer, context.range), marks: marksOf(one, answer, kind, context) } : NOTHING;
    return [{ id: seriesId(one), kind, answer, ...drawn }];
  });
}

/** The values that a picture must have room for, by series: the edges of the bands. */
export function valuesOf(layer: readonly SurgeOfSeries[]): Map<string, number[]> {
  return new Map(layer.map(({ id, band }) => [id, band.flatMap(({ low, high }) => [low, high])]));
}

const NOTHING = { band: [], marks: [] };

function bandOf({ days }: DailySeries, { baseline }: Surge, range: Extent): BandDay[] {
  if (bandRefused(baseline)) return [];
  const band: BandDay[] = [];
  const [from, to] = [Math.max(range.from, days[0] as number), Math.min(range.to, days.at(-1) as number)];
  for (let day = from; day <= to; day++) {
    const { low, high } = expectedOn(baseline, day);
    band.push({ day, low, high });
  }
  return band;
}

function marksOf(series: DailySeries, surge: Surge, kind: SourceKind, context: LayerContext): SurgeMark[] {
  const { range, metric, words = SURGE.english, format = ENGLISH_FORMAT } = context;
  const { onset, peak, decay } = surge;
  const inside = (day: number) => day >= range.from && day <= range.to;
  const mark = (figure: SurgeMark["figure"], short: string, place: Pick<SurgeMark, "day" | "value" | "until">): SurgeMark => {
    const { label, text, note, method } = surgeRow(surge, figure, { metric, kind, words, format });
    const about = kind === "modelled" && figure === "peak" ? `≈ ${text}` : text;
    const value = note === "" ? about : words.ranged(about, note);
    return { figure, ...place, text: `${label} ${short}`, sentence: words.said(kind, words.marked(label, value, method)) };
  };
  const marks: SurgeMark[] = [];
  // On the line, which has the weekdays that the analysis takes out.
  const valueOn = (day: DayNumber) => series.values[series.days.indexOf(day)] as number;
  if (inside(onset)) marks.push(mark("onset", format.shortDay(onset), { day: onset, value: valueOn(onset) }));
  if (inside(peak.day)) marks.push(mark("peak", format.times(surge.multiple), { day: peak.day, value: valueOn(peak.day) }));
  if (decay && inside(peak.day)) {
    const { days } = decay.halfLife;
    const value = decay.plateau + (peak.value - decay.plateau) / 2;
    const short = words.days(format.fullNumber(Math.round(days * 10) / 10));
    if (inside(peak.day + days)) marks.push(mark("half_life", short, { day: peak.day, value, until: peak.day + days }));
  }
  return marks;
}
