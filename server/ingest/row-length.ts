import { cut, FileFault } from "./faults.ts";

/** Longest row, in bytes, without what separates its fields, unless a setting says otherwise. */
export const LONGEST_ROW = 65_536;

/** Longest row with its separators, of the longest without: nothing but separators is no row either. */
export function mostBytes(longest: number): number {
  return 2 * longest;
}

/** Whether a row without quotes, or what has come of it, is too long. */
export function isTooLong(bytes: Uint8Array, separator: string, longest: number): boolean {
  if (bytes.length <= longest) return false;
  if (bytes.length > mostBytes(longest)) return true;
  const code = separator.charCodeAt(0);
  let separators = 0;
  for (const byte of bytes) if (byte === code) separators++;
  return bytes.length - separators > longest;
}

/** @param text how the row begins, where that is known */
export function rowTooLong(line: number, longest: number, text?: string): FileFault {
  const detail = `The row is longer than ${longest} bytes; perhaps a quote is not closed. The rest was not read.`;
  return new FileFault([{ line, field: "row", code: "row_too_long", detail, ...(text !== undefined && { value: cut(text) }) }]);
}

/** Line breaks inside of fields. */
export function embeddedLines(fields: readonly string[]): number {
  let lines = 0;
  for (const field of fields) if (field.includes("\n") || field.includes("\r")) lines += (field.match(/\r\n|\n|\r/g) ?? []).length;
  return lines;
}
