import { once } from "node:events";
import { CsvError, type Parser, parse } from "csv-parse";
import { cut, FileFault } from "./faults.ts";
import { embeddedLines, mostBytes, rowTooLong } from "./row-length.ts";
import type { CsvRows } from "./rows.ts";
import type { Validator } from "./validate.ts";

export interface QuotedRowsSetting {
  rows: CsvRows;
  validator: Validator;
  /** Bytes that a row may have, without its separators. */
  longest: number;
  separator: string;
  /** What ends a row. */
  breaks: string[];
  /** The line at which reading begins. */
  line: number;
}

/** csv-parse, with the lines counted here: it counts an embedded CRLF twice. */
export class QuotedRows {
  readonly #parser: Parser;
  readonly #rows: CsvRows;
  readonly #validator: Validator;
  readonly #longest: number;
  readonly #failure: Promise<never>;
  /** Where the next row begins. */
  #line: number;
  /** Bytes that came since the last row ended, or a few more. */
  #waiting = 0;

  constructor({ rows, validator, longest, separator, breaks, line }: QuotedRowsSetting) {
    this.#rows = rows;
    this.#validator = validator;
    this.#longest = longest;
    this.#line = line;
    this.#parser = parse({
      delimiter: separator,
      record_delimiter: breaks,
      relax_column_count: true,
      max_record_size: longest,
    });
    this.#failure = once(this.#parser, "error").then(([error]) => Promise.reject(error));
    // It is raced below; where nobody waits any more, the process must not end over it.
    this.#failure.catch(() => {});
  }

  async write(bytes: Buffer): Promise<void> {
    const line = this.#line;
    const parsed = new Promise((resolve) => this.#parser.write(bytes, resolve));
    this.#read();
    await this.#done(parsed);
    this.#waiting = line === this.#line ? this.#waiting + bytes.length : 0;
    // The parser's own limit does not count separators.
    if (this.#waiting > mostBytes(this.#longest)) throw rowTooLong(this.#line, this.#longest);
  }

  async end(): Promise<void> {
    this.#parser.end();
    this.#read();
    await this.#done(once(this.#parser, "end"));
  }

  async #done(work: Promise<unknown>): Promise<void> {
    try {
      await Promise.race([work, this.#failure]);
    } catch (error) {
      throw this.#fault(error);
    }
  }

  /** csv-parse has parsed a chunk when `write` comes back. */
  #read(): void {
    for (let fields: string[] | null = this.#parser.read(); fields !== null; fields = this.#parser.read()) {
      const line = this.#line;
      this.#line += 1 + embeddedLines(fields);
      // The parser's own limit lets a byte more pass here and there.
      if (bytesOf(fields, this.#longest) > this.#longest) throw rowTooLong(line, this.#longest, fields.join(","));
      if (fields.length > 1 || fields[0] !== "") this.#rows.take(fields, line);
      else this.#validator.blank();
    }
  }

  #fault(error: unknown): unknown {
    if (!(error instanceof CsvError)) return error;
    if (error.code === "CSV_MAX_RECORD_SIZE") return rowTooLong(this.#line, this.#longest);
    const why =
      error.code === "CSV_QUOTE_NOT_CLOSED"
        ? "A quote opens in this row and is never closed."
        : "A quote stands beside other text. Put quotes around a whole field, and double those inside of it.";
    const place = { line: this.#line, field: "row" };
    return new FileFault([{ ...place, code: "malformed_csv", detail: `${why} The rest was not read.`, value: cut(textOf(error)) }]);
  }
}

function bytesOf(fields: readonly string[], longest: number): number {
  let characters = 0;
  for (const field of fields) characters += field.length;
  // A character takes four bytes at most.
  return characters * 4 <= longest ? characters : fields.reduce((bytes, field) => bytes + Buffer.byteLength(field), 0);
}

function textOf(error: CsvError): string {
  return "field" in error ? String(error.field) : '"';
}
