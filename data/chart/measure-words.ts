import type { BaseRefusal } from "../analysis/measure.ts";
import type { Qualifier } from "../model/figure.ts";
import type { Measure } from "../model/view.ts";

/** What a change is measured from. */
export type Before = "day" | "weekday" | "week" | "month";

/** Why a series is not drawn in a measure, or has no place on an axis of days from day 0. */
export type LeftOut = BaseRefusal | "countries" | "population" | "onset" | "rank" | "range";

/** Every word that is said of a measure, of day 0 and of a second period: by the picture, its tip, its table and its controls. */
export interface MeasureWords {
  about: (text: string) => string;
  /** A figure as it was worded. */
  qualified: (text: string, qualifier: Qualifier) => string;
  list: (names: readonly string[]) => string;
  /** A metric as it is measured; `name` as the catalog has it, for the beginning of a sentence. */
  index: (name: string, base: string) => string;
  per100k: (name: string) => string;
  change: (name: string, before: Before, places: boolean) => string;
  /** The same for a narrow picture. */
  brief: { index: (name: string) => string; per100k: (name: string) => string; change: (name: string, places: boolean) => string };
  /** What 100 is: a day, or the bucket that holds it, or the first value of each line. */
  base: { day: (day: string) => string; week: (day: string) => string; month: (month: string) => string; own: string };
  /** Beside a measured value: the one that it was made of, in the metric's unit. */
  was: (value: string) => string;
  /** No measure of this metric. */
  refused: (measure: Measure, metric: string) => string;
  linear: string;
  byDay: string;
  noSecond: string;
  unknownEvent: (slug: string) => string;
  leftOut: (why: LeftOut, names: string) => string;
  fromZero: (count: number) => string;
  allCountries: string;
  /** Leads back to what is always there. */
  instead: string;
  /** Figures that a measure cannot convert. */
  figures: { change: string; index: (count: number) => string; aligned: (count: number) => string };
  day0: { onset: string; event: (title: string, day: string) => string };
  /** On the axis, at a line's end, in the tip. */
  day: (count: number) => string;
  onDay: (count: number) => string;
  dayOf: (count: number, onset: boolean) => string;
  /** A line and the day of its base or its day 0. */
  dayOfLine: (name: string, day: string) => string;
  bases: (lines: string) => string;
  ofModel: string;
  more: (count: number) => string;
  second: {
    label: (days: string) => string;
    behind: (days: string) => string;
    moved: (day: string, asked: string) => string;
    none: string;
    same: string;
  };
  handle: { label: string; own: (day: string) => string; hint: string };
  said: {
    in: (place: string) => string;
    madeUp: string;
    index: (most: string, day: string, last: string, lastDay: string) => string;
    per100k: (counted: string, most: string, day: string, last: string, lastDay: string) => string;
    change: (most: string, day: string, least: string, leastDay: string) => string;
    /** One value is all that may be quoted, or the highest is the last. */
    one: Record<"index" | "per100k" | "change", (value: string, day: string, counted: string) => string>;
    /** Nothing of a modelled line rests on published figures alone; of an index since its base does not. */
    nothing: (index: boolean) => string;
    second: { begin: string; was: (most: string, day: string, first: boolean) => string; between: string; end: string };
    more: (count: number) => string;
  };
}

const lower = (name: string) => (/^[A-Z][a-z]+ [A-Z]/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1));
const BEFORE: Record<Before, string> = {
  day: "from the day before",
  weekday: "from the same weekday a week before",
  week: "from the week before",
  month: "from the month before",
};

