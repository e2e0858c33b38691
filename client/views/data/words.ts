import type { SourceKind } from "../../../data/model/source.ts";
import type { Area } from "../../app/language.ts";
import { plural } from "./plural.ts";

/** Words of the page of data: batches, coverage, sources. Those of a file on its way in are in `file-words.ts`. */
export interface DataWords {
  title: string;
  lead: string;
  noDay: string;
  /** What stands between names, and what parts sentences. */
  comma: string;
  gap: string;
  values: (sources: number, days: string) => string;
  batches: (count: number) => string;
  vintageOf: (vintage: number, count: number) => string;
  offline: (vintage: number | null) => string;
  failed: string;
  shows: (vintage: number) => string;
  batch: {
    title: string;
    about: string;
    none: string;
    head: {
      batch: string;
      received: string;
      way: string;
      sources: string;
      counts: readonly [string, string, string, string];
      more: string;
    };
    number: string;
    noValues: string;
    entries: (count: number) => string;
    receipt: string;
    of: (batch: number) => string;
    growth: (vintage: number) => string;
    utc: (day: string, time: string) => string;
    way: { http: (token: string) => string; file: (name: string) => string; command: (name: string) => string; shipped: string };
    nothing: string;
    brought: (values: number, sources: readonly string[], counts: string) => string;
    changed: (entries: number) => string;
  };
  /** Counts of values; `null` is none. */
  counts: { inserted: Counted; revised: Counted; unchanged: Counted; retracted: Counted };
  changes: {
    failed: string;
    looking: string;
    nothing: (metric: string) => string;
    of: (metric: string, counts: string) => string;
    more: (count: string) => string;
    series: (platform: string, place: string, source: string, kind: SourceKind) => string;
    first: (day: string, series: string, value: string) => string;
    became: (day: string, series: string, old: string, now: string) => string;
    withdrawn: (day: string, series: string, old: string) => string;
  };
  coverage: {
    title: string;
    about: string;
    none: string;
    failed: string;
    unknown: string;
    since: (batch: number) => string;
    metric: string;
    source: string;
    series: string;
    one: string;
    all: string;
    kind: (name: string, kind: SourceKind) => string;
    noSeries: string;
    sentence: (days: number, range: string, of: number, whole: number, part: number, missing: number) => string;
    revised: (days: number) => string;
    calendar: string;
    point: string;
    legend: { value: string; all: (of: number) => string; some: string; missing: string; revised: string };
    day: (day: string, of: number, reported: number) => string;
    revisedIn: (batches: readonly number[]) => string;
    withdrawnIn: (batches: readonly number[]) => string;
    table: string;
    byMonth: string;
    head: {
      month: string;
      days: string;
      value: string;
      all: (of: number) => string;
      some: string;
      missing: string;
      revised: string;
      list: string;
    };
    noDays: string;
  };
  sources: {
    title: string;
    about: string;
    none: string;
    head: { source: string; days: string; what: string; how: string; licence: string };
    noDays: string;
    noSeries: string;
    notStated: string;
    publisher: (name: string) => string;
    zone: (zone: string) => string;
    noZone: string;
    series: (count: number, exact: boolean) => string;
    platforms: (count: number) => string;
    countries: (count: number) => string;
    metrics: (count: number) => string;
    semicolon: string;
  };
}

type Counted = (count: string | null) => string;

