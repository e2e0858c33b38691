import { cut, FileFault } from "./faults.ts";

/** Takes the text of one row; `line` is where it begins, counted from 1. */
export type TakeText = (text: string, line: number) => void;

export interface JsonSetting {
  take: TakeText;
  /** A line of NDJSON with nothing in it. */
  blank: () => void;
  /** Characters that a row may have. */
  longestRow: number;
}

/** Reads one JSON value a line. Blank lines are left out. */
export async function decodeNdjson(chunks: AsyncIterable<Buffer>, setting: JsonSetting): Promise<void> {
  let line = 1;
  let rest = "";
  for await (const chunk of chunks) {
    const lines = (rest + chunk.toString()).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) {
      takeLine(text, line, setting);
      line++;
    }
    if (rest.length > setting.longestRow) throw tooLong(line, setting.longestRow, rest);
  }
  takeLine(rest, line, setting);
}

function takeLine(text: string, line: number, { take, blank, longestRow }: JsonSetting): void {
  if (text.length > longestRow) throw tooLong(line, longestRow, text);
  if (text.trim() === "") blank();
  else take(text, line);
}

/** Cuts a JSON array into its elements as they come, so that the array never stands in memory as a whole. */
export async function decodeJson(chunks: AsyncIterable<Buffer>, setting: JsonSetting): Promise<void> {
  const array = new ArrayCutter(setting);
  for await (const chunk of chunks) array.write(chunk.toString());
  array.end();
}

class ArrayCutter {
  readonly #take: TakeText;
  readonly #longest: number;
  #place: "before" | "inside" | "behind" = "before";
  #line = 1;
  /** The element so far, from earlier chunks. */
  #text = "";
  #elementLine = 1;
  #started = false;
  #first = true;
  /** Blank characters before and behind the array. */
  #blanks = 0;
  #depth = 0;
  #quoted = false;
  #escaped = false;

  constructor({ take, longestRow }: JsonSetting) {
    this.#take = take;
    this.#longest = longestRow;
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
    if (this.#text.length > this.#longest) throw tooLong(this.#elementLine, this.#longest, this.#text);
  }

  end(): void {
    if (this.#place === "behind") return;
    if (this.#place === "before") throw new FileFault([{ line: 1, field: "file", code: "empty_file", detail: "There is nothing in it." }]);
    const detail = "The array of rows is never closed: the file seems to be cut off.";
    throw new FileFault([{ line: this.#line, field: "file", code: "malformed_json", detail }]);
  }

  #outside(char: string): void {
    if (/\s/.test(char)) {
      if (++this.#blanks > this.#longest) throw tooLong(this.#line, this.#longest, "");
      return;
    }
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
    if (text.length > this.#longest) throw tooLong(line, this.#longest, text);
    const isEmptyArray = isLast && this.#first && !this.#started;
    if (!isEmptyArray) this.#take(text, line);
    this.#first = false;
    this.#started = false;
    this.#text = "";
    if (isLast) this.#place = "behind";
  }
}

function tooLong(line: number, longest: number, text: string): FileFault {
  const detail = `The row is longer than ${longest} characters. The rest was not read.`;
  return new FileFault([{ line, field: "row", code: "row_too_long", detail, value: cut(text.trimStart()) }]);
}
