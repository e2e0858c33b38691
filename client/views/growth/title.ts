import { useEffect } from "react";
import type { ChartModel } from "../../../data/chart/model.ts";

/** Names the page after what it shows, so that tabs and bookmarks can be told apart. */
export function useTitle(model: ChartModel): void {
  const platforms = model.panels.map((panel) => panel.title).join(" and ") || "no data";
  const title = `Growth: ${platforms}, ${model.description.split(", by ")[0]} · RedNote Surge`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
