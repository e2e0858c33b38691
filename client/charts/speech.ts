import { CHART } from "../../data/chart/chart-words.ts";
import type { Speech } from "../../data/chart/lines.ts";
import { format } from "../app/format.ts";
import { wordsOf } from "../app/language.ts";

/** The language of the page, as a picture takes it. Call it while drawing, not when a module is loaded. */
export function speech(): Speech {
  return { words: wordsOf(CHART), format: format() };
}
