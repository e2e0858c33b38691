import { OWN_ONSET, type Zero, zerosOf } from "../analysis/align.ts";
import { INDEX_BASE } from "../analysis/measure.ts";
import { type DayNumber, numberOf } from "../model/day.ts";
import { alignedLines } from "./aligned-lines.ts";
import type { TimeTick } from "./axis.ts";
import { comparedLines } from "./compared-lines.ts";
import { drawnView } from "./drawn-view.ts";
import type { Format } from "./format.ts";
import type { Line, Point, Speech } from "./lines.ts";
import { measureText, tickText } from "./measure-text.ts";
import { type Before, type LeftOut, MEASURE, type MeasureWords } from "./measure-words.ts";
import { type MeasuredLines, measuredLines, onScale } from "./measured-lines.ts";
import { measuredMarks } from "./measured-marks.ts";
import { type MeasuredSaid, measuredHeadline, secondSaid } from "./measured-sentence.ts";
import { chartModel, marksOf, metricOf, withSpeech } from "./model.ts";
import { nameOf } from "./names.ts";
import type { ChartInput, ChartModel, SpokenInput } from "./picture.ts";
import type { Reshaped } from "./reshaped.ts";
import type { DayWording } from "./wording.ts";

/** What a picture of another measure, of lines from day 0 or of two periods is made of. */
export interface MeasuredInput extends ChartInput {
  /** Day 0 of each series, where it is at hand: to find an onset takes longer than to draw it. */
  zeros?: ReadonlyMap<string, Zero> | null;
  measureWords?: MeasureWords;
}

/** Names of lines that one sentence gives. */
const MOST_NAMES = 4;
const STEPS = [1, 2, 7, 14, 28, 56, 91, 182, 364, 728, 1820];

/**
 * A picture in the measure that its view asks for, with lines from day 0 or a second period behind them. What it cannot
 * draw so is left out and named, and every step back (a linear scale, days instead of weeks) is said.
 *
 * @throws RangeError where the catalog lacks the view's metric
 */
