import type { Area } from "../../app/language.ts";

/** Words of the page that says how lines are made. */
export interface MethodWords {
  title: string;
  lead: string;
  failed: string;
  sources: string;
  licence: (licence: string) => string;
  fixing: string;
  ofView: string;
  head: { days: string; figure: string; of: string; said: string; fixes: string; note: string };
  comma: string;
  data: string;
  /** What stands between the links to the four. */
  open: readonly [string, string, string, string, string];
  links: { figures: string; events: string; vintages: string; description: string };
}

export const METHOD: Area<MethodWords> = {
  name: "method",
  english: {
    title: "How the lines are made",
    lead: "Nobody published a daily count. What was published are single figures, by different firms, relayed by different outlets, and they differ by a factor of ten. A dot is such a figure. A dashed line is a model that passes through the figures it names and draws an even rate of growth between them, with a weekly rhythm. It begins with its first figure and ends with its last; beyond them the chart is hatched.",
    failed: "Could not reach the data.",
    sources: "Sources",
    licence: (licence) => `Licence: ${licence}. `,
    fixing: "Figures that fix a line",
    ofView: "Of the platforms and countries of the view you came from.",
    head: { days: "Days", figure: "Figure", of: "Of", said: "Said by", fixes: "Fixes", note: "Note" },
    comma: ", ",
    data: "The data",
    open: ["Everything here is open: ", ", ", ", ", ", and the ", "."],
    links: { figures: "all figures as CSV", events: "events", vintages: "vintages", description: "description of the interface" },
  },
};
