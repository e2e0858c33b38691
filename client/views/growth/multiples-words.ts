import type { Area } from "../../app/language.ts";

/** Words of the small pictures by country. */
export interface MultiplesWords {
  /** What the picture is, and how it is read. */
  label: string;
  /** Under it: all have one scale. */
  scale: string;
  /** How tall ten times is. */
  decade: string;
  nothing: string;
  /** The picture as it is asked for leaves the country out; the line under the headline says why. */
  leftOut: string;
  more: (count: number) => string;
  left: (names: readonly string[]) => string;
}

export const MULTIPLES: Area<MultiplesWords> = {
  name: "multiples",
  english: {
    label: "Small charts by country. Left and right arrow keys change the day, up and down the country.",
    scale: "All on one scale: the same height is the same value, and the same slope the same growth.",
    decade: "×10 is this tall:",
    nothing: "No data in these days",
    leftOut: "Left out here: see above",
    more: (count) => `and ${count} more`,
    left: (names) => `${names.length} more ${names.length === 1 ? "country has" : "countries have"} no room here: ${names.join(", ")}.`,
  },
};