export function measuredModel(asked: MeasuredInput): ChartModel {
  const input = withSpeech(asked);
  const { measureWords: words = MEASURE.english, zeros: found } = asked;
  const { format } = input.speech;
  const metric = metricOf(input);
  const { view, unit, remarks, notice } = drawnView(input.view, metric, input.events, words);
  const at: SpokenInput = { ...input, view, table: view.interval === input.view.interval ? input.table : input.daily };
  const base = view.base === "" ? null : numberOf(view.base);
  const measured = measuredLines(at, at.range, unit, base);
  const zeros = view.align === "" ? null : (found ?? zerosOf(view, at.series, metric, at.events));
  const aligned = zeros && alignedLines(measured.lines, zeros, at.table);
  const event = at.events.find((known) => known.slug === view.align);
  const days = aligned && dayWording(day0Of(), view.align === OWN_ONSET, words);
  const text = ({ value, published, rough }: Pick<Point, "value" | "published" | "rough">) =>
    rough
      ? words.about(measureText(value, unit, format, 2))
      : measureText(value, unit, format, unit === "value" && published ? 9 : undefined);
  const said: MeasuredSaid = { unit, metric, catalog: at.catalog, words, speech: at.speech, value: text, day: format.dayWithYear };
  const compared =
    view.compare === "" ? null : comparedLines(at, unit, base, measured.lines, (period) => format.rangeText(period.from, period.to));
  const numbers = [...(aligned?.lines ?? measured.lines), ...(compared?.lines ?? [])];
  const lines = (aligned?.lines ?? measured.lines).map((line) => onScale(line, view.scale));
  const marks = measuredMarks(marksOf(at, measured.lines), lines, {
    unit,
    bases: measured.bases,
    zeros: aligned?.zeros ?? null,
    words,
    input: at,
    format,
  });
  const left = [...leftOut(measured, words, at), ...(aligned ? without(aligned.without, words, at) : [])];
  const reshaped: Reshaped = {
    unit,
    table: aligned?.table ?? at.table,
    range: aligned?.range ?? at.range,
    lines,
    compared: compared?.lines.map((line) => onScale(line, view.scale)) ?? [],
    numbers,
    marks: marks.drawn,
    shift: aligned === null ? 0 : (oneOf([...aligned.zeros.values()]) ?? null),
    title: titleOf(),
    brief: briefOf(),
    wording: {
      value: (point, kind, form) => {
        if (kind !== "modelled" || point.published)
          return unit === "value" && form === "full" && kind !== "illustrative"
            ? format.fullNumber(Math.round(point.value * 10) / 10)
            : text(point);
        const two = measureText(point.value, unit, format, 2);
        return form === "label" ? words.about(two) : `≈ ${two}`;
      },
      remarks: (point, kind) => [
        ...(point.was === undefined ? [] : [words.was(wasText(point.was, kind === "modelled" && !point.published, format))]),
        ...(point.date === undefined ? [] : [format.dayWithWeekday(point.date)]),
      ],
      tick: (one) => tickText(one, unit, format),
      days,
    },
    headline: unit === "value" ? null : measuredHeadline(lines, said),
    more: compared ? secondSaid(compared.lines, said) : [],
    remarks: [...remarks, ...basesSaid(), ...day0Said(), ...secondRemarks(), ...left, ...missed(measured, words)],
    notice,
    empty: lines.length === 0 && left.length > 0 ? left.join(" ") : null,
    instead: words.instead,
    figuresNote: unit === "percent" || unit === "places" ? (marks.left > 0 ? words.figures.change : null) : noteOf(),
    has: {
      fields: aligned === null,
      bracket: aligned === null && (unit === "value" || unit === "per100k"),
      growth: unit !== "percent" && unit !== "places",
    },
    level: unit === "index" ? INDEX_BASE : unit === "percent" || unit === "places" ? 0 : null,
    base: unit === "index" && aligned === null ? baseShown(measured, base) : null,
  };
  return chartModel(at, reshaped);

  function titleOf(): string {
    if (unit === "index") return words.index(metric.name, baseText());
    if (unit === "per100k") return words.per100k(metric.name);
    if (unit === "value") return metric.name;
    return words.change(metric.name, beforeOf(), unit === "places");
  }

  function briefOf(): string {
    if (unit === "value") return metric.name;
    if (unit === "index" || unit === "per100k") return words.brief[unit](metric.name);
    return words.brief.change(metric.name, unit === "places");
  }

  function baseText(): string {
    const day = base ?? oneOf([...measured.bases.values()].map((one) => one.day));
    if (day === undefined) return words.base.own;
    if (view.interval === "month") return words.base.month(format.monthName(day));
    return words.base[view.interval](format.dayWithYear(day));
  }

  function beforeOf(): Before {
    if (view.interval !== "day") return view.interval;
    return view.measure === "weekchange" ? "weekday" : "day";
  }

  function day0Of(): string {
    return event ? words.day0.event(event.title, format.dayWithYear(numberOf(event.date))) : words.day0.onset;
  }

  function day0Said(): string[] {
    if (!aligned) return [];
    if (event) return [sentence(day0Of(), at.speech)];
    const named = daysOf(
      aligned.lines,
      (line) => aligned.zeros.get(line.id),
      (line) => line.kind === "modelled",
    );
    return [sentence(named === "" ? day0Of() : at.speech.words.named(day0Of(), named), at.speech)];
  }

  /** Which line has its base on which day, where they differ. */
  function basesSaid(): string[] {
    if (
      unit !== "index" ||
      base !== null ||
      measured.bases.size === 0 ||
      oneOf([...measured.bases.values()].map(({ day }) => day)) !== undefined
    )
      return [];
    return [words.bases(daysOf(measured.lines, (line) => measured.bases.get(line.id)?.day))];
  }

  function daysOf(all: readonly Line[], dayOf: (line: Line) => number | undefined, ofModel = (_: Line) => false): string {
    const named = all.slice(0, MOST_NAMES).map((line) => {
      const day = format.dayWithYear(dayOf(line) ?? 0);
      return words.dayOfLine(fullName(line, at), ofModel(line) ? `${day} (${words.ofModel})` : day);
    });
    return [...named, ...(all.length > named.length ? [words.more(all.length - named.length)] : [])].join("; ");
  }

  function secondRemarks(): string[] {
    if (view.compare === "") return [];
    if (!compared) return [words.second.same];
    const { period } = compared;
    if (compared.lines.length === 0) return [words.second.none];
    const moved =
      period.moved === null ? [] : [words.second.moved(format.dayWithWeekday(period.from), format.dayWithWeekday(period.moved))];
    return [words.second.behind(format.rangeText(period.from, period.to)), ...moved];
  }

  function noteOf(): string | null {
    if (marks.left === 0) return null;
    return unit === "index" ? words.figures.index(marks.left) : words.figures.aligned(marks.left);
  }
}

