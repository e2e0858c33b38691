import type { Area } from "./language.ts";

/** What has keys of its own. */
export type KeyGroup = "lists" | "chart" | "base" | "strip" | "map" | "days" | "figures" | "calendar";

/** Keys as they are printed on them, and what they do. */
type Keys = readonly (readonly [keys: readonly string[], what: string])[];

/** Words of the help on `?`. */
export interface HelpWords {
  title: string;
  close: string;
  groups: Record<KeyGroup | "everywhere", { title: string; keys: Keys }>;
  /** @param keys that are pressed alone on this page */
  single: (keys: readonly string[]) => string;
}

export const HELP: Area<HelpWords> = {
  name: "help",
  english: {
    title: "Keys of this page",
    close: "Close the keys",
    groups: {
      everywhere: {
        title: "Everywhere",
        keys: [
          [["Tab", "Shift Tab"], "to the next control, or the one before"],
          [["?"], "these keys"],
          [["S"], "share what is shown"],
          [["Esc"], "closes what is open"],
        ],
      },
      lists: {
        title: "Filters",
        keys: [
          [["Enter"], "opens a filter"],
          [["↑", "↓"], "from entry to entry"],
          [["PageUp", "PageDown"], "several entries on"],
          [["Space", "Enter"], "chooses an entry, or lets it go"],
          [["Shift Enter"], "chooses it alone, where several can be chosen"],
        ],
      },
      chart: {
        title: "Chart",
        keys: [
          [["←", "→"], "reads the point before, or the next"],
          [["PageUp", "PageDown"], "seven points back, or on"],
          [["Home", "End"], "the first point, or the last"],
          [["T"], "to the table with the same numbers, and back"],
          [["Esc"], "stops reading"],
        ],
      },
      base: {
        title: "Index",
        keys: [
          [["B"], "takes the point that is read for the day that is 100"],
          [["←", "→"], "on its handle: a day back, or on; with Shift a week"],
        ],
      },
      strip: {
        title: "Strip of days under the chart",
        keys: [
          [["←", "→"], "moves the window, or the handle, by a day"],
          [["Shift ←", "Shift →"], "by a week"],
          [["PageUp", "PageDown"], "by four weeks"],
          [["Home", "End"], "as far as it goes"],
        ],
      },
      map: {
        title: "Map",
        keys: [
          [["←", "→", "↑", "↓"], "to the nearest country in that direction"],
          [["PageUp", "PageDown"], "up, or down, in the order of the list"],
          [["Home", "End"], "to the first of the list, or the last with a value"],
          [["Enter"], "chooses the country"],
          [["T"], "to the list with the same numbers, and back"],
          [["Esc"], "stops reading"],
        ],
      },
      days: {
        title: "Day of the map",
        keys: [
          [["←", "→"], "a day back, or on"],
          [["Shift ←", "Shift →"], "a week"],
          [["PageUp", "PageDown"], "four weeks"],
          [["Home", "End"], "the first day, or the last"],
          [["Space"], "plays the days, or stands still"],
        ],
      },
      figures: {
        title: "Chart of figures",
        keys: [
          [["←", "→", "↑", "↓"], "from figure to figure"],
          [["Home", "End"], "the first figure, or the last"],
          [["Enter"], "opens where it was published"],
          [["G"], "shows it on the growth chart"],
          [["T"], "to the list with the same figures"],
          [["Esc"], "stops reading"],
        ],
      },
      calendar: {
        title: "Calendar of days",
        keys: [
          [["←", "→"], "a day back, or on"],
          [["↑", "↓"], "a week"],
          [["PageUp", "PageDown"], "four weeks"],
          [["Home", "End"], "the first day, or the last"],
        ],
      },
    },
    single: (keys) => `Keys that are pressed alone (${keys.join(", ")}) work. Off, they do nothing until the page is loaded again.`,
  },
};
