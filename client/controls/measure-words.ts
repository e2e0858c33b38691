import type { Measure } from "../../data/model/view.ts";
import type { Area } from "../app/language.ts";

/** Words of the popover that chooses a measure, its base, day 0 and a second period. */
export interface MeasurePanelWords {
  measure: string;
  choices: Record<Measure, readonly [name: string, detail: string]>;
  noneOfRanks: string;
  notShared: string;
  base: string;
  baseDay: string;
  own: string;
  baseHint: string;
  begin: string;
  calendar: string;
  onset: string;
  event: (title: string, day: string) => string;
  compare: string;
  none: string;
  before: string;
  year: string;
  from: string;
  shifted: string;
}

export const MEASURE_PANEL: Area<MeasurePanelWords> = {
  name: "measure-panel",
  english: {
    measure: "Measure",
    choices: {
      value: ["Value", "as it was reported"],
      index: ["Index", "100 on the base day"],
      per100k: ["Per 100,000 people", "of the country"],
      daychange: ["Change from the day before", "in %; of ranks in places; by week and month from the one before"],
      weekchange: ["Change from the week before", "in %, by day from the same weekday"],
    },
    noneOfRanks: "not of ranks",
    notShared: "not of this metric",
    base: "Base",
    baseDay: "Day",
    own: "First value of each line",
    baseHint: "Or drag the 100 on the chart; B takes the day that is read.",
    begin: "Lines begin at",
    calendar: "Calendar days",
    onset: "Day 0: own onset of each line",
    event: (title, day) => `Day 0: ${title}, ${day}`,
    compare: "Second period",
    none: "None",
    before: "Just before",
    year: "52 weeks before",
    from: "From",
    shifted: "As long as the first; moved by whole weeks, so that weekdays fall on weekdays.",
  },
};
