import type { Day } from "./day.ts";

/** How the publisher came to the number. `untraceable` figures are shown as such and enter no model. */
export type EstimateKind = "estimate" | "official" | "reported_by_sources" | "untraceable";

/** What the words around the number say: `about 300k`, `under 700k`, `over 3M`; empty where it stands alone. */
export type Qualifier = "" | "about" | "under" | "over";

/** Whether the number is the level on each of its days, or the total of all of them. */
export type Basis = "level" | "total";

/** A number that somebody published. Comes from `data/reference/reported-figures.csv`; may conflict with others. */
export interface Figure {
  id: string;
  platform: string;
  country: string;
  /** The publisher's own metric, e.g. `downloads_daily`. */
  metric: string;
  /** The metric of the catalog that it can be drawn beside; `null` where none matches. */
  metric_id: string | null;
  basis: Basis;
  date_from: Day;
  date_to: Day;
  /** In `unit`. */
  value: number;
  unit: string;
  qualifier: Qualifier;
  estimate_kind: EstimateKind;
  publisher: string;
  data_provider: string;
  url: string;
  /** Whether `url` is a copy on another host than the publisher's. */
  mirror: boolean;
  published_on: Day | null;
  note: string;
  /** Ids of the modelled sources whose line this figure fixes. */
  fixes: string[];
}

/** An event with the address where its date was seen. Comes from `data/reference/events.csv`. */
export interface SurgeEvent {
  date: Day;
  /** Last day, where it lasted; `null` otherwise. */
  until: Day | null;
  slug: string;
  title: string;
  /** At most four words, for the axis. */
  short: string;
  /** 0 is drawn first. */
  rank: number;
  platforms: string[];
  countries: string[];
  kind: string;
  url: string;
  note: string;
}

/** One claim of the article and what the figures say of it. Comes from `data/reference/claims.csv`. */
export interface Claim {
  id: string;
  topic: string;
  claim: string;
  kind: "measurable" | "qualitative";
  finding: "supported" | "partly" | "disputed" | "contradicted" | "not_measured";
  /** Ids of figures. */
  evidence: string[];
  note: string;
}

/** Who said a figure: whom we saw it through, who measured it, and whether the page is a copy. */
export interface Sayers {
  publisher: string;
  /** `null`: nobody is named. Empty: the publisher itself. */
  provider: string | null;
  mirror: boolean;
}

const NAMELESS = /^(none|none given|not stated.*|media reports|)$/i;

/** @example sayersOf({ publisher: "Reuters via Nation (Kenya)", data_provider: "Sensor Tower", mirror: false }).publisher // "Reuters" */
export function sayersOf(figure: Pick<Figure, "publisher" | "data_provider" | "mirror">): Sayers {
  const publisher = figure.publisher
    .replace(/ via .*$/, "")
    .replace(/ \(.*\)$/, "")
    .trim();
  const provider = figure.data_provider.trim();
  const own = publisher.toLowerCase().startsWith(provider.toLowerCase());
  return { publisher, provider: NAMELESS.test(provider) ? null : own ? "" : provider, mirror: figure.mirror };
}

/** Who measured a figure, as an address names it and as people do; without a name where nobody is named. */
export interface Provider {
  id: string;
  name: string | null;
}

/** All whom nobody names: one row, one filter. */
const UNNAMED = "unnamed";

/**
 * @example providerOf({ data_provider: "DataEye research (app data)" }) // { id: "dataeye-research-app-data", name: "DataEye research (app data)" }
 * @example providerOf({ data_provider: "not stated" }) // { id: "unnamed", name: null }
 */
export function providerOf(figure: Pick<Figure, "data_provider">): Provider {
  const name = figure.data_provider.trim();
  if (NAMELESS.test(name)) return { id: UNNAMED, name: null };
  const id = name
    .toLowerCase()
    .replaceAll(/[^\x20-\x7e]/gu, (letter) => ` u${letter.codePointAt(0)?.toString(16)} `)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 64)
    .replaceAll(/^-|-$/g, "");
  return { id: id === "" || id === UNNAMED ? `${id}0` : id, name };
}

/**
 * Who said a figure, in a few words: the provider, and through whom we saw it.
 *
 * @example "Similarweb, via Reuters"
 * @example "Similarweb blog, on a mirror"
 * @example "Naturality Digital, provider unnamed"
 */
export function saidBy(figure: Pick<Figure, "publisher" | "data_provider" | "mirror">): string {
  const { publisher, provider, mirror } = sayersOf(figure);
  const place = mirror ? ", on a mirror" : "";
  if (provider === null) return `${publisher}, provider unnamed${place}`;
  return provider === "" ? `${publisher}${place}` : `${provider}, via ${publisher}${place}`;
}
