import type { Packing } from "./packing.ts";

/** How the rows of a file are written. CSV stands for tabs and semicolons too: the header tells. */
export type Format = "csv" | "ndjson" | "json";

/** What becomes of a file with faults: it is rejected as a whole, or its faulty rows are left out. */
export const ON_ERROR = ["reject", "skip"] as const;

export type OnError = (typeof ON_ERROR)[number];

const ENDINGS: Record<string, Format> = { csv: "csv", tsv: "csv", ndjson: "ndjson", jsonl: "ndjson", json: "json" };

const PACKED: Record<string, Packing> = { ".gz": "gzip", ".br": "br" };

/** File endings that say how to read the file, each also with `.gz` or `.br` behind it. */
export const FILE_ENDINGS = Object.keys(ENDINGS).map((ending) => `.${ending}`);

/**
 * How to read a file, by its ending; `undefined` where that says nothing.
 *
 * @example formatOfFile("january.csv.gz") // { format: "csv", packing: "gzip" }
 */
export function formatOfFile(name: string): { format: Format; packing: Packing | undefined } | undefined {
  const parts = /\.(\w+?)(\.gz|\.br)?$/.exec(name.toLowerCase());
  const ending = parts?.[1] ?? "";
  if (!Object.hasOwn(ENDINGS, ending)) return undefined;
  return { format: ENDINGS[ending] as Format, packing: PACKED[parts?.[2] ?? ""] };
}
