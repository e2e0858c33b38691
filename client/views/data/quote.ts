import type { FileKind } from "./file-kind.ts";

/** Bytes that are read of a file in search of its lines: more would keep the reader waiting. */
const MOST_READ = 32 * 1024 * 1024;
/** Letters of a line that are quoted. */
const LONGEST = 160;

/**
 * The text of some lines, counted from 1, as far as they stand in the first 32 MB. A line of JSON that is longer than a
 * quotation is left out: its beginning would not show what is wrong.
 */
export async function quoteLines(
  bytes: ReadableStream<Uint8Array>,
  wanted: ReadonlySet<number>,
  isJson: boolean,
): Promise<Map<number, string>> {
  const quotes = new Map<number, string>();
  const last = Math.max(0, ...wanted);
  const decoder = new TextDecoder();
  const reader = bytes.getReader();
  let [line, text, read] = [1, "", 0];
  const end = () => {
    const whole = text.endsWith("\r") ? text.slice(0, -1) : text;
    if (wanted.has(line) && !(isJson && whole.length > LONGEST))
      quotes.set(line, whole.length > LONGEST ? `${whole.slice(0, LONGEST - 1)}…` : whole);
    text = "";
    line++;
  };
  while (line <= last && read < MOST_READ) {
    const { done, value } = await reader.read();
    const pieces = decoder.decode(value, { stream: !done }).split("\n");
    read += value?.length ?? 0;
    for (const [at, piece] of pieces.entries()) {
      if (at > 0) end();
      // One letter more than is quoted is enough to know that there are more.
      if (wanted.has(line) && text.length <= LONGEST) text += piece.slice(0, LONGEST + 2 - text.length);
    }
    if (done) {
      end();
      break;
    }
  }
  await reader.cancel();
  return quotes;
}

/** The bytes of a file as they were before it was packed; `null` where the browser cannot unpack it. */
export function unpacked(file: Blob, packing: FileKind["packing"]): ReadableStream<Uint8Array> | null {
  if (packing === null) return file.stream();
  if (packing === "br" || typeof DecompressionStream === "undefined") return null;
  return file.stream().pipeThrough(new DecompressionStream("gzip"));
}
