import { later } from "../../app/later.ts";

/** The chart, its sentence and its tables: by far the largest chunk, asked for before the page that shows it. */
export const PICTURE = later(() => import("./GrowthPicture.tsx"));
