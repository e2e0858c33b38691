import type { SourceKind } from "../../../data/model/source.ts";
import type { Measure } from "../../../data/model/view.ts";
import type { Area } from "../../app/language.ts";

/** Words of the growth page around its chart, and of the states that other pages have, too. */
export interface GrowthWords {
  page: string;
  /** What a tab is called. */
  title: (platforms: readonly string[], what: string) => string;
  /** Runs of the headline that stay on one line. */
  together: RegExp;
  marks: {
    label: string;
    figure: string;
    conflict: string;
    untraceable: string;
    kind: Record<SourceKind, string>;
    part: string;
    noFigure: string;
    noData: string;
  };
  measure: { label: string; names: Record<Measure, string>; day0: string; second: string };
  hint: readonly [before: string, after: string];
  source: {
    figures: string;
    via: (provider: string) => string;
    /** What parts pages of one provider, and providers. */
    comma: string;
    semicolon: string;
    mirror: string;
    published: (day: string) => string;
    more: (count: number) => string;
    /** The same where nothing stands below. */
    others: (count: number) => string;
    stop: string;
    lines: (sources: readonly (readonly [name: string, publisher: string, kind: SourceKind])[]) => string;
    modelled: string;
    illustrative: string;
    how: string;
    vintage: (vintage: number) => string;
    received: (day: string) => string;
    newest: string;
    asOfThen: string;
  };
  failed: string;
  holds: (vintage: number, day: string) => string;
  newer: (vintage: number, newest: number) => string;
  live: string;
  offline: (vintage: number) => string;
  loading: string;
  tablesFailed: string;
}

export const GROWTH: Area<GrowthWords> = {
  name: "growth",
  english: {
    page: "Growth",
    title: (platforms, what) => `Growth: ${platforms.length > 0 ? platforms.join(" and ") : "no data"}, ${what}`,
    together: /(A second|Made up:)/,
    marks: {
      label: "How to read the marks",
      figure: "published figure",
      conflict: "in conflict, not modelled",
      untraceable: "untraceable claim",
      kind: { observed: "observed", estimate: "estimate", modelled: "modelled", illustrative: "made up to show the feature" },
      part: "incomplete week or month",
      noFigure: "no figure",
      noData: "no data",
    },
    measure: {
      label: "Measure",
      names: { value: "Value", index: "Index", per100k: "Per 100,000", daychange: "Day change", weekchange: "Week change" },
      day0: "day 0",
      second: "2 periods",
    },
    hint: ["Drag the window, or use ", " to move it by a day."],
    source: {
      figures: "Figures: ",
      via: (provider) => `${provider}, via `,
      comma: ", ",
      semicolon: "; ",
      mirror: " (seen on a mirror)",
      published: (day) => ` (${day})`,
      more: (count) => `, and ${count} more below`,
      others: (count) => `, and ${count} more`,
      stop: ". ",
      lines: (sources) =>
        `Lines: ${sources.map(([name, publisher, kind]) => `${name}${publisher ? `, ${publisher}` : ""} (${kind})`).join("; ")}. `,
      modelled: "Daily lines: modelled by RedNote Surge through published figures, and nowhere beyond them. ",
      illustrative: "Illustrative lines are made up to show the feature. ",
      how: "How the lines are made",
      vintage: (vintage) => `Vintage ${vintage}`,
      received: (day) => `, received ${day}`,
      newest: ". The newest.",
      asOfThen: ". Read as of then.",
    },
    failed: "Could not reach the data.",
    holds: (vintage, day) => ` The chart shows vintage ${vintage}, from ${day}.`,
    newer: (vintage, newest) => `You see vintage ${vintage}. Newer data exist: vintage ${newest}.`,
    live: "Go live",
    offline: (vintage) => `Offline. You see vintage ${vintage}.`,
    loading: "Loading the chart.",
    tablesFailed: "The tables could not be loaded. Reload the page to try again.",
  },
};