export const MEASURE: { name: "measure"; english: MeasureWords } = {
  name: "measure",
  english: {
    about: (text) => `about ${text}`,
    qualified: (text, qualifier) => `${qualifier} ${text}`.trim(),
    list: (names) => (names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`),
    index: (name, base) => `${name}, index, ${base}`,
    per100k: (name) => `${name} per 100,000 people`,
    change: (name, before, places) => `${name}, change ${BEFORE[before]} in ${places ? "places" : "%"}`,
    brief: {
      index: (name) => `${name}, index`,
      per100k: (name) => `${name} per 100k`,
      change: (name, places) => `${name}, change in ${places ? "places" : "%"}`,
    },
    base: {
      day: (day) => `${day} = 100`,
      week: (day) => `week of ${day} = 100`,
      month: (month) => `${month} = 100`,
      own: "first value of each line = 100",
    },
    was: (value) => `value ${value}`,
    refused: (measure, metric) =>
      measure === "index"
        ? `No index of ${lower(metric)}: a rank is no amount. Showing the rank.`
        : `No ${lower(metric)} per 100,000 people: that is no amount which could be shared out among them. Showing values.`,
    linear: "Changes can be zero or negative, which have no place on a logarithmic scale: drawn on a linear one.",
    byDay: "Lines that begin at day 0 are drawn by day.",
    noSecond: "No second period is drawn beside lines that begin at day 0.",
    unknownEvent: (slug) => `There is no event \`${slug}\`: drawn by calendar day.`,
    leftOut: (why, names) => {
      switch (why) {
        case "missing":
          return `No index of ${names}: nothing was reported for the base.`;
        case "countries":
          return `No index of ${names}: not all of the countries reported for the base.`;
        case "zero":
          return `No index of ${names}: the base is zero, and nothing is a percentage of zero.`;
        case "incomplete":
          return `No index of ${names}: the base has not all of its days.`;
        case "population":
          return `Left out: ${names}. The reference has no population there.`;
        case "onset":
          return `Left out: ${names}. No surge was found, so there is no day 0.`;
        case "rank":
          return `Left out: ${names}. No surge is looked for in ranks, so there is no day 0.`;
        case "range":
          return `Not in these days: ${names}.`;
      }
    },
    fromZero: (count) =>
      count === 1
        ? "One change from zero is left out: nothing is a percentage of zero."
        : `${count} changes from zero are left out: nothing is a percentage of zero.`,
    allCountries: "Days on which a country is missing are left out.",
    instead: "Show the values by calendar day",
    figures: {
      change: "Published figures are not drawn in this measure: each is a level, none a change.",
      index: (count) =>
        `${count === 1 ? "One published figure is" : `${count} published figures are`} not drawn in this measure: no line of their source has a base.`,
      aligned: (count) =>
        `${count === 1 ? "One published figure is" : `${count} published figures are`} not drawn: lines with other day 0s stand beside ${count === 1 ? "it" : "them"}.`,
    },
    day0: {
      onset: "day 0 = own onset",
      event: (title, day) => `day 0 = ${title}, ${day}`,
    },
    day: (count) => (count === 0 ? "day 0" : `${count > 0 ? "+" : "−"}${Math.abs(count)}`),
    onDay: (count) => `day ${count < 0 ? "−" : ""}${Math.abs(count)}`,
    dayOf: (count, onset) => {
      const days = `${Math.abs(count)} ${Math.abs(count) === 1 ? "day" : "days"}`;
      const zero = onset ? "its own onset" : "the event";
      return count === 0
        ? `Day 0, ${onset ? "the own onset of each line" : "the event"}`
        : `Day ${count < 0 ? "−" : ""}${Math.abs(count)}, ${days} ${count < 0 ? "before" : "after"} ${zero}`;
    },
    dayOfLine: (name, day) => `${name} ${day}`,
    bases: (lines) => `The first values: ${lines}.`,
    ofModel: "a property of the model",
    more: (count) => `${count} more`,
    second: {
      label: (days) => days,
      behind: (days) => `Behind, thinner and with diamonds: ${days}, weekday on weekday.`,
      moved: (day, asked) => `It begins on ${day} instead of ${asked}, so that weekdays fall on weekdays.`,
      none: "Nothing was reported in the second period.",
      same: "The second period is the first: choose other days to compare.",
    },
    handle: {
      label: "Base of the index",
      own: (day) => `${day}, the first value`,
      hint: "The day that is 100. Drag it, or move it with the arrow keys; B takes the day that is read.",
    },
    said: {
      in: (place) => ` in ${place}`,
      madeUp: "Made up: ",
      index: (most, day, last, lastDay) => ` stood highest at an index of ${most} on ${day}, and at ${last} on ${lastDay}.`,
      per100k: (counted, most, day, last, lastDay) =>
        ` had at most ${most} ${counted} per 100,000 people, on ${day}, and ${last} on ${lastDay}.`,
      change: (most, day, least, leastDay) => `: highest change ${most} on ${day}, lowest ${least} on ${leastDay}.`,
      one: {
        index: (value, day) => ` stood at an index of ${value} on ${day}.`,
        per100k: (value, day, counted) => ` had ${value} ${counted} per 100,000 people on ${day}.`,
        change: (value, day) => ` changed by ${value} on ${day}.`,
      },
      nothing: (index) =>
        index
          ? ": no index of it is quoted, since its base is a modelled day."
          : ": nothing of it is quoted, since no such value rests on published figures alone.",
      second: {
        begin: " In the second period ",
        was: (most, day, first) => ` ${first ? "was highest at" : "at"} ${most} on ${day}`,
        between: ", ",
        end: ".",
      },
      more: (count) => ` ${count} more below.`,
    },
  },
};