export const DATA: Area<DataWords> = {
  name: "data",
  english: {
    title: "Data",
    lead: "What is stored, when it came and from whom.",
    noDay: "No day has a value yet.",
    comma: ", ",
    gap: " ",
    values: (sources, days) => `${plural(sources, "source")} with values from ${days}.`,
    batches: (count) => `${plural(count, "batch", "batches")}.`,
    vintageOf: (vintage, count) => `Vintage ${vintage} of ${count}.`,
    offline: (vintage) => `Offline. ${vintage === null ? "" : `You see vintage ${vintage}. `}Files can be sent again once you are back.`,
    failed: "Could not reach the data.",
    shows: (vintage) => ` The page shows vintage ${vintage}.`,
    batch: {
      title: "Batches",
      about: "One ingest each, all or nothing, newest first. Batch 7 makes vintage 7: what was known then can be read for ever.",
      none: "Nothing has come yet. The first file makes batch 1.",
      head: {
        batch: "Batch",
        received: "Received",
        way: "By way of",
        sources: "Sources",
        counts: ["New", "Revised", "Unchanged", "Withdrawn"],
        more: "More",
      },
      number: "Batch ",
      noValues: "no values",
      entries: (count) => `${plural(count, "entry", "entries")} of the reference`,
      receipt: "receipt",
      of: (batch) => ` of batch ${batch}`,
      growth: (vintage) => `growth at vintage ${vintage}`,
      utc: (day, time) => `${day}, ${time} UTC`,
      way: {
        http: (token) => `HTTP, token ${token}`,
        file: (name) => `File ${name}`,
        command: (name) => `Command: ${name}`,
        shipped: "Shipped with the program",
      },
      nothing: "It brought no values.",
      brought: (values, sources, counts) =>
        `${plural(values, "value")}${sources.length === 0 ? "" : ` of ${sources.join(", ")}`}: ${counts}.`,
      changed: (entries) => `${plural(entries, "entry", "entries")} of catalog, figures, events or claims changed.`,
    },
    counts: {
      inserted: (count) => `${count ?? "none"} new`,
      revised: (count) => `${count ?? "none"} revised`,
      unchanged: (count) => `${count ?? "none"} unchanged`,
      retracted: (count) => `${count ?? "none"} withdrawn`,
    },
    changes: {
      failed: "What changed could not be read.",
      looking: "Looking up what changed.",
      nothing: (metric) => `It changed nothing of ${metric.toLowerCase()} in the view you came from.`,
      of: (metric, counts) => `Of ${metric.toLowerCase()} in the view you came from: ${counts}.`,
      more: (count) => `and ${count} more`,
      series: (platform, place, source, kind) => `${platform}, ${place}, ${source} (${kind})`,
      first: (day, series, value) => `${day}, ${series}: ${value}, new`,
      became: (day, series, old, now) => `${day}, ${series}: ${old} became ${now}`,
      withdrawn: (day, series, old) => `${day}, ${series}: withdrawn, was ${old}`,
    },
    coverage: {
      title: "Coverage",
      about: "Which days have a value, which are missing, and which were revised after they first came.",
      none: "No series has a value yet, so there are no days to show.",
      failed: "Could not read these series.",
      unknown: "Which days were revised could not be read, so none is marked.",
      since: (batch) => `Revisions are marked from batch ${batch} on; older ones were not looked up.`,
      metric: "Metric",
      source: "Source",
      series: "Series",
      one: "The one there is",
      all: "All of them",
      kind: (name, kind) => `${name} (${kind})`,
      noSeries: "There is no such series: none of its days has a value.",
      sentence: (days, range, of, whole, part, missing) => {
        const has = of === 1 ? `${plural(whole, "day")} with a value` : `${plural(whole, "day")} with all ${of} series`;
        return `${plural(days, "day")}, ${range}: ${has}${of === 1 || part === 0 ? "" : `, ${part} with some`}, ${missing === 0 ? "none" : missing} missing.`;
      },
      revised: (days) => `${days === 0 ? "No day was" : days === 1 ? "1 day was" : `${days} days were`} revised.`,
      calendar: "Days",
      point: "Point at a day, or walk the days with the arrow keys. Each row is a week and begins on Monday.",
      legend: { value: "a value", all: (of) => `all ${of} series`, some: "some, in quarters", missing: "missing", revised: "revised" },
      day: (day, of, reported) =>
        `${day}: ${of === 1 ? (reported > 0 ? "a value" : "missing") : `${reported === 0 ? "missing, 0" : reported} of ${of} series`}.`,
      revisedIn: (batches) => `Revised in batch${batches.length === 1 ? "" : "es"} ${batches.join(", ")}.`,
      withdrawnIn: (batches) => `Withdrawn in batch${batches.length === 1 ? "" : "es"} ${batches.join(", ")}.`,
      table: "The same in numbers",
      byMonth: "Coverage by month",
      head: {
        month: "Month",
        days: "Days",
        value: "With a value",
        all: (of) => `All ${of} series`,
        some: "Some",
        missing: "Missing",
        revised: "Revised",
        list: "Missing days",
      },
      noDays: "none",
    },
    sources: {
      title: "Sources",
      about: "Who says the numbers and how they know. Each source stands for itself: nothing is averaged.",
      none: "No source is registered.",
      head: { source: "Source", days: "Days", what: "What there is", how: "How the numbers are made", licence: "Licence" },
      noDays: "none yet",
      noSeries: "no series",
      notStated: "not stated",
      publisher: (name) => `Publisher: ${name}. `,
      zone: (zone) => `Its days end in ${zone}.`,
      noZone: "It does not say in which zone its days end.",
      series: (count, exact) => `${exact ? "" : "at most "}${plural(count, "series", "series")}`,
      platforms: (count) => `${count} platforms`,
      countries: (count) => `${count} countries`,
      metrics: (count) => `${count} metrics`,
      semicolon: "; ",
    },
  },
};
