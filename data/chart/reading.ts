import { nextBucket, numberOf } from "../model/day.ts";
import type { SeriesTable } from "../model/series.ts";
import type { SourceKind } from "../model/source.ts";
import type { FigureMark } from "./marks.ts";
import { nameOf } from "./names.ts";
import type { ColorName, Stroke } from "./palette.ts";
import type { ChartModel, EventMark } from "./picture.ts";

/** One value of one line on one day, in words. */
export interface ReadingRow {
  key: string;
  label: string;
  kind: SourceKind;
  stroke: Stroke;
  /** `3,400,000` where published or observed, `≈ 920k` where modelled, `1.23M` where made up. */
  text: string;
  /** Weeks and months: `5 of 7 days`; sums: `2 of 3 countries`. */
  remark: string;
  value: number;
}

/** A figure of that day. */
export interface ReadingFigure {
  key: string;
  said: string;
  text: string;
  mark: FigureMark;
}

export interface ReadingGroup {
  title: string;
  color: ColorName | null;
  rows: ReadingRow[];
  figures: ReadingFigure[];
  /** Where there is neither: why. */
  nothing: string | null;
}

/** All that the chart knows of one day, week or month. */
export interface Reading {
  /** Where the cross hair stands. */
  day: number;
  title: string;
  groups: ReadingGroup[];
  events: EventMark[];
}

/**
 * Reads the chart at one of its dates.
 *
 * @param index of the date in the table
 * @returns `null` where the table has no such date
 */
export function readingAt(
  model: ChartModel,
  table: SeriesTable,
  index: number,
  platforms: readonly { id: string; name: string }[],
): Reading | null {
  const date = table.dates[index];
  if (date === undefined) return null;
  const { words, format, wording } = model.speech;
  const start = numberOf(date);
  const day = Math.max(model.range.from, start);
  const last = Math.min(model.range.to, nextBucket(start, table.interval) - 1);
  const by = model.view.interval;
  const title = wording?.days
    ? wording.days.title(day)
    : by === "day"
      ? format.dayWithWeekday(day)
      : words.bucket(by, format.rangeText(day, last));
  const events = model.events.filter((mark) => mark.from <= last && mark.to >= day);
  const ids = [
    ...new Set(model.panels.flatMap((panel) => (panel.platform === null ? panel.lines.map((line) => line.platform) : [panel.platform]))),
  ];
  const groups = ids.map((platform): ReadingGroup => {
    const lines = model.panels.flatMap((panel) => [...panel.lines, ...panel.compared]).filter((line) => line.platform === platform);
    const rows = lines.flatMap((line): ReadingRow[] => {
      const point = line.points.find((one) => one.day === day);
      if (!point) return [];
      const exact = point.published || line.kind === "observed" || line.kind === "estimate";
      const reported = line.countriesReported?.[index];
      const remark = [
        point.reported < point.of ? words.daysOf(point.reported, point.of) : "",
        reported === undefined ? "" : words.countriesOf(reported, line.country.split("+").length),
        ...(wording?.remarks(point, line.kind) ?? []),
      ];
      return [
        {
          key: line.id,
          label: line.label,
          kind: line.kind,
          stroke: line.stroke,
          text: wording
            ? wording.value(point, line.kind, "full")
            : exact
              ? format.fullNumber(Math.round(point.value * 10) / 10)
              : line.kind === "illustrative"
                ? format.threeDigits(point.value)
                : `≈ ${format.twoDigits(point.value)}`,
          remark: remark.filter(Boolean).join(words.comma),
          value: point.value,
        },
      ];
    });
    const figures = model.panels
      .flatMap((panel) => panel.figures)
      .filter((mark) => mark.figure.platform === platform && mark.from <= last && mark.to >= day)
      .map((mark) => ({ key: mark.figure.id, said: words.said(mark.figure), text: mark.text, mark }));
    const stroke = lines.length === 1 || new Set(lines.map((line) => line.stroke.color)).size === 1 ? lines[0]?.stroke.color : undefined;
    return {
      title: nameOf(platforms, platform),
      color: stroke ?? null,
      rows: rows.sort((a, b) => b.value - a.value),
      figures,
      nothing: rows.length + figures.length === 0 ? words.nothingHere(lines.every((line) => line.kind === "modelled")) : null,
    };
  });
  return { day, title, groups, events };
}

/** A reading as one sentence, for those who hear it. */
export function spokenReading(reading: Reading, { words }: Pick<ChartModel["speech"], "words">): string {
  const groups = reading.groups.map((group) => {
    const parts = [
      ...group.rows.map((row) => [row.label, words.kind[row.kind], `${row.text}${row.remark ? ` (${row.remark})` : ""}`].join(words.comma)),
      ...group.figures.map((figure) => words.named(figure.said, figure.text)),
    ];
    return words.named(group.title, group.nothing ?? parts.join("; "));
  });
  const events = reading.events.map((mark) => words.event(mark.event.title));
  return [reading.title, ...groups, ...events].map((part) => part.replace(/[.。]$/, "")).join(words.stop);
}
