import type { SourceKind } from "../../../data/model/source.ts";
import type { Area } from "../../app/language.ts";

/** Words of the page of topics. */
export interface TopicsPageWords {
  title: string;
  none: string;
  noneDek: string;
  /** Before the button that shows what is made up. */
  offer: (topics: number) => string;
  showMadeUp: string;
  madeUp: string;
  hideMadeUp: string;
  notThis: (metric: string) => string;
  of: string;
  drawn: string;
  drawings: readonly (readonly ["on" | "off", string])[];
  whole: string;
  wholes: readonly (readonly ["all" | "topics", string])[];
  countIncomplete: string;
  gapIncomplete: string;
  chart: string;
  legend: string;
  kind: Record<SourceKind, string>;
  /** Who says what is drawn. */
  shares: (sources: readonly (readonly [name: string, publisher: string, kind: SourceKind])[]) => string;
  vintage: (vintage: number) => string;
  received: (day: string, isNewest: boolean) => string;
  /** Another metric, platform or set of topics that has data. */
  showOther: (name: string) => string;
  claims: string;
  claimsDek: string;
  noClaim: string;
  /** A figure behind a claim, on the evidence page. */
  figure: (id: string) => string;
  table: string;
  tableDek: string;
  columns: { topic: string; place: string; source: string; first: string; most: string; last: string; change: string; dates: string };
  points: (points: string) => string;
  noTable: string;
  noPart: string;
  loading: string;
}

export const TOPICS_PAGE: Area<TopicsPageWords> = {
  name: "topicsPage",
  english: {
    title: "Topics",
    none: "No observed share of posts or comments by topic was found",
    noneDek:
      "What newcomers wrote about is known from reports of what journalists read, not from counts. Nothing is drawn until somebody sends counts. Below is what the article says of each topic, and what published figures say of that.",
    offer: (topics) => `Made-up series of ${topics} topics show what this page does. They measure nothing.`,
    showMadeUp: "Show them",
    madeUp: "These series are made up to show the feature. They measure nothing: do not quote them.",
    hideMadeUp: "Hide them",
    notThis: (metric) => `${metric} do not come by topic.`,
    of: "Of",
    drawn: "Drawn",
    drawings: [
      ["on", "Stacked"],
      ["off", "Each topic"],
    ],
    whole: "Share of",
    wholes: [
      ["all", "Everything"],
      ["topics", "These topics"],
    ],
    countIncomplete: "Count these days, too",
    gapIncomplete: "Leave them out",
    chart: "Pictures of shares. Left and right arrow keys read the dates, up and down the pictures.",
    legend: "From top to bottom",
    kind: { observed: "observed", estimate: "estimate", modelled: "modelled", illustrative: "made up" },
    shares: (sources) =>
      `Shares worked out from: ${sources.map(([name, publisher, kind]) => `${name}, ${publisher} (${kind === "illustrative" ? "made up" : kind})`).join("; ")}.`,
    vintage: (vintage) => `Vintage ${vintage}`,
    received: (day, isNewest) => `, received ${day}. ${isNewest ? "The newest." : "Read as of then."}`,
    showOther: (name) => `Show ${name}`,
    claims: "What the article says of each topic",
    claimsDek: "A finding says what published figures say of a claim, not whether it is true.",
    noClaim: "The article says nothing of this topic.",
    figure: (id) => `Figure ${id}`,
    table: "The same in numbers",
    tableDek: "Shares on the first and last date with all topics; the change between them in percentage points.",
    columns: {
      ...{ topic: "Topic", place: "Where", source: "Source", first: "First", most: "Highest", last: "Last" },
      ...{ change: "Change", dates: "Dates" },
    },
    points: (points) => `${points} points`,
    noTable: "No shares in this view.",
    noPart: "The part of the page that draws it did not arrive.",
    loading: "Loading the topics.",
  },
};
