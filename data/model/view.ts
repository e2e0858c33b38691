import type { Catalog } from "./catalog.ts";
import { type Day, dayNumber, INTERVALS, type Interval } from "./day.ts";
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
  layout: "panels" | "overlay";
  vintage: Vintage;
}

/** A problem with an address. A page falls back and shows it; the API answers 400 to it. */
export type Notice = Problem;

/** One parameter of an address: the table below is the codec and its documentation. */
interface Parameter {
  name: string;
  type: string;
  /** Text of the default, frozen for this version of the address. */
  default: string;
  help: string;
  read: (text: string, view: View) => Notice | undefined;
  write: (view: View) => string;
}

/** Version of the addresses that this codec writes. Changing a default makes another. */
export const VIEW_VERSION = "1";

const MAX_ITEMS = 300;
const MAX_LAST = 3660;
/** Longest range: 20 years. */
export const MAX_DAYS = 7305;
const MAX_BATCH = 2 ** 31;
const EARLIEST = "1970-01-01";
const LATEST = "2199-12-31";

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
    vintage: "newest",
  };
}

const DEFAULT_RANGE = { from: "2025-01-01", to: "2025-02-15" };

/** Parameters in the order in which addresses carry them, after `v`. */
export const VIEW_PARAMETERS: readonly Parameter[] = [
  {
    name: "metric",
    type: "slug",
    default: "daily_active_users",
    help: "What is counted.",
    read: (text, view) => {
      if (!SLUG.test(text)) return notice("metric", "malformed", text, "Showing daily active users.");
      view.metric = text;
    },
    write: (view) => view.metric,
  },
  list("platforms", "slugs", SLUG, "rednote,tiktok", "Platforms, in the order of their panels."),
  list("countries", "country codes", COUNTRY_CODE, "US", "ISO 3166-1 alpha-2 in capitals, or WORLD."),
  list("topics", "slugs", SLUG, "all", "Topics of posts and comments; `all` is everything."),
  list("sources", "slugs", SLUG, "", "Sources; empty is every source that has data and is not made up."),
  flag("figures", "on", "off", true, "Reported figures beside the lines."),
  {
    name: "range",
    type: "`all` or `last` and a number of days",
    default: "",
    help: "Relative range, counted back from the last day with data. Takes the place of `from` and `to`.",
    read: (text, view) => {
      const last = /^last(\d{1,4})$/.exec(text);
      const days = Number(last?.[1]);
      if (text === "all") view.range = "all";
      else if (last && days >= 1 && days <= MAX_LAST) view.range = { last: days };
      else if (text !== "") return notice("range", "malformed", text, "Showing the days from `from` to `to`.");
    },
    write: (view) => (view.range === "all" ? "all" : "last" in view.range ? `last${view.range.last}` : ""),
  },
  bound("from", "First day, included."),
  bound("to", "Last day, included."),
  {
    name: "interval",
    type: INTERVALS.join(", "),
    default: "day",
    help: "Width of a point. Weeks begin on Monday.",
    read: (text, view) => {
      const interval = INTERVALS.find((known) => known === text);
      if (interval === undefined) return notice("interval", "malformed", text, "Showing days.");
      view.interval = interval;
    },
    write: (view) => view.interval,
  },
  flag("sum", "countries", "", false, "One series of the chosen countries; empty is one each."),
  flag("partial", "1", "0", false, "With `sum`: add up the countries that reported, and say how many."),
  choice("scale", ["log", "linear"], "Showing a logarithmic scale.", "Value axis."),
  choice("layout", ["panels", "overlay"], "Showing a panel for each platform.", "A panel for each platform, or all in one."),
  {
    name: "vintage",
    type: "batch number or day",
    default: "",
    help: "Read as if no later batch had come; empty is the newest.",
    read: (text, view) => {
      if (text === "") return;
      if (/^\d{1,10}$/.test(text) && Number(text) >= 1 && Number(text) <= MAX_BATCH) view.vintage = Number(text);
      else if (isDay(text)) view.vintage = text;
      else return notice("vintage", "malformed", text, "Showing the newest vintage.");
    },
    write: (view) => (view.vintage === "newest" ? "" : String(view.vintage)),
  },
];

/** Parameters that change how a picture is rendered but not what it says. Not part of a view. */
export const RENDERING_PARAMETERS = ["lang", "theme"] as const;

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
 * Names in a view that the catalog does not have, one problem each. The page shows them; the API answers 400.
 *
 * @example unknownNames({ ...defaultView(), platforms: ["vine"] }, catalog)[0].code // "unknown_platform"
 */
