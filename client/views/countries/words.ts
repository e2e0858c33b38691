import type { SourceKind } from "../../../data/model/source.ts";
import type { Area } from "../../app/language.ts";

/** Words of the page with a row for each platform and country. */
export interface CountriesWords {
  title: string;
  /** @param hasWorld series of the world are among them, which is no country */
  headline: (metric: string, series: number, countries: number, hasWorld: boolean) => string;
  /** How many series have a surge; of what kind they are. */
  found: (kind: SourceKind, found: number, of: number) => string;
  method: string;
  ranks: string;
  scales: string;
  reading: (read: number, of: number) => string;
  notRead: string;
  noValue: string;
  table: string;
  columns: { series: string; kind: string; source: string; trend: string; latest: string };
  columnHelp: { series: string; kind: string; source: string; trend: string; latest: string };
  onDay: (day: string) => string;
  dayInstead: string;
  search: string;
  searched: (rows: number, of: number) => string;
  nothingFound: (search: string) => string;
  showAll: string;
  chooseColumns: string;
  usualColumns: string;
  show: (column: string) => string;
  earlier: (column: string) => string;
  later: (column: string) => string;
  pin: (column: string) => string;
  pinned: string;
  always: string;
  csvHelp: string;
  density: string;
  densities: readonly (readonly ["roomy" | "dense", string])[];
  choose: (row: string) => string;
  open: (row: string) => string;
  chart: string;
  chosen: (rows: number) => string;
  noneChosen: string;
  notHere: (rows: number) => string;
  tooMany: (shown: number, rows: number) => string;
  clear: string;
  openInGrowth: string;
  noPart: string;
  noChart: string;
  empty: (metric: string) => string;
  /** The nearest metric that has rows. */
  instead: (metric: string) => string;
  /** Rows that only a later vintage has, and of one that it has no more. */
  newRows: (vintage: string, count: number, first: readonly string[]) => string;
  goneIn: (vintage: string) => string;
  illustrative: (series: number) => string;
  addIllustrative: string;
  unknownColumn: (column: string) => string;
  loading: string;
}

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const COUNTRIES: Area<CountriesWords> = {
  name: "countries",
  english: {
    title: "Countries",
    headline: (metric, series, countries, hasWorld) => {
      const where = [
        ...(countries > 0 ? [`in ${some(countries, "country", "countries")}`] : []),
        ...(hasWorld ? ["of the world as a whole"] : []),
      ];
      return `${metric}: ${some(series, "series", "series")} ${where.join(" and ")}`;
    },
    found: (kind, found, of) => {
      const who = { observed: "observed", estimate: "estimated", modelled: "modelled", illustrative: "made-up" }[kind];
      const note = { observed: "", estimate: "", modelled: " (a property of the model)", illustrative: " (no finding)" }[kind];
      return `${found} of ${some(of, `${who} series has`, `${who} series have`)} a surge${note}.`;
    },
    method: "A surge is read on all stored days of a series, whatever the dates above; they decide the lines and the latest value.",
    ranks: "Ranks have no surge: a place is no amount that could rise.",
    scales: "Each line fills a scale of its own, at least ×2 high.",
    reading: (read, of) => `${read} of ${of} series read for a surge`,
    notRead: "Not read yet",
    noValue: "no value",
    table: "Series by platform and country",
    columns: { series: "Country", kind: "Kind", source: "Source", trend: "Days", latest: "Latest" },
    columnHelp: {
      series: "Country and platform; the name opens the series in Growth.",
      kind: "How the numbers came to be.",
      source: "Who says so.",
      trend: "The days chosen above.",
      latest: "The last value in the days chosen above, and its day.",
    },
    onDay: (day) => `Values of ${day}.`,
    dayInstead: "Show the latest instead",
    search: "Search country, platform, source",
    searched: (rows, of) => (rows === of ? some(of, "row", "rows") : `${rows} of ${some(of, "row", "rows")}`),
    nothingFound: (search) => `No row has “${search}”.`,
    showAll: "Show all rows",
    chooseColumns: "Columns",
    usualColumns: "The usual columns",
    show: (column) => column,
    earlier: (column) => `Move ${column} to the left`,
    later: (column) => `Move ${column} to the right`,
    pin: (column) => `Keep ${column} in place`,
    pinned: "In place",
    always: "always first",
    csvHelp: "The surges of these rows, at this vintage, as a file",
    density: "Rows",
    densities: [
      ["roomy", "Roomy"],
      ["dense", "Dense"],
    ],
    choose: (row) => `Draw ${row}`,
    open: (row) => `${row}: open in Growth`,
    chart: "Chosen rows",
    chosen: (rows) => `${some(rows, "row", "rows")} chosen`,
    noneChosen: "No row is chosen: the chart shows the countries of the address. Tick rows to draw them.",
    notHere: (rows) => `${some(rows, "chosen row has", "chosen rows have")} no data here.`,
    tooMany: (shown, rows) => `The chart shows the first ${shown} of ${rows} chosen rows.`,
    clear: "Choose none",
    openInGrowth: "Open in Growth",
    noPart: "The chart could not be loaded. Reload the page to try again.",
    noChart: "Nothing to draw: tick rows of the table.",
    empty: (metric) => `No source that is on has ${metric} for these platforms.`,
    instead: (metric) => `Show ${metric}`,
    newRows: (vintage, count, first) =>
      `${vintage} has ${count === 1 ? "a row more" : `${count} rows more`}: ${first.join("; ")}${count > first.length ? "; …" : "."}`,
    goneIn: (vintage) => `not in ${vintage}`,
    illustrative: (series) => `${some(series, "more series is", "more series are")} made up to show the feature, and off.`,
    addIllustrative: "Show them",
    unknownColumn: (column) => `There is no column \`${column}\`. It was left out.`,
    loading: "Loading the series.",
  },
};
