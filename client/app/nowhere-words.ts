import type { Area } from "./language.ts";

/** Words of an address at which there is no page. */
export interface NowhereWords {
  title: string;
  /** What stands before and after the path. */
  nothing: readonly [before: string, after: string];
  mistyped: string;
  show: string;
}

export const NOWHERE: Area<NowhereWords> = {
  name: "nowhere",
  english: {
    title: "Nothing here",
    nothing: ["There is nothing at ", "."],
    mistyped: "The address may be mistyped or cut off. A chart has an address that begins with /growth.",
    show: "Show the growth chart",
  },
};
