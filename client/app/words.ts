import type { Page } from "../../data/model/page.ts";
import type { Area } from "./language.ts";

/** Words of the header. */
export interface HeaderWords {
  skip: string;
  home: string;
  pages: string;
  page: Record<Page, string>;
}

export const HEADER: Area<HeaderWords> = {
  name: "header",
  english: {
    skip: "Skip to the chart",
    home: "RedNote Surge, home",
    pages: "Pages",
    page: { growth: "Growth", countries: "Countries", data: "Data", method: "Method" },
  },
};
