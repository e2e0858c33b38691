import type { Area } from "../../app/language.ts";

/** A filter of the page, by the parameter of the address that it writes. */
export type EvidenceFilter = "platforms" | "countries" | "quantities" | "providers";

/** Words of the Evidence page that say nothing of a row: headings, controls, keys, states. */
export interface EvidencePageWords {
  title: string;
  loading: string;
  filter: Record<EvidenceFilter, string>;
  all: Record<EvidenceFilter, string>;
  figures: (count: string, one: boolean) => string;
  more: (shown: string, count: string) => string;
  brief: (parts: readonly string[]) => string;
  everything: string;
  showAll: string;
  parts: string;
  known: string;
  slider: string;
  latest: string;
  charts: string;
  marks: {
    label: string;
    dot: string;
    ring: string;
    untraceable: string;
    bound: string;
    range: string;
    bracket: string;
    undated: string;
    /** Where two vintages are drawn. */
    former: (vintage: string) => string;
    later: (vintage: string) => string;
  };
  scale: string;
  changes: string;
  help: string;
  open: string;
  inNumbers: string;
  table: string;
  heads: { days: string; figure: string; platform: string; who: string; published: string; conflict: string; growth: string; more: string };
  details: string;
  detailsOf: (figure: string) => string;
  shut: string;
  claims: string;
  claimsKey: string;
  behind: string;
  noneBehind: string;
  growthShort: string;
  noFigures: string;
  noMatch: string;
  notYet: string;
  toLatest: string;
  unknown: (field: "providers" | "quantities" | "figure", id: string) => string;
  failed: string;
}

export const EVIDENCE_PAGE: Area<EvidencePageWords> = {
  name: "evidence-page",
  english: {
    title: "Evidence",
    loading: "Loading the figures.",
    filter: { platforms: "Platforms", countries: "Countries", quantities: "Metric, as published", providers: "Providers" },
    all: { platforms: "All platforms", countries: "All countries", quantities: "All metrics", providers: "All providers" },
    figures: (count, one) => `${count} ${one ? "figure" : "figures"}`,
    more: (shown, count) => `${shown} and ${count} more`,
    brief: (parts) => parts.join(" · "),
    everything: "Every figure",
    showAll: "Show all figures",
    parts: "Parts of the page",
    known: "What was known when",
    slider: "Known by the end of",
    latest: "latest",
    charts: "Figures by provider",
    marks: {
      label: "How to read the marks",
      dot: "a number, with its days; relays of one number are one dot",
      ring: "in conflict with another",
      untraceable: "untraceable claim",
      bound: "under or over",
      range: "from the least to the most of one provider",
      bracket: "two readings, and how far apart",
      undated: "day of publication not known",
      former: (vintage) => `${vintage}, where it differs`,
      later: (vintage) => `${vintage}, named beside it`,
    },
    scale: "Each chart has a logarithmic scale of its own: equal distances are equal ratios.",
    changes: "Changes stand by their factors: halved is as far from unchanged as doubled.",
    help: "Chart of figures. Arrow keys read them, Enter opens the publication, G shows one on the growth chart, T goes to the table.",
    open: "Open the publication",
    inNumbers: "In numbers",
    table: "The same in numbers",
    heads: {
      days: "Days",
      figure: "Figure",
      platform: "Platform",
      who: "Measured by, published by",
      published: "Published",
      conflict: "In conflict",
      growth: "Growth chart",
      more: "More",
    },
    details: "more",
    detailsOf: (figure) => ` on ${figure}`,
    shut: "less",
    claims: "The claims of the article",
    claimsKey: "Filters leave these as they are.",
    behind: "Figures behind it",
    noneBehind: "No figure is behind it.",
    growthShort: "show",
    noFigures: "No figure had been received at this vintage.",
    noMatch: "No figure passes these filters.",
    notYet: "No figure that passes these filters is known to have been published by this day.",
    toLatest: "Go to the latest day",
    unknown: (field, id) =>
      `There is no ${{ providers: "provider", quantities: "metric of figures", figure: "figure" }[field]} \`${id}\`. It was left out.`,
    failed: "This part of the page could not be loaded. Reload the page to try again.",
  },
};
