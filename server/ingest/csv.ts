import { QuotedRows } from "./quoted-rows.ts";
import { embeddedLines, isTooLong, LONGEST_ROW, rowTooLong } from "./row-length.ts";
import type { CsvRows } from "./rows.ts";
import { RowScanner } from "./scanner.ts";
import type { Validator } from "./validate.ts";

const CR = 0x0d;
const NEWLINE = 0x0a;
const QUOTE = 0x22;

export interface CsvWay {
  rows: CsvRows;
  validator: Validator;
  /** Whether rows are read from their bytes where they can be; without, the general way reads all. */
  quick?: boolean;
  /** Bytes that a row may have, without its separators; 65,536 unless told. */
  longestRow?: number;
  /** Told how many line breaks the chunk had that was read last, where they were seen. */
  onLines?: (lines: number) => void;
}

/**
 * Reads CSV by RFC 4180, also with semicolons or tabs: what stands in the first line most often separates. Up to the
 * first quote lines are rows, and are read fast; from there on csv-parse reads.
 */
export async function decodeCsv(chunks: AsyncIterable<Buffer>, way: CsvWay): Promise<void> {
  let reader: Reader | undefined;
  let head: Buffer = Buffer.alloc(0);
  const write = async (to: Reader, bytes: Buffer) => {
    const lines = to.write(bytes);
    if (typeof lines === "number") way.onLines?.(lines);
    else await lines;
  };
  for await (const chunk of chunks) {
    if (reader === undefined) {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      if (!head.includes(NEWLINE) && head.length < (way.longestRow ?? LONGEST_ROW)) continue;
      reader = readerFor(head, way);
      await write(reader, head);
    } else await write(reader, chunk);
  }
  if (reader === undefined) {
    reader = readerFor(head, way);
    await reader.write(head);
  }
  await reader.end();
}

interface Reader {
  /** Answers how many line breaks there were, where it saw each of them, or what is to be waited for. */
  write(bytes: Buffer): number | Promise<void>;
  end(): Promise<void>;
}

function readerFor(head: Buffer, way: CsvWay): Reader {
  const separator = separatorOf(head);
  const longest = way.longestRow ?? LONGEST_ROW;
  if (head.includes(CR) && !head.includes(NEWLINE)) return new QuotedRows({ ...way, longest, separator, breaks: ["\r"], line: 1 });
  const quoted = (line: number) => new QuotedRows({ ...way, longest, separator, breaks: ["\r\n", "\n"], line });
  return way.quick === false ? quoted(1) : new PlainLines(way, separator, quoted);
}

/** Reads a row a line, for as long as there is no quote. */
class PlainLines implements Reader {
  readonly #way: CsvWay;
  readonly #longest: number;
  readonly #separator: string;
  readonly #quoted: (line: number) => Reader;
  #scanner: RowScanner | undefined;
  /** Reads what is left, from the line of the first quote on. */
  #rest: Reader | undefined;
  #line = 1;
  /** The begin of a line whose end has not come. */
  #tail: Buffer = Buffer.alloc(0);

  constructor(way: CsvWay, separator: string, quoted: (line: number) => Reader) {
    this.#way = way;
    this.#longest = way.longestRow ?? LONGEST_ROW;
    this.#separator = separator;
    this.#quoted = quoted;
  }

  write(chunk: Buffer): number | Promise<void> {
    if (this.#rest) return this.#rest.write(chunk);
    const begin = this.#line;
    const quote = chunk.indexOf(QUOTE);
    const plain = quote === -1 ? chunk : chunk.subarray(0, quote);
    const end = plain.lastIndexOf(NEWLINE) + 1;
    if (end > 0) {
      // The one line that came in two parts is put together, and not the chunk with it.
      const first = this.#tail.length === 0 ? 0 : plain.indexOf(NEWLINE) + 1;
      if (first > 0) this.#lines(Buffer.concat([this.#tail, plain.subarray(0, first)]), 0);
      this.#lines(plain.subarray(0, end), first);
    }
    const left = chunk.subarray(end);
    this.#tail = end > 0 ? Buffer.from(left) : Buffer.concat([this.#tail, left]);
    if (quote !== -1) {
      this.#rest = this.#quoted(this.#line);
      return this.#rest.write(this.#tail);
    }
    if (isTooLong(this.#tail, this.#separator, this.#longest)) throw rowTooLong(this.#line, this.#longest, beginOf(this.#tail));
    return this.#line - begin;
  }

  async end(): Promise<void> {
    if (this.#rest) return this.#rest.end();
    if (this.#tail.length > 0) this.#row(this.#tail);
  }

  /** @param bytes whole lines */
  #lines(bytes: Buffer, start: number): void {
    for (let at = start; at < bytes.length; ) {
      // Millions of blank lines fit into a small archive.
      if (bytes[at] === NEWLINE && this.#scanner) {
        this.#way.validator.blank();
        this.#line++;
        at++;
        continue;
      }
      if (this.#scanner) {
        at = this.#scanner.take(bytes, at, this.#line);
        this.#line += this.#scanner.taken;
        if (at === bytes.length || bytes[at] === NEWLINE) continue;
      }
      const newline = bytes.indexOf(NEWLINE, at);
      if (this.#way.validator.isFull && this.#isShort(bytes, at, newline)) {
        this.#way.validator.reject(this.#line++, () => "", []);
        at = newline + 1;
        continue;
      }
      this.#row(bytes.subarray(at, bytes[newline - 1] === CR && newline > at ? newline - 1 : newline));
      at = newline + 1;
    }
  }

  /** Whether a row has too few fields, seen without making a text of it: millions of them fit into a small archive. */
  #isShort(bytes: Buffer, start: number, end: number): boolean {
    const columns = this.#way.rows.layout?.columns.length ?? 0;
    // A line of nothing but its break is no row.
    if (end === start || bytes[start] === CR || end - start > LONGEST_ROW) return false;
    const separator = this.#separator.charCodeAt(0);
    let fields = 1;
    for (let at = start; at < end && fields < columns; at++) if (bytes[at] === separator) fields++;
    return fields < columns;
  }

  /** A row the general way, without its line break. */
  #row(bytes: Buffer): void {
    if (isTooLong(bytes, this.#separator, this.#longest)) throw rowTooLong(this.#line, this.#longest, beginOf(bytes));
    const { rows, validator } = this.#way;
    const fields = bytes.toString().split(this.#separator);
    const line = this.#line;
    this.#line += 1 + embeddedLines(fields);
    if (fields.length > 1 || fields[0] !== "") rows.take(fields, line);
    else validator.blank();
    if (this.#scanner === undefined && rows.layout) this.#scanner = new RowScanner(rows.layout, this.#separator, validator);
  }
}

/** As much of a row as a fault shows. */
function beginOf(row: Buffer): string {
  return row.toString("utf8", 0, 1000);
}

function separatorOf(head: Buffer): string {
  const newline = head.indexOf(NEWLINE);
  const line = head.toString("utf8", 0, newline === -1 ? head.length : newline);
  const count = (separator: string) => line.split(separator).length;
  return [",", ";", "\t"].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}
