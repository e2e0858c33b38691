import type { Page } from "../model/page.ts";

/** What the pages are called. */
export const PAGE_TITLES: Readonly<Record<Page, string>> = {
  story: "Story",
  growth: "Growth",
  map: "Map",
  countries: "Countries",
  topics: "Topics",
  evidence: "Evidence",
  data: "Data",
  method: "Method",
};
