import type { Area } from "../app/language.ts";
import type { Reach } from "./reach.ts";

/** Words of what the cells of the filter bar open: lists, dates, the calendar. */
export interface PanelWords {
  lists: { metrics: string; platforms: string; countries: string; topics: string; sources: string };
  search: string;
  searchIn: (list: string) => string;
  only: string;
  notFound: (text: string) => string;
  stays: (name: string) => string;
  reach: Record<Reach, string>;
  withReach: (unit: string, reach: string) => string;
  madeUp: string;
  /** The first clause of how a source is made. */
  clause: (method: string) => string;
  noDataHere: (text: string) => string;
  sum: string;
  partial: string;
  partialDetail: string;
  figures: string;
  figuresDetail: string;
  noCalendar: string;
  figureOf: (platform: string) => string;
  event: string;
  firstDay: (day: string) => string;
  inRange: string;
  list: (parts: readonly string[]) => string;
  noDay: (text: string) => string;
  reversed: (from: string, to: string) => string;
  tooLong: (days: string) => string;
  from: string;
  to: string;
  count: (days: string, one: boolean) => string;
  calendar: { next: string; previous: string; nav: string };
}

export const PANEL: Area<PanelWords> = {
  name: "panel",
  english: {
    lists: { metrics: "Metrics", platforms: "Platforms", countries: "Countries", topics: "Topics", sources: "Sources" },
    search: "Search",
    searchIn: (list) => `Search ${list.toLowerCase()}`,
    only: "only",
    notFound: (text) => `Nothing is called “${text}”.`,
    stays: (name) => `${name} stays: nothing else is chosen.`,
    reach: {
      lines: "",
      figures: "published figures only",
      off: "only in sources that are off",
      elsewhere: "no data here",
      none: "no data for this metric",
    },
    withReach: (unit, reach) => `${unit}, ${reach}`,
    madeUp: "made up to show the feature",
    clause: (method) => /^[^.;:]*/.exec(method)?.[0] ?? method,
    noDataHere: (text) => `${text}; no data here`,
    sum: "Add them up (one line)",
    partial: "also on days when some are missing",
    partialDetail: "The line says how many reported.",
    figures: "Published figures",
    figuresDetail: "dots and bars: the numbers as they were published",
    noCalendar: "The calendar could not be loaded. Type the days above, or close and open this again.",
    figureOf: (platform) => `${platform} figure`,
    event: "event",
    firstDay: (day) => `First day: ${day}. Choose the last.`,
    inRange: "in the range",
    list: (parts) => parts.join(", "),
    noDay: (text) => `“${text}” is no day from 1970 to 2199. Type 13 Jan 2025, 13/1/2025 or 2025-01-13.`,
    reversed: (from, to) => `${from} is after ${to}. Change one of the two.`,
    tooLong: (days) => `A range has at most ${days} days.`,
    from: "From",
    to: "to",
    count: (days, one) => (one ? "1 day" : `${days} days, both ends included`),
    calendar: { next: "Go to the Next Month", previous: "Go to the Previous Month", nav: "Months" },
  },
};
