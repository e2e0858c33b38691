import type { MapTold } from "../../../data/chart/map-reading.ts";
import { MAP } from "../../../data/chart/map-words.ts";
import { SURGE } from "../../../data/chart/surge-words.ts";
import { format } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";

/** The language of the page, as the map's own words want it. */
export function mapTold(): MapTold {
  return { words: wordsOf(MAP), surge: wordsOf(SURGE), format: format() };
}
