import type { Day, DayNumber, Interval } from "./day.ts";
import type { SourceKind } from "./source.ts";

/** What tells one series from another. */
export interface SeriesKey {
  platform: string;
  country: string;
  metric: string;
  topic: string;
  source: string;
}

/** The reported days of one series, ascending; a day that is missing here is a gap. */
export interface DailySeries extends SeriesKey {
  days: DayNumber[];
  /** As long as `days`; in the metric's unit. */
  values: number[];
}

/** Which series to read. Lists are exact: an empty list finds nothing. */
export interface SeriesQuery {
  metric: string;
  platforms: string[];
  countries: string[];
  topics: string[];
  sources: string[];
  /** Both included; absent means without bound. */
  from?: DayNumber;
  to?: DayNumber;
}

/** One series over shared dates. */
export interface SeriesColumn {
  platform: string;
  /** A country; or the summed countries joined by `+`, in the order of the view. */
  country: string;
  topic: string;
  source: string;
  kind: SourceKind;
  /** One value a date, `null` where nothing was reported. */
  values: (number | null)[];
  /** Week and month only: how many days of each bucket were reported. */
  days?: number[];
  /** Sums only: how many of the chosen countries reported, a date each. */
  reported?: number[];
}

/** Columns, not rows: what `GET /api/v1/series` answers and `chartModel` takes. */
export interface SeriesTable {
  vintage: number;
  metric: string;
  unit: string;
  interval: Interval;
  /** Without holes, from the first to the last bucket of the range. */
  dates: Day[];
  series: SeriesColumn[];
}

/** One string for a series, equal when the series is. @example "rednote/US/all/model-press" */
export function seriesId(series: Omit<SeriesKey, "metric">): string {
  return `${series.platform}/${series.country}/${series.topic}/${series.source}`;
}
