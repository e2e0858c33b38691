import type { Area } from "../../app/language.ts";

/** Words of the surge card on the growth page; what is said of a surge itself is in `data/chart/surge-words.ts`. */
export interface SurgeCardWords {
  /** All days were analysed, not only those that the chart shows. */
  allDays: (range: string) => string;
  /** The same of a sum that the chart shows on days on which some countries are missing, too. */
  wholeDays: (range: string) => string;
  method: string;
  /** What stands on the chart. */
  marks: string;
  onset: string;
  peak: string;
  halfLife: string;
  /** Why band and marks are not on the chart. */
  onlyDays: string;
  onlyValues: string;
  tooMany: (most: number) => string;
  showDays: string;
  more: (count: number) => string;
  allSeries: string;
  figure: string;
  explained: string;
  reading: string;
  nothing: string;
}

export const SURGE_CARD: Area<SurgeCardWords> = {
  name: "surge-card",
  english: {
    allDays: (range) => `Found in all days of each series, ${range}, whatever the chart shows.`,
    wholeDays: (range) => `Found in the days on which all of the countries reported, ${range}.`,
    method: "How it is found",
    marks: "Marks of the surge",
    onset: "onset",
    peak: "peak",
    halfLife: "half-life, from the peak",
    onlyDays: "Band and marks are those of single days: they are drawn by day.",
    onlyValues: "Band and marks are those of values on calendar days: they are drawn there alone.",
    tooMany: (most) => `A panel marks its first ${most} surges; here are all of them.`,
    showDays: "Show days",
    more: (count) => `And ${count} more series:`,
    allSeries: "all surges in a table",
    figure: "Figure",
    explained: "How each figure is found",
    reading: "Reading the series.",
    nothing: "No series in this view.",
  },
};
