import { FileFault } from "./faults.ts";

/** Longest row, in bytes, without what separates its fields. */
export const LONGEST_ROW = 65_536;

/** Longest row with its separators: nothing but separators is no row either. */
export const MOST_BYTES = 2 * LONGEST_ROW;

/** Whether a row without quotes, or what has come of it, is too long. */
export function isTooLong(bytes: Uint8Array, separator: string): boolean {
  if (bytes.length <= LONGEST_ROW) return false;
  if (bytes.length > MOST_BYTES) return true;
  const code = separator.charCodeAt(0);
  let separators = 0;
  for (const byte of bytes) if (byte === code) separators++;
  return bytes.length - separators > LONGEST_ROW;
}

export function rowTooLong(line: number): FileFault {
  const detail = `The row is longer than ${LONGEST_ROW} bytes; perhaps a quote is not closed. The rest was not read.`;
  return new FileFault([{ line, field: "row", code: "row_too_long", detail }]);
}

/** Line breaks inside of fields. */
export function embeddedLines(fields: readonly string[]): number {
  let lines = 0;
  for (const field of fields) if (field.includes("\n") || field.includes("\r")) lines += (field.match(/\r\n|\n|\r/g) ?? []).length;
  return lines;
}
