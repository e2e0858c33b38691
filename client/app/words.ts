import { PAGE_TITLES } from "../../data/chart/page-titles.ts";
import type { Page } from "../../data/model/page.ts";
import type { Theme } from "../controls/theme.ts";
import type { Area } from "./language.ts";

/** Words of the header and of what any page may say. */
export interface HeaderWords {
  skip: string;
  home: string;
  pages: string;
  page: Record<Page, string>;
  forget: string;
  theme: (theme: Theme) => string;
  keys: string;
  share: string;
  shareView: string;
  sharePage: string;
  /** What a tab is called. */
  title: (what: string) => string;
  again: string;
  reload: string;
  /** A part of the page did not arrive: all of it, or what a button opens. */
  pageFailed: string;
  partFailed: string;
  unlockFailed: string;
}

export const HEADER: Area<HeaderWords> = {
  name: "header",
  english: {
    skip: "Skip to the chart",
    home: "RedNote Surge, home",
    pages: "Pages",
    page: PAGE_TITLES,
    forget: "Forget the token",
    theme: (theme) => `Theme: ${theme === "system" ? "as the system" : theme}`,
    keys: "Keys of this page",
    share: "Share",
    shareView: "Share this view",
    sharePage: "Share this page",
    title: (what) => `${what} · RedNote Surge`,
    again: "Try again",
    reload: "Reload the page",
    pageFailed: "The part of the page that draws it did not arrive.",
    partFailed: "This could not be loaded. Close it and open it again.",
    unlockFailed: "The form for a token could not be loaded. Reload the page to try again.",
  },
};
