import { CLAIMS } from "../../../data/chart/claim-words.ts";
import { EVIDENCE } from "../../../data/chart/evidence-words.ts";
import type { Told } from "../../../data/chart/figure-text.ts";
import { format } from "../../app/format.ts";
import { wordsOf } from "../../app/language.ts";

/** How the page's language writes figures and claims. Call it while drawing. */
export function toldHere(): Told {
  return { format: format(), words: wordsOf(EVIDENCE), claims: wordsOf(CLAIMS) };
}
