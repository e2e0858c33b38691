import type { View } from "../../data/model/view.ts";
import type { Area } from "../app/language.ts";

/** Words of the filter bar and of what stands beside it from the first. */
export interface ControlsWords {
  filters: string;
  filter: Record<"metric" | "platforms" | "countries" | "topics" | "sources" | "dates", string>;
  interval: string;
  intervals: readonly (readonly ["day" | "week" | "month", string])[];
  scale: string;
  scales: readonly (readonly ["log" | "linear", string])[];
  layout: string;
  layouts: readonly (readonly [View["layout"], string])[];
  surge: string;
  /** A metric in the one line of a narrow page. */
  brief: (metric: string) => string;
  nothing: string;
  noDays: string;
  noData: string;
  countries: (count: number) => string;
  topics: (count: number) => string;
  dates: (count: string, one: boolean, range: "all" | "last" | "days") => string;
  close: string;
  show: string;
  reset: string;
  done: string;
  dismiss: string;
  meant: (hint: string) => string;
  presets: string;
  preset: { week: string; month: string; law: string; last: string; all: string };
  since: (day: string) => string;
  ofData: string;
  noSeries: string;
  sources: (count: number) => string;
  kinds: (counts: readonly (readonly [kind: "observed" | "estimate" | "modelled" | "illustrative", count: number])[]) => string;
  withFigures: (lines: string) => string;
  more: (shown: string, count: number) => string;
}

export const CONTROLS: Area<ControlsWords> = {
  name: "controls",
  english: {
    filters: "Filters",
    filter: { metric: "Metric", platforms: "Platforms", countries: "Countries", topics: "Topics", sources: "Sources", dates: "Dates" },
    interval: "Interval",
    intervals: [
      ["day", "Day"],
      ["week", "Week"],
      ["month", "Month"],
    ],
    scale: "Scale",
    scales: [
      ["log", "Log"],
      ["linear", "Linear"],
    ],
    layout: "Layout",
    layouts: [
      ["panels", "Panels"],
      ["overlay", "Overlay"],
      ["countries", "Countries"],
    ],
    surge: "Surge",
    brief: (metric) => metric.replace(" active", ""),
    nothing: "None",
    noDays: "no days",
    noData: "no data",
    countries: (count) => `${count} countries`,
    topics: (count) => `${count} topics`,
    dates: (count, one, range) => `Dates, ${range === "days" ? "" : `${range} `}${count} day${one ? "" : "s"}`,
    close: "Close filters",
    show: "Show the chart",
    reset: "Reset",
    done: "Done",
    dismiss: "Dismiss",
    meant: (hint) => ` Did you mean ${hint}?`,
    presets: "Date presets",
    preset: { week: "Surge week", month: "Month around", law: "Since the law", last: "Last 28 days", all: "All" },
    since: (day) => `from ${day}`,
    ofData: "of data",
    noSeries: "No series",
    sources: (count) => `${count} sources`,
    kinds: (counts) => counts.map(([kind, count]) => `${count} ${kind}`).join(", "),
    withFigures: (lines) => `${lines}, figures`,
    more: (shown, count) => `${shown} and ${count} more`,
  },
};
