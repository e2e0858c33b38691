import type { ChangeKind } from "../analysis/view-change.ts";
import type { SourceKind } from "../model/source.ts";

/** How many of a kind. */
export type Counts<Kind extends string> = Readonly<Record<Kind, number>>;

/** What may happen to a published figure. */
export type FigureChange = "added" | "changed" | "withdrawn";

/** Every word of the feed of a view. Numbers, days and names come as they are written. */
export interface FeedWords {
  title: (metric: string, platforms: readonly string[], places: readonly string[]) => string;
  about: string;
  vintage: (number: number, told: string) => string;
  values: (counts: Counts<ChangeKind>) => string[];
  figures: (counts: Counts<FigureChange>) => string[];
  /** After how many values there are: of which kinds they are, where they are not all observed. */
  kinds: (kinds: readonly SourceKind[]) => string;
  /** Between parts of which each can stand alone. */
  and: string;
  series: (platform: string, place: string, source: string, kind: SourceKind) => string;
  topic: (series: string, topic: string) => string;
  change: (kind: ChangeKind, days: string, count: number) => string;
  /** Runs of days, and how many days are not said. */
  days: (runs: readonly string[], more: number) => string;
  line: (series: string, changes: string) => string;
  figure: (what: FigureChange, said: string, days: string, by: string) => string;
  moreSeries: (count: number) => string;
  moreFigures: (count: number) => string;
  page: (vintage: number) => string;
  drawn: string;
  diff: string;
}

const of = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
const CHANGED = { inserted: "new", revised: "revised", retracted: "withdrawn" } as const;
const KIND: Record<SourceKind, string> = {
  observed: "observed",
  estimate: "estimate",
  modelled: "modelled",
  illustrative: "made up to show the feature",
};

export const FEED: { name: "feed"; english: FeedWords } = {
  name: "feed",
  english: {
    title: (metric, platforms, places) => `RedNote Surge: ${metric}, ${platforms.join(", ")}, ${places.join(", ")}`,
    about: "New vintages and restatements of one view: which batch changed which of its values and figures.",
    vintage: (number, told) => `Vintage ${number}: ${told}`,
    values: ({ inserted, revised, retracted }) => [
      ...(inserted > 0 ? [of(inserted, "new value")] : []),
      ...(revised > 0 ? [`${of(revised, "value")} revised`] : []),
      ...(retracted > 0 ? [`${of(retracted, "value")} withdrawn`] : []),
    ],
    figures: ({ added, changed, withdrawn }) => [
      ...(added > 0 ? [of(added, "new published figure")] : []),
      ...(changed > 0 ? [`${of(changed, "published figure")} changed`] : []),
      ...(withdrawn > 0 ? [`${of(withdrawn, "published figure")} withdrawn`] : []),
    ],
    kinds: (kinds) => ` (${kinds.map((kind) => KIND[kind]).join(", ")})`,
    and: ", ",
    series: (platform, place, source, kind) => `${platform}, ${place}, from ${source} (${KIND[kind]})`,
    topic: (series, topic) => `${series}, topic ${topic}`,
    change: (kind, days, count) => `${of(count, "day")} ${CHANGED[kind]} (${days})`,
    days: (runs, more) => `${runs.join(", ")}${more > 0 ? ` and ${of(more, "further day")}` : ""}`,
    line: (series, changes) => `${series}: ${changes}.`,
    figure: (what, said, days, by) => `Published figure ${what}: ${said}, ${days}, by ${by}.`,
    moreSeries: (count) => `And ${count} further series.`,
    moreFigures: (count) => `And ${of(count, "further figure")}.`,
    page: (vintage) => `The chart at vintage ${vintage}`,
    drawn: "What changed, drawn on the chart before it",
    diff: "Every changed value, old and new (JSON)",
  },
};
