import { once } from "node:events";
import { CsvError, type Parser, parse } from "csv-parse";
import { cut, FileFault } from "./faults.ts";

/** Longest row, in bytes. */
const LONGEST_ROW = 65_536;

const CR = 0x0d;
const NEWLINE = 0x0a;

/** Takes rows as they come; `line` is where a row begins, counted from 1 as an editor does. */
export type TakeRow = (fields: string[], line: number) => void;

/** Reads CSV by RFC 4180, also with semicolons or tabs: what stands in the first line most often separates. */
export async function decodeCsv(chunks: AsyncIterable<Buffer>, take: TakeRow): Promise<void> {
  let parser: RowParser | undefined;
  let head = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (parser === undefined) {
      head = Buffer.concat([head, chunk]);
      if (!head.includes(NEWLINE) && head.length < LONGEST_ROW) continue;
      parser = new RowParser(head, take);
      await parser.write(head);
    } else await parser.write(chunk);
  }
  if (parser === undefined) {
    parser = new RowParser(head, take);
    await parser.write(head);
  }
  await parser.end();
}

/** csv-parse, with the lines counted here: it counts an embedded CRLF twice. */
class RowParser {
  readonly #parser: Parser;
  readonly #take: TakeRow;
  readonly #failure: Promise<never>;
  /** Where the next row begins. */
  #line = 1;

  constructor(head: Buffer, take: TakeRow) {
    this.#take = take;
    this.#parser = parse({
      delimiter: separatorOf(head),
      record_delimiter: head.includes(CR) && !head.includes(NEWLINE) ? ["\r"] : ["\r\n", "\n"],
      relax_column_count: true,
      max_record_size: LONGEST_ROW,
    });
    this.#failure = once(this.#parser, "error").then(([error]) => Promise.reject(error));
    // It is raced below; where nobody waits any more, the process must not end over it.
    this.#failure.catch(() => {});
  }

  async write(bytes: Buffer): Promise<void> {
    const parsed = new Promise((resolve) => this.#parser.write(bytes, resolve));
    this.#read();
    await this.#done(parsed);
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
      if (fields.length > 1 || fields[0] !== "") this.#take(fields, line);
    }
  }

  #fault(error: unknown): unknown {
    if (!(error instanceof CsvError)) return error;
    const place = { line: this.#line, field: "row" };
    if (error.code === "CSV_MAX_RECORD_SIZE")
      return new FileFault([
        {
          ...place,
          code: "row_too_long",
          detail: `The row is longer than ${LONGEST_ROW} bytes; perhaps a quote is not closed. The rest was not read.`,
        },
      ]);
    const why =
      error.code === "CSV_QUOTE_NOT_CLOSED"
        ? "A quote opens in this row and is never closed."
        : "A quote stands beside other text. Put quotes around a whole field, and double those inside of it.";
    return new FileFault([{ ...place, code: "malformed_csv", detail: `${why} The rest was not read.`, value: cut(textOf(error)) }]);
  }
}

function textOf(error: CsvError): string {
  return "field" in error ? String(error.field) : '"';
}

function separatorOf(head: Buffer): string {
  const newline = head.indexOf(NEWLINE);
  const line = head.toString("utf8", 0, newline === -1 ? head.length : newline);
  const count = (separator: string) => line.split(separator).length;
  return [",", ";", "\t"].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

function embeddedLines(fields: string[]): number {
  let lines = 0;
  for (const field of fields) if (field.includes("\n") || field.includes("\r")) lines += (field.match(/\r\n|\n|\r/g) ?? []).length;
  return lines;
}
