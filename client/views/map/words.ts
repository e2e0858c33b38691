import type { SourceKind } from "../../../data/model/source.ts";
import type { Area } from "../../app/language.ts";

/** Words of the page with the map; what the map itself says is in data/chart/map-words.ts. */
export interface MapPageWords {
  title: string;
  loading: string;
  shapesFailed: string;
  tools: string;
  platform: string;
  source: string;
  noSource: string;
  topic: string;
  by: string;
  value: string;
  measure: string;
  measures: readonly (readonly ["value" | "per100k", string])[];
  otherMeasure: string;
  map: string;
  mapKeys: string;
  legend: string;
  legendHelp: string;
  noData: string;
  disagree: string;
  notFound: string;
  countries: (count: number) => string;
  allSteps: string;
  play: string;
  pause: string;
  day: string;
  dayText: (day: string, known: number) => string;
  nobody: string;
  known: (known: number) => string;
  anyDay: string;
  reading: (read: number, of: number) => string;
  list: string;
  search: string;
  nothingFound: (search: string) => string;
  showAll: string;
  columns: { rank: string; country: string; value: string };
  noValue: string;
  world: string;
  rank: (rank: number, of: number) => string;
  choose: (country: string) => string;
  growth: (countries: readonly string[]) => string;
  more: (count: number) => string;
  clear: string;
  chooseHelp: string;
  kind: Record<SourceKind, string>;
  empty: (day: string) => string;
  nearest: (day: string) => string;
  nothing: string;
  widest: string;
  illustrative: (countries: number) => string;
  showIllustrative: string;
  shapes: string;
  method: string;
  vintage: (vintage: number) => string;
  differs: string;
  /** The mark of what a later vintage has otherwise, and of how many countries on the day. */
  laterMark: (vintage: number) => string;
  laterDay: (count: number, vintage: number) => string;
}

const some = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const MAP_PAGE: Area<MapPageWords> = {
  name: "map",
  english: {
    title: "Map",
    loading: "Loading the map.",
    shapesFailed: "The shapes of the countries did not arrive. The list has everything. Reload the page to try again.",
    tools: "What the map shows",
    platform: "Platform",
    source: "Source",
    noSource: "Published figures alone",
    topic: "Topic",
    by: "Coloured by",
    value: "Value of the day",
    measure: "Measure",
    measures: [
      ["value", "Total"],
      ["per100k", "For 100,000 people"],
    ],
    otherMeasure: "The map shows values of a day, or values for 100,000 people. Showing values.",
    map: "Map of countries",
    mapKeys: "Arrow keys walk from country to country, Page Up and Page Down through the list, Enter chooses.",
    legend: "Steps of the map",
    legendHelp: "Press a step to see its countries alone.",
    noData: "no data",
    disagree: "figures disagree",
    notFound: "none found",
    countries: (count) => some(count, "country", "countries"),
    allSteps: "Show all",
    play: "Play",
    pause: "Pause",
    day: "Day of the map",
    dayText: (day, known) => `${day}: ${some(known, "country", "countries")} with a value`,
    nobody: "no country has a value",
    known: (known) => `${some(known, "country", "countries")} with a value`,
    anyDay: "A surge is read on all stored days: the day makes no difference.",
    reading: (read, of) => `${read} of ${of} series read for a surge.`,
    list: "The same as a list",
    search: "Search country",
    nothingFound: (search) => `No country has “${search}”.`,
    showAll: "Show all",
    columns: { rank: "No.", country: "Country", value: "Value" },
    noValue: "no value",
    world: "a series of its own, no sum of countries",
    rank: (rank, of) => `No. ${rank} of ${of}`,
    choose: (country) => `Choose ${country}`,
    growth: (countries) => `Growth of ${countries.length <= 2 ? countries.join(" and ") : `${countries.length} countries`}`,
    more: (count) => `and ${count} more`,
    clear: "Choose none",
    chooseHelp: "Choose countries to see their growth.",
    kind: { observed: "", estimate: "", modelled: "modelled", illustrative: "made up" },
    empty: (day) => `No value on ${day}.`,
    nearest: (day) => `Show ${day}, the nearest day with one`,
    nothing: "No source that is on has any value of this, on any day.",
    widest: "Where the most countries have a published figure:",
    illustrative: (countries) => `Series of ${some(countries, "country", "countries")} are made up to show the feature, and off.`,
    showIllustrative: "Show them on the map",
    shapes:
      "Shapes and borders are Natural Earth’s (1:110 million, public domain) and no statement of ours; land without a code of ISO 3166-1 has no value. Equal Earth projection; Antarctica is only in the list.",
    method: "How the lines are made",
    vintage: (vintage) => `Vintage ${vintage}`,
    differs: "says otherwise",
    laterMark: (vintage) => `differs in vintage ${vintage}, in its colour`,
    laterDay: (count, vintage) => `${some(count, "country differs", "countries differ")} in vintage ${vintage}`,
  },
};