export function unknownNames(view: View, catalog: Pick<Catalog, "platforms" | "countries" | "metrics" | "topics" | "sources">): Problem[] {
  const problems: Problem[] = [];
  const check = (field: string, noun: string, ids: string[], known: readonly { id: string }[]) => {
    for (const id of ids)
      if (!known.some((entry) => entry.id === id))
        problems.push({ field, code: `unknown_${noun}`, value: id, detail: `There is no ${noun} \`${id}\`.` });
  };
  check("metric", "metric", [view.metric], catalog.metrics);
  check("platforms", "platform", view.platforms, catalog.platforms);
  check("countries", "country", view.countries, catalog.countries);
  check("topics", "topic", view.topics, catalog.topics);
  check("sources", "source", view.sources, catalog.sources);
  return problems;
}

/**
 * A view without the names that the catalog lacks, with a notice for each. A list that would be empty falls back to the
 * usual one, as every broken parameter does.
 */
export function knownView(view: View, catalog: Parameters<typeof unknownNames>[1]): { view: View; notices: Notice[] } {
  const notices = unknownNames(view, catalog);
  if (notices.length === 0) return { view, notices };
  const usual = defaultView();
  const unknown = new Set(notices.map((problem) => `${problem.field} ${problem.value}`));
  const known = (name: "platforms" | "countries" | "topics" | "sources") => {
    const kept = view[name].filter((id) => !unknown.has(`${name} ${id}`));
    return kept.length > 0 || view[name].length === 0 ? kept : usual[name];
  };
  const metric = unknown.has(`metric ${view.metric}`) ? usual.metric : view.metric;
  return {
    view: {
      ...view,
      metric,
      platforms: known("platforms"),
      countries: known("countries"),
      topics: known("topics"),
      sources: known("sources"),
    },
    notices: notices.map((problem) => ({ ...problem, detail: `${problem.detail} It was left out.` })),
  };
}

/** Ids of the sources that a view shows: those it names, or all that are not illustrative. */
export function sourcesOf(view: View, catalog: Pick<Catalog, "sources">): string[] {
  if (view.sources.length > 0) return view.sources;
  return catalog.sources.filter((source) => source.kind !== "illustrative").map((source) => source.id);
}

/** The same data for every range, interval and scale: the view whose answer a page keeps and cuts by itself. */
export function dataView(view: View): View {
  const { metric, platforms, countries, topics, sources, vintage } = view;
  return { ...defaultView(), metric, platforms, countries, topics, sources, vintage, range: "all" };
}

/** Whether two views are the same picture. */
export function sameView(a: View, b: View): boolean {
  return encodeView(a) === encodeView(b);
}

function list(
  name: "platforms" | "countries" | "topics" | "sources",
  type: string,
  shape: RegExp,
  fallback: string,
  help: string,
): Parameter {
  return {
    name,
    type: `${type}, comma between`,
    default: fallback,
    help,
    read: (text, view) => {
      const items = text === "" ? [] : [...new Set(text.split(","))];
      const good = items.filter((item) => shape.test(item)).slice(0, MAX_ITEMS);
      const bad = items.filter((item) => !shape.test(item));
      if (good.length > 0 || items.length === 0) view[name] = good;
      if (bad.length > 0)
        return notice(name, "malformed", bad.slice(0, 5).join(","), good.length > 0 ? "Showing the others." : "Showing the usual ones.");
      if (items.length > MAX_ITEMS)
        return { field: name, code: "too_many", detail: `The address names ${items.length} ${name}. Showing the first ${MAX_ITEMS}.` };
    },
    write: (view) => view[name].join(","),
  };
}

function flag(name: "figures" | "sum" | "partial", on: string, off: string, fallback: boolean, help: string): Parameter {
  return {
    name,
    type: [on, off || "empty"].join(" or "),
    default: fallback ? on : off,
    help,
    read: (text, view) => {
      if (text !== on && text !== off) return notice(name, "malformed", text, `Reading it as \`${fallback ? on : off}\`.`);
      view[name] = text === on;
    },
    write: (view) => (view[name] ? on : off),
  };
}

function choice<Name extends "scale" | "layout">(name: Name, values: readonly View[Name][], instead: string, help: string): Parameter {
  return {
    name,
    type: values.join(" or "),
    default: values[0] as string,
    help,
    read: (text, view) => {
      const value = values.find((known) => known === text);
      if (value === undefined) return notice(name, "malformed", text, instead);
      view[name] = value;
    },
    write: (view) => view[name],
  };
}

function bound(name: "from" | "to", help: string): Parameter {
  return {
    name,
    type: "day, YYYY-MM-DD",
    default: DEFAULT_RANGE[name],
    help,
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

function isDay(text: string): boolean {
  return dayNumber(text) !== undefined && text >= EARLIEST && text <= LATEST;
}

function notice(field: string, code: string, text: string, instead: string): Notice {
  return { field, code, value: cut(text), detail: `The address asked for \`${field}=${cut(text)}\`. ${instead}` };
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
