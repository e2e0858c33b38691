import type { Area } from "../../app/language.ts";

/** Words around a chart on a page of somebody else. */
export interface EmbedWords {
  open: string;
  /** What a link does that leaves the page: for those who do not see it. */
  apart: string;
}

export const EMBEDDED: Area<EmbedWords> = {
  name: "embed",
  english: {
    open: "Open in RedNote Surge",
    apart: " (opens in a new window)",
  },
};
