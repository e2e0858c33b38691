import type { Catalog } from "./catalog.ts";
import { type Day, dayNumber, INTERVALS, type Interval } from "./day.ts";
import { choice, cut, flag, isDay, list, notice, type Parameter, text } from "./parameter.ts";
import type { Problem } from "./problem.ts";
import { ALL_TOPICS, COUNTRY_CODE, SLUG } from "./slug.ts";

/** Absolute days, both included; the last `last` days with data; or every day with data. */
export type Range = { from: Day; to: Day } | { last: number } | "all";

/** As of which batch to read: the newest, a batch number, or the last batch received by the end of a UTC day. */
export type Vintage = "newest" | number | Day;

/**
 * Everything that determines a picture. The address bar, the API query, the export and the image are all this.
 * Language and theme are not part of it: they render the same picture.
 */
export interface View {
  metric: string;
  /** In the order in which panels are stacked and colours handed out. */
  platforms: string[];
  countries: string[];
  topics: string[];
  /** Empty: every source that has data and is not illustrative. */
  sources: string[];
  /** Whether reported figures are drawn beside the lines. */
  figures: boolean;
  range: Range;
  interval: Interval;
  /** One series of the chosen countries instead of one each. */
  sum: boolean;
  /** With `sum`: add what was reported even where a country is missing. */
  partial: boolean;
  scale: "log" | "linear";
  /** A panel for each platform, all in one, or a small one for each country. */
  layout: "panels" | "overlay" | "countries";
  /** What is drawn of each value. */
  measure: Measure;
  /** Day on which an index is 100; empty is the first day of the range that has a value. */
  base: Day | "";
  /** What day 0 is: `onset` of each series, or an event by its slug; empty is no alignment. */
  align: string;
  /** First day of a second period of the same length, drawn behind the first, weekday on weekday; empty is none. */
  compare: Day | "";
  /** Whether the expected band and the marks of a surge are drawn. */
  surge: boolean;
  /** The day that a map or a table shows; empty is the last day of the range that has data. */
  day: Day | "";
  /** What a map colours: the value of a day, or a figure of the surge. */
  by: ShownBy;
  /** Last day on which a figure may have been published to be shown; empty is any. */
  known: Day | "";
  /** Providers of figures, as slugs; empty is all. */
  providers: string[];
  /** Metrics of figures as they were published, e.g. `downloads_daily`; empty is all. */
  quantities: string[];
  /** Id of the figure that is pointed out; empty is none. */
  figure: string;
  /** Whether topics are stacked to a whole, or drawn each in a panel of its own. */
  stack: boolean;
  /** Text that rows of a table must contain. */
  search: string;
  /** Column by which rows are sorted, with `-` before it for the largest first; empty is as it comes. */
  sort: string;
  /** Columns of a table, in order; empty is the usual ones. */
  columns: string[];
  /** Columns that stay in place; empty is the first. */
  pinned: string[];
  dense: boolean;
  /** Chosen rows of a table, as `platform.COUNTRY`. */
  rows: string[];
  vintage: Vintage;
  /** A later batch number, whose values are drawn over those of `vintage`; empty is none. */
  against: string;
}

/** What is drawn of a value: itself, 100 on the base day, for 100,000 people, or the change from the day or the week before. */
export type Measure = (typeof MEASURES)[number];
export const MEASURES = ["value", "index", "per100k", "daychange", "weekchange"] as const;

export type ShownBy = (typeof SHOWN_BY)[number];
/** The value of a day, or a figure of the surge; the first is the default. */
export const SHOWN_BY = [
  "value",
  "baseline",
  "onset",
  "peak",
  "multiple",
  "days_to_peak",
  "half_life",
  "retained_7",
  "retained_14",
  "retained_28",
  "excess",
] as const;

/** A problem with an address. A page falls back and shows it; the API answers 400 to it. */
export type Notice = Problem;

/** Version of the addresses that this codec writes. Changing a default makes another. */
export const VIEW_VERSION = "1";

