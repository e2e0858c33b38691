import { FileFault } from "./faults.ts";

/** Longest row, in characters. */
const LONGEST_ROW = 65_536;

/** Takes the text of one row; `line` is where it begins, counted from 1. */
export type TakeText = (text: string, line: number) => void;

/** Reads one JSON value a line. Blank lines are left out. */
export async function decodeNdjson(chunks: AsyncIterable<Buffer>, take: TakeText): Promise<void> {
  let line = 1;
  let rest = "";
  for await (const chunk of chunks) {
    const lines = (rest + chunk.toString()).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) {
      takeLine(text, line, take);
      line++;
    }
    if (rest.length > LONGEST_ROW) throw tooLong(line);
  }
  takeLine(rest, line, take);
}

function takeLine(text: string, line: number, take: TakeText): void {
  if (text.length > LONGEST_ROW) throw tooLong(line);
  if (text.trim() !== "") take(text, line);
}

/** Cuts a JSON array into its elements as they come, so that the array never stands in memory as a whole. */
export async function decodeJson(chunks: AsyncIterable<Buffer>, take: TakeText): Promise<void> {
  const array = new ArrayCutter(take);
  for await (const chunk of chunks) array.write(chunk.toString());
  array.end();
}

class ArrayCutter {
  readonly #take: TakeText;
  #place: "before" | "inside" | "behind" = "before";
  #line = 1;
  /** The element so far, from earlier chunks. */
  #text = "";
  #elementLine = 1;
  #started = false;
  #first = true;
  #depth = 0;
  #quoted = false;
  #escaped = false;

  constructor(take: TakeText) {
    this.#take = take;
  }

  write(chunk: string): void {
    let start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const char = chunk[at] as string;
      if (char === "\n") this.#line++;
      if (this.#place !== "inside") {
        this.#outside(char);
        start = at + 1;
      } else if (this.#quoted) {
        if (this.#escaped) this.#escaped = false;
        else if (char === "\\") this.#escaped = true;
        else if (char === '"') this.#quoted = false;
      } else if (this.#depth === 0 && (char === "," || char === "]")) {
        this.#cut(this.#text + chunk.slice(start, at), char === "]");
        start = at + 1;
      } else this.#step(char);
    }
    if (this.#place !== "inside") return;
    this.#text += chunk.slice(start);
    if (this.#text.length > LONGEST_ROW) throw tooLong(this.#elementLine);
  }

  end(): void {
    if (this.#place === "behind") return;
    const detail = "The array of rows is never closed: the file seems to be cut off.";
    throw new FileFault([{ line: this.#line, field: "file", code: "malformed_json", detail }]);
  }

  #outside(char: string): void {
    if (/\s/.test(char)) return;
    if (this.#place === "before" && char === "[") {
      this.#place = "inside";
      return;
    }
    const detail =
      this.#place === "behind"
        ? "Something stands behind the array of rows."
        : 'A JSON file is an array of rows: [{"date": "2025-01-13", ...}]. One object a line is NDJSON.';
    throw new FileFault([{ line: this.#line, field: "file", code: "malformed_json", detail, value: char }]);
  }

  #step(char: string): void {
    if (!this.#started && char.trim() !== "") {
      this.#started = true;
      this.#elementLine = this.#line;
    }
    if (char === '"') this.#quoted = true;
    else if (char === "{" || char === "[") this.#depth++;
    else if (char === "}" || char === "]") this.#depth--;
  }

  #cut(text: string, isLast: boolean): void {
    const line = this.#started ? this.#elementLine : this.#line;
    if (text.length > LONGEST_ROW) throw tooLong(line);
    const isEmptyArray = isLast && this.#first && !this.#started;
    if (!isEmptyArray) this.#take(text, line);
    this.#first = false;
    this.#started = false;
    this.#text = "";
    if (isLast) this.#place = "behind";
  }
}

function tooLong(line: number): FileFault {
  const detail = `The row is longer than ${LONGEST_ROW} characters. The rest was not read.`;
  return new FileFault([{ line, field: "row", code: "row_too_long", detail }]);
}