/** The value that a measured one was made of; of a line that rests on a model two digits. */
function wasText(value: number, about: boolean, format: Format): string {
  return about ? `≈ ${format.twoDigits(value)}` : format.compact(value);
}

/** Day 0 as Chinese writes it; other days are a number in each language. */
const WIDEST_ZERO = "第 0 天";

/** Ticks of an axis of days from day 0: day 0 itself, then whole weeks where there is no room for days. */
export function dayTicks(from: number, to: number, most: number, text: (day: number) => string): TimeTick[] {
  const step = STEPS.find((days) => (to - from) / days <= most) ?? (STEPS.at(-1) as number);
  const ticks: TimeTick[] = [];
  for (let day = Math.ceil(from / step) * step; day <= to; day += step) {
    const named = text(day);
    ticks.push(day === 0 ? { day: 0, text: named, room: WIDEST_ZERO } : { day, text: named, room: named });
  }
  return ticks;
}

function dayWording(zero: string, onset: boolean, words: MeasureWords): DayWording {
  return {
    ticks: (from, to, most) => dayTicks(from, to, most, words.day),
    on: words.onDay,
    short: words.day,
    zero,
    title: (day) => words.dayOf(day, onset),
  };
}

/** What is left out of a measure, a sentence for each reason. */
function leftOut({ refused }: MeasuredLines, words: MeasureWords, input: SpokenInput): string[] {
  const reasons = [...new Set(refused.map(({ why }) => why))];
  return reasons.map((why) =>
    names(
      why,
      refused.filter((one) => one.why === why).map((one) => one.line),
      words,
      input,
    ),
  );
}

function without(lines: readonly { line: Line; rank: boolean }[], words: MeasureWords, input: SpokenInput): string[] {
  return ([false, true] as const).flatMap((rank) => {
    const own = lines.filter((one) => one.rank === rank).map((one) => one.line);
    return own.length === 0 ? [] : [names(rank ? "rank" : "onset", own, words, input)];
  });
}

function names(why: LeftOut, lines: readonly Line[], words: MeasureWords, input: SpokenInput): string {
  const all = [...new Set(lines.map((line) => fullName(line, input)))];
  const shown = all.length > MOST_NAMES ? [...all.slice(0, MOST_NAMES - 1), words.more(all.length - MOST_NAMES + 1)] : all;
  return words.leftOut(why, words.list(shown));
}

function missed({ fromZero, partial }: MeasuredLines, words: MeasureWords): string[] {
  return [...(fromZero > 0 ? [words.fromZero(fromZero)] : []), ...(partial ? [words.allCountries] : [])];
}

/** A line among those of all panels. */
function fullName(line: Line, { catalog }: ChartInput): string {
  const platform = nameOf(catalog.platforms, line.platform);
  return line.label.startsWith(platform) ? line.label : `${platform} ${line.label}`;
}

/** The one value that some are; `undefined` where they differ, or there is none. */
function oneOf<Value>(values: readonly Value[]): Value | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

function baseShown(measured: MeasuredLines, chosen: DayNumber | null): Reshaped["base"] {
  const first = [...measured.bases.values()][0];
  const day = chosen ?? first?.day;
  return day === undefined ? null : { day, chosen: chosen !== null };
}

function sentence(text: string, { words }: Speech): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[。.]$/.test(text) ? "" : words.stop.trim()}`;
}
