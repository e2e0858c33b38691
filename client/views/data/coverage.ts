import { bucketStart, type DayNumber, nextBucket } from "../../../data/model/day.ts";
import type { DailySeries } from "../../../data/model/series.ts";
import { dayWithWeekday, monthName, shortRange } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";
import { DATA } from "./words.ts";

/** A value that a batch replaced or withdrew. */
export interface Revision {
  day: DayNumber;
  batch: number;
  retracted: boolean;
}

/** Which days of some series are there. */
export interface Coverage {
  from: DayNumber;
  to: DayNumber;
  /** How many series there are. */
  of: number;
  /** How many of them have a value, a day each from `from` on. */
  reported: number[];
  /** What was revised, by day; `null` where it is not known. */
  revisions: Map<DayNumber, Revision[]> | null;
}

/** How much of a day is there, in quarters: 0 is nothing and 4 is all of it; what is between has 1 to 3. */
export type Level = 0 | 1 | 2 | 3 | 4;

/** One month of a calendar. */
export interface Month {
  first: DayNumber;
  days: CalendarDay[];
}

/** One day in its place: weeks are rows and begin on Monday. */
export interface CalendarDay {
  day: DayNumber;
  /** 0 for Monday. */
  column: number;
  /** 0 for the first week of the month that has a day in the range. */
  row: number;
  level: Level;
  revised: boolean;
}

/** One month in numbers. */
export interface MonthRow {
  month: string;
  days: number;
  /** Days on which all series have a value, some, or none. */
  whole: number;
  part: number;
  missing: number;
  /** The missing days in words. @example "3–5 Jan, 9 Jan" */
  missingText: string;
  /** `null` where it is not known. */
  revised: number | null;
}

/** Counts, for each day of a range, the series that have it. */
export function coverageOf(
  series: readonly DailySeries[],
  { from, to }: { from: DayNumber; to: DayNumber },
  revisions: readonly Revision[] | null,
): Coverage {
  const reported = Array.from({ length: Math.max(0, to - from + 1) }, () => 0);
  for (const { days } of series)
    for (const day of days) if (day >= from && day <= to) reported[day - from] = (reported[day - from] ?? 0) + 1;
  const byDay = new Map<DayNumber, Revision[]>();
  for (const revision of revisions ?? []) byDay.set(revision.day, [...(byDay.get(revision.day) ?? []), revision]);
  return { from, to, of: series.length, reported, revisions: revisions && byDay };
}

/** @example levelOf(5, 10) // 2; levelOf(0, 10) // 0; levelOf(1, 1) // 4 */
export function levelOf(reported: number, of: number): Level {
  if (reported <= 0 || of <= 0) return 0;
  if (reported >= of) return 4;
  return Math.min(3, Math.ceil((reported / of) * 4)) as Level;
}

/** The months of a coverage, each day in its week. Weeks begin on Monday. */
export function calendarOf(coverage: Coverage): Month[] {
  const months: Month[] = [];
  for (let first = bucketStart(coverage.from, "month"); first <= coverage.to; first = nextBucket(first, "month")) {
    const days: CalendarDay[] = [];
    const [start, end] = [Math.max(first, coverage.from), Math.min(nextBucket(first, "month") - 1, coverage.to)];
    const firstWeek = bucketStart(start, "week");
    for (let day = start; day <= end; day++)
      days.push({
        day,
        column: (day - firstWeek) % 7,
        row: Math.floor((day - firstWeek) / 7),
        level: levelOf(reportedOn(coverage, day), coverage.of),
        revised: coverage.revisions?.has(day) ?? false,
      });
    months.push({ first, days });
  }
  return months;
}

/** The same in numbers, a row for each month. */
export function monthRows(coverage: Coverage): MonthRow[] {
  return calendarOf(coverage).map(({ first, days }) => {
    const missing = days.filter(({ level }) => level === 0).map(({ day }) => day);
    return {
      month: monthName(first),
      days: days.length,
      whole: days.filter(({ level }) => level === 4).length,
      part: days.filter(({ level }) => level > 0 && level < 4).length,
      missing: missing.length,
      missingText: runsText(missing),
      revised: coverage.revisions === null ? null : days.filter(({ revised }) => revised).length,
    };
  });
}

/** What a day is, for people who read it and who hear it. @example "Monday 13 January 2025: a value. Revised in batch 3." */
export function dayText(coverage: Coverage, day: DayNumber): string {
  const reported = reportedOn(coverage, day);
  const { coverage: words, gap } = wordsOf(DATA);
  const revisions = coverage.revisions?.get(day) ?? [];
  const [revised, withdrawn] = [batchesOf(revisions, false), batchesOf(revisions, true)];
  return [
    words.day(dayWithWeekday(day), coverage.of, reported),
    ...(revised.length > 0 ? [words.revisedIn(revised)] : []),
    ...(withdrawn.length > 0 ? [words.withdrawnIn(withdrawn)] : []),
  ].join(gap);
}

/** How many days of a coverage are all there, there in part, missing and revised. */
export function countDays(coverage: Coverage): { days: number; whole: number; part: number; missing: number; revised: number | null } {
  const rows = monthRows(coverage);
  const sum = (of: (row: MonthRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    days: sum((row) => row.days),
    whole: sum((row) => row.whole),
    part: sum((row) => row.part),
    missing: sum((row) => row.missing),
    revised: coverage.revisions === null ? null : sum((row) => row.revised ?? 0),
  };
}

function reportedOn({ from, reported }: Coverage, day: DayNumber): number {
  return reported[day - from] ?? 0;
}

function batchesOf(revisions: readonly Revision[], retracted: boolean): number[] {
  return [...new Set(revisions.filter((revision) => revision.retracted === retracted).map(({ batch }) => batch))].sort((a, b) => a - b);
}

function runsText(days: readonly DayNumber[]): string {
  const runs: { from: DayNumber; to: DayNumber }[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last?.to === day - 1) last.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs.map(({ from, to }) => shortRange(from, to)).join(wordsOf(DATA).comma);
}
