import type { Area } from "../app/language.ts";

/** Words of the link to a feed. */
export interface FeedLinkWords {
  /** Where the page is one view, and where it shows more than that. */
  ofView: string;
  ofChart: string;
  /** What a feed is, for those who point at the link. */
  about: string;
}

export const FEED_LINK: Area<FeedLinkWords> = {
  name: "feed-link",
  english: {
    ofView: "Feed of this view",
    ofChart: "Feed of the growth chart",
    about: "New and changed data as Atom, for a reader of feeds",
  },
};
