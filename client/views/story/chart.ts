import { later } from "../../app/later.ts";

/** What draws the charts of the story: by far the largest chunk, asked for before the page that shows it. */
export const STORY_CHART = later(() => import("./StoryChart.tsx"));
