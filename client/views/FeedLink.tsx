import type { ReactElement } from "react";
import { feedPath, type Page } from "../../data/model/page.ts";
import type { View } from "../../data/model/view.ts";
import { language, wordsOf } from "../app/language.ts";
import { useToken } from "../app/token.ts";
import { FEED_LINK } from "./feed-words.ts";
import styles from "./page.module.css";

/** A quiet way to the feed of what a page shows. Where access is private there is none: readers of feeds send no token. */
export function FeedLink({ page, view }: { page: Page; view: View }): ReactElement | null {
  const { isPrivate } = useToken();
  const path = feedPath(page, view, language());
  if (path === null || isPrivate) return null;
  const words = wordsOf(FEED_LINK);
  return (
    <a href={path} className={styles.quiet} title={words.about} type="application/atom+xml">
      {page === "story" || page === "evidence" ? words.ofChart : words.ofView}
    </a>
  );
}
