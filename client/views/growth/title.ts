import { useEffect } from "react";
import type { ChartModel } from "../../../data/chart/picture.ts";
import { wordsOf } from "../../app/language.ts";
import { HEADER } from "../../app/words.ts";
import { GROWTH } from "./words.ts";

/** Names the page after what it shows, so that tabs and bookmarks can be told apart. */
export function useTitle(model: ChartModel): void {
  const platforms = model.panels.map((panel) => panel.title);
  const title = wordsOf(HEADER).title(wordsOf(GROWTH).title(platforms, model.what));
  useEffect(() => {
    document.title = title;
  }, [title]);
}
