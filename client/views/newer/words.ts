import type { EntryList } from "../../../data/analysis/entry-changes.ts";
import type { Area } from "../../app/language.ts";

/** What is counted: values, entries that somebody published, and entries of the catalog together. */
export type Counted = "values" | "figures" | "events" | "claims" | "catalog";

/** Words of what a later vintage changed. */
export interface ChangesWords {
  exist: (told: readonly string[]) => string;
  /** Newer data exist, and all that is shown is the same in them. */
  same: (vintage: number) => string;
  /** Numbers as they are written. */
  changed: (what: Counted, changed: string, shown: string) => string;
  added: (what: Counted, count: string) => string;
  see: string;
  hide: string;
  /** The same sentence, once both are drawn. */
  lines: (old: number, now: number) => string;
  marks: (old: number, now: number) => string;
  cells: (old: number, now: number) => string;
  notDrawn: string;
  name: (vintage: number) => string;
  title: string;
  /** Of values, by day or by the interval of the view. */
  values: (old: number, now: number) => string;
  entries: (old: number, now: number) => string;
  valuesTitle: string;
  entriesTitle: string;
  head: { day: string; series: string; change: string; entry: string; field: string };
  none: string;
  isNew: string;
  gone: string;
  more: (shown: string, all: string) => string;
  of: Readonly<Record<EntryList, string>>;
  /** What the fields of entries are called. */
  fields: Readonly<Record<string, string>>;
  yes: string;
  no: string;
}

const NOUNS: Readonly<Record<Counted, readonly [one: string, many: string]>> = {
  values: ["value", "values"],
  figures: ["figure", "figures"],
  events: ["event", "events"],
  claims: ["claim", "claims"],
  catalog: ["catalog entry", "catalog entries"],
};

const noun = (what: Counted, count: string) => NOUNS[what][count === "1" ? 0 : 1];

export const CHANGES: Area<ChangesWords> = {
  name: "changes",
  english: {
    exist: (told) => `Newer data exist: ${told.join(", ")}.`,
    same: (vintage) => `Newer data exist. Nothing that this page shows has changed since vintage ${vintage}.`,
    changed: (what, changed, shown) => `${changed} of ${shown} ${noun(what, shown)} changed`,
    added: (what, count) => `${count} ${noun(what, count)} ${count === "1" ? "is" : "are"} new`,
    see: "See what changed",
    hide: "Hide what changed",
    lines: (old, now) => `Vintage ${old} is dashed and grey where it differs, vintage ${now} is drawn over it.`,
    marks: (old, now) => `Countries stay coloured as in vintage ${old}; a dot has the colour of vintage ${now} where the value differs.`,
    cells: (old, now) => `Where a cell or a line differs, vintage ${old} is grey and dashed, and vintage ${now} stands beside it.`,
    notDrawn: "Small charts by country do not draw it: the table below has it.",
    name: (vintage) => `Vintage ${vintage}`,
    title: "What changed",
    values: (old, now) => `Values of this view that vintage ${now} has otherwise than vintage ${old}.`,
    entries: (old, now) =>
      `Figures, events, claims and catalog entries of this view that vintage ${now} has otherwise than vintage ${old}, field by field.`,
    valuesTitle: "Values that changed",
    entriesTitle: "Entries that changed",
    head: { day: "Day", series: "Series", change: "Change", entry: "Entry", field: "Field" },
    none: "none",
    isNew: "new",
    gone: "withdrawn",
    more: (shown, all) => `The first ${shown} of ${all}.`,
    of: {
      figures: "Figure",
      events: "Event",
      claims: "Claim",
      metrics: "Metric",
      platforms: "Platform",
      countries: "Country",
      topics: "Topic",
      sources: "Source",
    },
    fields: {
      basis: "basis",
      claim: "claim",
      countries: "countries",
      country: "country",
      data_provider: "provider",
      date: "day",
      date_from: "first day",
      date_to: "last day",
      day_zone: "zone of its days",
      estimate_kind: "how they know",
      evidence: "figures behind it",
      finding: "finding",
      fixes: "lines that it fixes",
      kind: "kind",
      licence: "licence",
      method: "method",
      metric: "metric",
      metric_id: "metric of the catalog",
      mirror: "on a mirror",
      name: "name",
      note: "note",
      over_countries: "over countries",
      over_time: "over time",
      platform: "platform",
      platforms: "platforms",
      population: "population",
      population_year: "year of the population",
      published_on: "published on",
      publisher: "publisher",
      qualifier: "qualifier",
      rank: "rank",
      region: "region",
      short: "short title",
      title: "title",
      topic: "topic",
      unit: "unit",
      until: "last day",
      url: "address",
      value: "value",
    },
    yes: "yes",
    no: "no",
  },
};