const MAX_LAST = 3660;
/** Longest range: 20 years. */
export const MAX_DAYS = 7305;
const MAX_BATCH = 2 ** 31;
const MAX_SEARCH = 80;
const COLUMN = /^[a-z][a-z0-9_]{0,30}$/;
const SORT = /^-?[a-z][a-z0-9_]{0,30}$/;
const ROW = /^[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?\.(?:[A-Z]{2}|WORLD)$/;

/** The default view: RedNote and TikTok daily active users in the US around the surge. A fresh copy each time. */
export function defaultView(): View {
  return {
    metric: "daily_active_users",
    platforms: ["rednote", "tiktok"],
    countries: ["US"],
    topics: [ALL_TOPICS],
    sources: [],
    figures: true,
    range: { from: "2025-01-01", to: "2025-02-15" },
    interval: "day",
    sum: false,
    partial: false,
    scale: "log",
    layout: "panels",
    measure: "value",
    base: "",
    align: "",
    compare: "",
    surge: false,
    day: "",
    by: "value",
    known: "",
    providers: [],
    quantities: [],
    figure: "",
    stack: true,
    search: "",
    sort: "",
    columns: [],
    pinned: [],
    dense: false,
    rows: [],
    vintage: "newest",
    against: "",
  };
}

const DEFAULT_RANGE = { from: "2025-01-01", to: "2025-02-15" };

/** Parameters in the order in which addresses carry them, after `v`. What they mean is in `view-help.ts`, which no page fetches. */
export const VIEW_PARAMETERS: readonly Parameter<View>[] = [
  {
    name: "metric",
    default: "daily_active_users",
    read: (text, view) => {
      if (!SLUG.test(text)) return notice("metric", "malformed", text, "Showing daily active users.");
      view.metric = text;
    },
    write: (view) => view.metric,
  },
  list("platforms", SLUG, "rednote,tiktok"),
  list("countries", COUNTRY_CODE, "US"),
  list("topics", SLUG, "all"),
  list("sources", SLUG, ""),
  flag("figures", "on", "off", true),
  {
    name: "range",
    default: "",
    read: (text, view) => {
      const last = /^last(\d{1,4})$/.exec(text);
      const days = Number(last?.[1]);
      if (text === "all") view.range = "all";
      else if (last && days >= 1 && days <= MAX_LAST) view.range = { last: days };
      else if (text !== "") return notice("range", "malformed", text, "Showing the days from `from` to `to`.");
    },
    write: (view) => (view.range === "all" ? "all" : "last" in view.range ? `last${view.range.last}` : ""),
  },
  bound("from"),
  bound("to"),
  {
    name: "interval",
    default: "day",
    read: (text, view) => {
      const interval = INTERVALS.find((known) => known === text);
      if (interval === undefined) return notice("interval", "malformed", text, "Showing days.");
      view.interval = interval;
    },
    write: (view) => view.interval,
  },
  flag("sum", "countries", "", false),
  flag("partial", "1", "0", false),
  choice("scale", ["log", "linear"], "Showing a logarithmic scale."),
  choice("layout", ["panels", "overlay", "countries"], "Showing a panel for each platform."),
  choice("measure", MEASURES, "Showing values."),
  text("base", isDay, "Taking the first day with a value."),
  text("align", (one) => SLUG.test(one), "Showing calendar days."),
  text("compare", isDay, "Showing one period."),
  flag("surge", "on", "", false),
  text("day", isDay, "Showing the last day with data."),
  choice("by", SHOWN_BY, "Showing values."),
  text("known", isDay, "Showing all figures."),
  list("providers", SLUG, ""),
  list("quantities", SLUG, ""),
  text("figure", (one) => SLUG.test(one), "Pointing out none."),
  flag("stack", "on", "off", true),
  text("search", (one) => one.length <= MAX_SEARCH, "Showing all rows."),
  text("sort", (one) => SORT.test(one), "Showing the usual order."),
  list("columns", COLUMN, ""),
  list("pinned", COLUMN, ""),
  flag("dense", "1", "0", false),
  list("rows", ROW, ""),
  {
    name: "vintage",
    default: "",
    read: (text, view) => {
      if (text === "") return;
      if (/^\d{1,10}$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_BATCH) view.vintage = Number(text);
      else if (isDay(text)) view.vintage = text;
      else return notice("vintage", "malformed", text, "Showing the newest vintage.");
    },
    write: (view) => (view.vintage === "newest" ? "" : String(view.vintage)),
  },
  text("against", (one) => /^[1-9]\d{0,9}$/.test(one), "Comparing with none."),
];

/** Parameters that change how a picture is rendered, or for whom, but not what it says. Not part of a view. */
export const RENDERING_PARAMETERS = ["lang", "theme", "share"] as const;

const BY_NAME = new Map(VIEW_PARAMETERS.map((parameter) => [parameter.name, parameter]));

/**
 * A view as the query string of its address, without `?`. Equal views give equal strings; defaults are left out.
 *
 * @example encodeView({ ...defaultView(), interval: "week" }) // "v=1&interval=week"
 */
export function encodeView(view: View): string {
  const pairs = [`v=${VIEW_VERSION}`];
  for (const parameter of VIEW_PARAMETERS) {
    const text = parameter.write(view);
    if (text !== parameter.default) pairs.push(`${parameter.name}=${encodeURIComponent(text).replaceAll("%2C", ",")}`);
  }
  return pairs.join("&");
}

/**
 * Reads an address. Never throws: what is unknown or broken falls back to its default and is named in a notice.
 *
 * @param pairs names and decoded values, in any order, e.g. a `URLSearchParams`
 * @example decodeView(new URLSearchParams("interval=fortnight")).notices[0].detail
 * // "The address asked for `interval=fortnight`. Showing days."
 */
export function decodeView(pairs: Iterable<readonly [string, string]>): { view: View; notices: Notice[] } {
  const view = defaultView();
  const notices: Notice[] = [];
  const texts = new Map<string, string>();
  for (const [name, text] of pairs) {
    if ((RENDERING_PARAMETERS as readonly string[]).includes(name)) continue;
    if (name !== "v" && !BY_NAME.has(name))
      notices.push({
        field: cut(name),
        code: "unknown_parameter",
        detail: `The address has \`${cut(name)}\`, which means nothing here. It was left out.`,
      });
    else if (texts.has(name))
      notices.push({
        field: name,
        code: "repeated_parameter",
        detail: `The address has \`${name}\` more than once. The first one counts.`,
      });
    else texts.set(name, text);
  }
  const version = texts.get("v");
  if (version !== undefined && version !== VIEW_VERSION)
    notices.push({
      field: "v",
      code: "unknown_version",
      value: cut(version),
      detail: `The address is of version \`${cut(version)}\`, which this program does not know. It was read as version ${VIEW_VERSION}.`,
    });
  for (const parameter of VIEW_PARAMETERS) {
    const text = texts.get(parameter.name);
    if (text === undefined) continue;
    const problem = parameter.read(text, view);
    if (problem) notices.push(problem);
  }
  const reordered = mendRange(view);
  if (reordered) notices.push(reordered);
  return { view, notices };
}

/**
 * Whether any of these names belongs to a view: then an address that has them was meant to show one.
 *
 * @example hasView(["lang"]) // false
 */
export function hasView(names: Iterable<string>): boolean {
  return [...names].some((name) => name === "v" || BY_NAME.has(name));
}

/** Ids of the sources that a view shows: those it names, or all that are not illustrative. */
export function sourcesOf(view: View, catalog: Pick<Catalog, "sources">): string[] {
  if (view.sources.length > 0) return view.sources;
  return catalog.sources.filter((source) => source.kind !== "illustrative").map((source) => source.id);
}

/**
 * The same data for every range, interval and scale: the view whose answer a page keeps and cuts by itself.
 *
 * @example encodeView(dataView({ ...defaultView(), interval: "week", vintage: 7 })) // "v=1&range=all&vintage=7"
 */
export function dataView(view: View): View {
  const { metric, platforms, countries, topics, sources, vintage } = view;
  return { ...defaultView(), metric, platforms, countries, topics, sources, vintage, range: "all" };
}

/**
 * The view with the newest data, and with no later ones over them.
 *
 * @example encodeView(liveView({ ...defaultView(), vintage: 7, against: 9 })) // "v=1"
 */
export function liveView(view: View): View {
  return { ...view, vintage: "newest", against: "" };
}

/**
 * Whether two views are the same picture. Platforms in another order are another: their panels are.
 *
 * @example sameView(defaultView(), { ...defaultView(), platforms: ["tiktok", "rednote"] }) // false
 */
export function sameView(a: View, b: View): boolean {
  return encodeView(a) === encodeView(b);
}

function bound(name: "from" | "to"): Parameter<View> {
  return {
    name,
    default: DEFAULT_RANGE[name],
    read: (text, view) => {
      if (view.range === "all" || "last" in view.range)
        return {
          field: name,
          code: "ignored",
          value: cut(text),
          detail: `The address has \`range\` beside \`${name}\`. The range counts.`,
        };
      if (!isDay(text)) return notice(name, "malformed", text, `Showing ${DEFAULT_RANGE[name]}.`);
      view.range = { ...view.range, [name]: text };
    },
    write: (view) => (view.range === "all" || "last" in view.range ? DEFAULT_RANGE[name] : view.range[name]),
  };
}

/** Turns a reversed range round and cuts one that is too long. */
function mendRange(view: View): Notice | undefined {
  if (view.range === "all" || "last" in view.range) return undefined;
  const { from, to } = view.range;
  if (from > to) {
    view.range = { from: to, to: from };
    mendRange(view);
    return {
      field: "from",
      code: "reversed_range",
      value: from,
      detail: `The address runs from ${from} back to ${to}. Showing it forwards.`,
    };
  }
  if ((dayNumber(to) ?? 0) - (dayNumber(from) ?? 0) >= MAX_DAYS) {
    view.range = { ...DEFAULT_RANGE };
    return {
      field: "to",
      code: "range_too_long",
      value: to,
      detail: `The address asks for more than ${MAX_DAYS} days. Showing ${DEFAULT_RANGE.from} to ${DEFAULT_RANGE.to}.`,
    };
  }
  return undefined;
}
