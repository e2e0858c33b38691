import { later } from "../../app/later.ts";

/** What draws the charts of lines: by far the largest chunk, asked for before the page that shows it. */
export const STORY_CHART = later(() => import("./StoryChart.tsx"));
/** The others, which nobody sees before they scroll. */
export const STORY_EVIDENCE = later(() => import("./StoryEvidence.tsx"));
export const STORY_MAP = later(() => import("./StoryMap.tsx"));
