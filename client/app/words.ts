import type { Page } from "../../data/model/page.ts";
import type { Area } from "./language.ts";

/** Words of the header and of what any page may say. */
export interface HeaderWords {
  skip: string;
  home: string;
  pages: string;
  page: Record<Page, string>;
  forget: string;
  /** What a tab is called. */
  title: (what: string) => string;
  again: string;
  unlockFailed: string;
}

export const HEADER: Area<HeaderWords> = {
  name: "header",
  english: {
    skip: "Skip to the chart",
    home: "RedNote Surge, home",
    pages: "Pages",
    page: { growth: "Growth", countries: "Countries", data: "Data", method: "Method" },
    forget: "Forget the token",
    title: (what) => `${what} · RedNote Surge`,
    again: "Try again",
    unlockFailed: "The form for a token could not be loaded. Reload the page to try again.",
  },
};
