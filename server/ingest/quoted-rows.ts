import { once } from "node:events";
import { CsvError, type Options, Parser } from "csv-parse";
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
    this.#parser = new RowParser(
      { delimiter: separator, record_delimiter: breaks, relax_column_count: true, max_record_size: longest },
      (fields) => this.#take(fields),
    );
    this.#failure = once(this.#parser, "error").then(([error]) => Promise.reject(error));
    // It is raced below; where nobody waits any more, the process must not end over it.
    this.#failure.catch(() => {});
  }

  async write(bytes: Buffer): Promise<void> {
    const line = this.#line;
    await this.#done((done) => this.#parser.write(bytes, done));
    this.#waiting = line === this.#line ? this.#waiting + bytes.length : 0;
    // The parser's own limit does not count separators.
    if (this.#waiting > mostBytes(this.#longest)) throw rowTooLong(this.#line, this.#longest);
  }

  async end(): Promise<void> {
    await this.#done((done) => this.#parser.end(done));
  }

  async #done(work: (done: (error?: Error | null) => void) => void): Promise<void> {
    const worked = new Promise<void>((resolve, reject) => work((error) => (error ? reject(error) : resolve())));
    try {
      await Promise.race([worked, this.#failure]);
    } catch (error) {
      throw this.#fault(error);
    }
  }

  #take(fields: string[]): void {
    const line = this.#line;
    this.#line += 1 + embeddedLines(fields);
    // The parser's own limit lets a byte more pass here and there.
    if (bytesOf(fields, this.#longest) > this.#longest) throw rowTooLong(line, this.#longest, fields.join(","));
    if (fields.length > 1 || fields[0] !== "") this.#rows.take(fields, line);
    else this.#validator.blank();
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

/** Hands over each row as it is parsed: a stream, that would keep them to be asked for, takes as long as to parse them. */
class RowParser extends Parser {
  readonly #take: (fields: string[]) => void;

  constructor(options: Options, take: (fields: string[]) => void) {
    super(options);
    this.#take = take;
  }

  override push(fields: string[] | null): boolean {
    if (fields === null) return super.push(null);
    this.#take(fields);
    return true;
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
