import type { Page } from "../../../data/model/page.ts";
import type { Area } from "../../app/language.ts";

/** Words of the story's page around its sentences. */
export interface StoryPageWords {
  /** Before the addresses of the pages that a sentence quotes. */
  pages: (count: number) => string;
  open: (page: string) => string;
  further: string;
  /** What each page is for. */
  about: Partial<Record<Page, string>>;
  /** A section whose rows this vintage does not have, or that say something else there. */
  missing: (vintage: number) => string;
  loading: string;
}

export const STORY_PAGE: Area<StoryPageWords> = {
  name: "storyPage",
  english: {
    pages: (count) => (count === 1 ? "Page:" : "Pages:"),
    open: (page) => `Open this chart in ${page}`,
    further: "Look for yourself",
    about: {
      growth: "lines of any platform, country, metric and days, with every figure beside them",
      map: "countries by any metric on a day, and a slider that plays the days",
      countries: "a row for each series, with its surge",
      topics: "what the article claims of each topic, and shares of whoever counts them",
      evidence: "every published figure by who measured it, its conflicts, and the claims of the article",
      data: "what was received and when, and your own snapshots",
      method: "how the lines are made, and from which figures",
    },
    missing: (vintage) => `The figures that this part quotes are not in vintage ${vintage}, or say something else there.`,
    loading: "Loading the story.",
  },
};
