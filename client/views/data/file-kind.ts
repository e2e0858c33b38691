/** How a file is told to the server. */
export interface FileKind {
  type: "text/csv" | "application/x-ndjson" | "application/json";
  packing: "gzip" | "br" | null;
}

const ENDINGS: readonly [RegExp, FileKind["type"]][] = [
  [/\.(csv|tsv|txt)$/, "text/csv"],
  [/\.(ndjson|jsonl)$/, "application/x-ndjson"],
  [/\.json$/, "application/json"],
];

/** What may be chosen, for the browser's own dialog. */
export const ACCEPTED = ".csv,.tsv,.txt,.ndjson,.jsonl,.json,.gz,.br";

/** Bytes of the beginning of a file that {@link kindOf} wants to see. */
export const HEAD_BYTES = 64;

/**
 * What a file is: by its name, and where that says nothing by its first bytes.
 *
 * @example kindOf("january.csv.gz", head) // { type: "text/csv", packing: "gzip" }
 */
export function kindOf(name: string, head: Uint8Array): FileKind {
  const lower = name.toLowerCase();
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  const packing = isGzip ? "gzip" : lower.endsWith(".br") ? "br" : null;
  const inner = lower.replace(/\.(gz|br)$/, "");
  const named = ENDINGS.find(([ending]) => ending.test(inner))?.[1];
  return { type: named ?? (packing === null ? typeOf(head) : "text/csv"), packing };
}

function typeOf(head: Uint8Array): FileKind["type"] {
  const first = new TextDecoder().decode(head).trimStart()[0];
  if (first === "[") return "application/json";
  return first === "{" ? "application/x-ndjson" : "text/csv";
}
