import type { Interval } from "../../data/model/day.ts";
import type { EstimateKind } from "../../data/model/figure.ts";
import type { OverTime } from "../../data/model/metric.ts";
import type { SourceKind } from "../../data/model/source.ts";
import type { Area } from "../app/language.ts";

/** Words of the tables under a chart. */
export interface TablesWords {
  badge: Record<SourceKind | EstimateKind, string>;
  series: {
    title: string;
    none: string;
    head: { series: string; source: string; first: Record<Interval, string>; peak: string; last: Record<Interval, string> };
    places: string;
    growth: string;
    /** The least of some changes. */
    lowest: string;
    noBaseline: string;
    count: (interval: Interval, of: string) => string;
    filter: string;
    filtered: (shown: number, all: number) => string;
    counts: (metric: string, unit: string) => string;
    bucket: (interval: "week" | "month", rule: OverTime) => string;
    stop: string;
    about: string;
    illustrative: string;
  };
  figures: {
    title: string;
    count: (count: number) => string;
    head: { days: (year: number | null) => string; figure: string; platform: string; said: string; here: string };
    note: string;
    noteOn: (figure: string, said: string) => string;
    published: (day: string) => string;
    state: Record<"untraceable" | "fixes" | "total" | "other" | "listed" | "off" | "shown", string>;
    rank: (rank: number) => string;
    /** A rank that is given as a bound, which is among what it means. */
    orBetter: (rank: number) => string;
    qualified: Record<"about" | "under" | "over", (value: string) => string>;
    unit: Record<"minutes" | "hours", string>;
  };
  events: { title: string; none: string; lead: (place: string) => string; mark: string };
}

export const TABLES: Area<TablesWords> = {
  name: "tables",
  english: {
    badge: {
      observed: "observed",
      estimate: "estimate",
      modelled: "modelled",
      illustrative: "illustrative",
      official: "official",
      reported_by_sources: "reported",
      untraceable: "untraceable",
    },
    series: {
      title: "The same in numbers",
      none: "No series in this view.",
      head: {
        series: "Series",
        source: "Source",
        first: { day: "First day", week: "First week", month: "First month" },
        peak: "Peak",
        last: { day: "Last day", week: "Last week", month: "Last month" },
      },
      places: "Places gained",
      growth: "Peak ÷ first",
      lowest: "Lowest",
      noBaseline: "no baseline",
      count: (interval, of) => `${{ day: "Days", week: "Weeks", month: "Months" }[interval]} of ${of}`,
      filter: "Filter the series",
      filtered: (shown, all) => `${shown} of ${all} series`,
      counts: (metric, unit) => (metric.toLowerCase().includes(unit) ? metric : `${metric}, in ${unit}`),
      bucket: (interval, rule) =>
        `: a ${interval} is ${{ sum: "the sum of", mean: "the mean of", last: "the last of", min: "the best of" }[rule]} its reported days`,
      stop: ".",
      about: " ≈ stands before what is modelled on that day.",
      illustrative: " Illustrative rows are made up.",
    },
    figures: {
      title: "Published figures in this view",
      count: (count) => {
        if (count === 0) return "None is known.";
        return count === 1 ? "One, as it was published." : `${count}, each as it was published. Where they conflict, both stay.`;
      },
      head: {
        days: (year) => (year === null ? "Days" : `Days, ${year}`),
        figure: "Figure",
        platform: "Platform",
        said: "Said by",
        here: "Here",
      },
      note: "note",
      noteOn: (figure, said) => ` on ${figure}, ${said}`,
      published: (day) => ` Published on ${day}.`,
      state: {
        untraceable: "untraceable, enters no model",
        fixes: "fixes the line",
        total: "a total, not drawn",
        other: "another measure, not drawn",
        listed: "shown in the list only",
        off: "fixes a line that is off",
        shown: "shown, not modelled",
      },
      rank: (rank) => `No. ${rank}`,
      orBetter: (rank) => `No. ${rank} or better`,
      qualified: { about: (value) => `about ${value}`, under: (value) => `under ${value}`, over: (value) => `over ${value}` },
      unit: { minutes: "minutes", hours: "hours" },
    },
    events: {
      title: "Events in this period",
      none: "None is known.",
      lead: (place) => `${place === "" ? "" : `${place}. `}Dates as the sources give them.`,
      mark: "Mark ",
    },
  },
};
