import type { Disturbance } from "../../../data/analysis/surge-accuracy.ts";
import type { Area } from "../../app/language.ts";

/** Words of what the Method page says of surges. How each figure is found is said in `data/chart/surge-words.ts`. */
export interface SurgeMethodWords {
  title: string;
  lead: string;
  figures: string;
  figure: string;
  found: string;
  noSurge: string;
  noSurgeLead: string;
  assumptions: string;
  assumed: readonly string[];
  accuracy: string;
  accuracyLead: (series: number) => string;
  excessAtPeak: string;
  accuracyRows: Record<"found" | "onsetWithinADay" | "peakWithinADay" | "peakExact" | "halfLife" | "retained", string>;
  falseLead: string;
  disturbed: Record<Disturbance, string>;
  coverage: (independent: string, alike: string) => string;
  answers: string;
  answered: readonly (readonly [name: string, text: string])[];
  beside: string;
  besideHow: string;
  same: string;
  table: string;
  csv: string;
}

export const SURGE_METHOD: Area<SurgeMethodWords> = {
  name: "surge-method",
  english: {
    title: "How a surge is found",
    lead: "A surge is a rise of a series above what it was before, that lasts. It is looked for in all stored days of the series, on logarithms, where a rise from 1 to 2 counts as one from 10 to 20. First a change of level before the highest days gives a first baseline; then onset and baseline are found in turn until they agree. The same function serves the card, the table of countries and the interface.",
    figures: "Each figure",
    figure: "Figure",
    found: "How it is found",
    noSurge: "Where there is none",
    noSurgeLead: "No surge is an answer. It comes with one of these reasons; a figure that a surge lacks has one of its own.",
    assumptions: "What is assumed",
    assumed: [
      "One surge: the largest. A second one in the same series is not told apart.",
      "A level and a rhythm of weekdays before it, and changes that multiply. Holidays and a change of the source's own method look like surges or hide them.",
      "Days of zero have no logarithm and are left out.",
      "The excess and the band: that nothing but the surge would have changed the series.",
      "A value that a model drew gives back the model. So the surge of a modelled series is a property of the model, and that of an illustrative one is made up; neither is quoted as a finding.",
    ],
    accuracy: "How well it is found",
    accuracyLead: (series) =>
      `Measured on ${series} series of each sort, whose truth is known: 120 days at a level of 300,000, a weekly rhythm of 12%, noise of 5%; a rise over seven days, then half of what stands above a plateau gone every six days. Percent of the series:`,
    excessAtPeak: "Excess at the peak",
    accuracyRows: {
      found: "Found",
      onsetWithinADay: "Onset within a day",
      peakWithinADay: "Peak within a day",
      peakExact: "Peak on the very day",
      halfLife: "Half-life within 15%",
      retained: "Retained after 28 days, within 5 points",
    },
    falseLead: "Of series without a surge, one is found in:",
    disturbed: {
      independent: "days that are independent",
      alike: "days like the day before (correlation 0.7)",
      trend: "a trend of 0.2% a day",
      spikes: "four single wild days",
    },
    coverage: (independent, alike) =>
      `Of 28 days to come, ${independent} lie within the band where days are independent, ${alike} where each is like the day before.`,
    answers: "Answers that may surprise",
    answered: [
      [
        "TikTok in the US",
        "Neither a surge nor a spike. By the press reading it rises, and what lasts is less than the half more that a surge takes; its highest day, 19 January, is a single one between two ordinary ones. As it is made up it dips by four percent, and by a third on one day.",
      ],
      [
        "RedNote in the US by the press reading",
        "A surge, but too early for half-life, plateau and retained share: the reading ends with its last figure, 14 days after the peak, and it takes 21, or 31 for the share after 28 days. It begins six days before the onset, so nothing tells the weekdays and there is no band. No figure of it is a finding: the days between the published ones are ours.",
      ],
      ["RedNote in the US by the blog reading", "Two days are too few to look for a surge."],
    ],
    beside: "One platform beside another",
    besideHow:
      "The surge of one platform gives the days. What it had above its expected sum is set against what TikTok lacked of its own, learnt from TikTok's days before that onset, each with the range in which the true one lies in 95 of 100. That both moved in the same days is all that it says: sums do not tell people apart, so it is no flow and no cause. Lead and lag are the days between the highest and the lowest; a cross-correlation was left out, because two series that each move once agree at some lag, whatever moved them.",
    same: "The same numbers:",
    table: "all countries in a table",
    csv: "RedNote and TikTok in the US as CSV",
  },
};
