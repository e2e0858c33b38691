/** What a parameter of an address takes, and what it means: the tables of the README and of OpenAPI. */
export interface ParameterHelp {
  type: string;
  help: string;
}

/** By name, in the order of the codec in `view.ts`. Apart from it, so that no page has to fetch it. */
export const VIEW_HELP: Readonly<Record<string, ParameterHelp>> = {
  metric: { type: "slug", help: "What is counted." },
  platforms: { type: "slugs, comma between", help: "Platforms, in the order of their panels." },
  countries: { type: "country codes, comma between", help: "ISO 3166-1 alpha-2 in capitals, or WORLD." },
  topics: { type: "slugs, comma between", help: "Topics of posts and comments; `all` is everything." },
  sources: { type: "slugs, comma between", help: "Sources; empty is every source that has data and is not made up." },
  figures: { type: "on or off", help: "Reported figures beside the lines." },
  range: {
    type: "`all` or `last` and a number of days",
    help: "Relative range, counted back from the last day with data. Takes the place of `from` and `to`.",
  },
  from: { type: "day, YYYY-MM-DD", help: "First day, included." },
  to: { type: "day, YYYY-MM-DD", help: "Last day, included." },
  interval: { type: "day, week, month", help: "Width of a point. Weeks begin on Monday." },
  sum: { type: "countries or empty", help: "One series of the chosen countries; empty is one each." },
  partial: { type: "1 or 0", help: "With `sum`: add up the countries that reported, and say how many." },
  scale: { type: "log or linear", help: "Value axis." },
  layout: { type: "panels, overlay, countries", help: "A panel for each platform, all in one, or a small one for each country." },
  measure: {
    type: "value, index, per100k, daychange, weekchange",
    help: "The value, an index of 100, for 100,000 people, or the change from the day or week before.",
  },
  base: { type: "day, YYYY-MM-DD", help: "Day on which an index is 100; empty is the first with a value." },
  align: { type: "`onset` or an event", help: "What day 0 is; empty is the calendar." },
  compare: { type: "day, YYYY-MM-DD", help: "First day of a second period to compare with; empty is none." },
  surge: { type: "on or empty", help: "Expected band and marks of the surge." },
  day: { type: "day, YYYY-MM-DD", help: "Day of a map or a table; empty is the last with data." },
  by: {
    type: "value, baseline, onset, peak, multiple, days_to_peak, half_life, retained_7, retained_14, retained_28, excess",
    help: "What a map colours: the value of a day, or a figure of the surge.",
  },
  known: { type: "day, YYYY-MM-DD", help: "Only figures that had been published by this day; empty is all." },
  providers: { type: "slugs, comma between", help: "Providers of figures; empty is all." },
  quantities: { type: "slugs, comma between", help: "Metrics of figures as they were published; empty is all." },
  figure: { type: "id of a figure", help: "Figure that is pointed out." },
  stack: { type: "on or off", help: "Topics stacked to a whole, or each in a panel." },
  search: { type: "text of at most 80 characters", help: "What rows of a table contain." },
  sort: { type: "column, `-` before it for the largest first", help: "Order of a table's rows." },
  columns: { type: "columns, comma between", help: "Columns of a table, in order; empty is the usual ones." },
  pinned: { type: "columns, comma between", help: "Columns that stay in place; empty is the first." },
  dense: { type: "1 or 0", help: "Narrow rows." },
  rows: { type: "`platform.COUNTRY`, comma between", help: "Chosen rows of a table." },
  vintage: { type: "batch number or day", help: "Read as if no later batch had come; empty is the newest." },
  against: { type: "batch number", help: "A later vintage, drawn over the one of `vintage` where it differs; empty is none." },
};
