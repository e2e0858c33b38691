import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Figure } from "../model/figure.ts";
import { defaultView, type View } from "../model/view.ts";
import { CLAIM_ROW, COUNTRY_ROW, FIGURE_ROW, PLATFORM_ROW, TOPIC_ROW } from "../reference/entries.ts";
import type { Row } from "../reference/row.ts";
import { tableOf } from "../reference/table.ts";
import { CLAIMS as CLAIM_WORDS } from "./claim-words.ts";
import type { EvidenceInput } from "./evidence-input.ts";
import { EVIDENCE } from "./evidence-words.ts";
import { ENGLISH_FORMAT } from "./format.ts";
import { QUANTITY } from "./quantity-words.ts";

/** The files that ship, as the page has them. */
function shipped<Entry>(row: Row<Entry>, file: string): Entry[] {
  const records = parse(readFileSync(`data/reference/${file}`)) as string[][];
  return tableOf(
    row,
    records.map((cells, index) => ({ line: index + 1, cells })),
  ).entries;
}

export const FIGURES = shipped(FIGURE_ROW, "reported-figures.csv").map((one): Figure => ({ ...one, fixes: [] }));
export const CLAIMS = shipped(CLAIM_ROW, "claims.csv");
export const CATALOG = {
  platforms: shipped(PLATFORM_ROW, "platforms.csv"),
  countries: shipped(COUNTRY_ROW, "countries.csv"),
  topics: shipped(TOPIC_ROW, "topics.csv"),
};

/** A view that leaves no figure out. */
export const EVERYTHING: View = { ...defaultView(), platforms: [], countries: [] };

export function input(change: Partial<View> = {}, more: Partial<EvidenceInput> = {}): EvidenceInput {
  return {
    figures: FIGURES,
    claims: CLAIMS,
    catalog: CATALOG,
    view: { ...EVERYTHING, ...change },
    quantities: QUANTITY.english,
    told: { format: ENGLISH_FORMAT, words: EVIDENCE.english, claims: CLAIM_WORDS.english },
    ...more,
  };
}

/** A figure of the file by its id. */
export function shippedFigure(id: string): Figure {
  const found = FIGURES.find((one) => one.id === id);
  if (!found) throw new RangeError(`there is no figure ${id}`);
  return found;
}
