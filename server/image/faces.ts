import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Below it is what no picture writes: line breaks of its source. */
const FIRST_SIGN = 0x20;

/** Below it is what Inter has: Latin, Greek, Cyrillic, signs. */
const FIRST_WIDE = 0x2e80;

/**
 * The font files with which a picture is drawn: those that every picture takes, and of a face for Chinese, which comes in
 * a hundred parts, those that have a letter of the picture. They are read anew for each picture, so none comes in vain, and
 * a picture of plain letters takes smaller files, with which its texts are set in half of the time.
 */
export class Faces {
  readonly #always: readonly string[];
  readonly #plain: Plain | undefined;
  readonly #folder: string;
  /** Read with the first letter that needs it: most pictures have none, and the first of a thread is waited for. */
  #partOf: ReadonlyMap<number, string> | undefined;

  /**
   * @param always paths of font files
   * @param folder where the build put the parts and `parts.json`, which says what letters each has, and the same as
   * `always` with fewer letters, which `plain.json` tells; there may be none
   */
  constructor(always: readonly string[], folder: string) {
    this.#always = always;
    this.#folder = folder;
    this.#plain = plainIn(folder);
  }

  /** @param text everything that is written in the picture, or more */
  of(text: string): string[] {
    const parts = new Set<string>();
    let isPlain = this.#plain !== undefined;
    for (const letter of text) {
      const code = letter.codePointAt(0) ?? 0;
      if (code < FIRST_WIDE) {
        isPlain &&= code < FIRST_SIGN || this.#plain?.has(code) === true;
        continue;
      }
      this.#partOf ??= partsIn(this.#folder);
      const part = this.#partOf.get(code);
      if (part !== undefined) parts.add(part);
    }
    return [...(isPlain && this.#plain ? this.#plain.files : this.#always), ...parts];
  }
}

interface Plain {
  /** Paths of font files. */
  files: string[];
  has: (code: number) => boolean;
}

function plainIn(folder: string): Plain | undefined {
  const list = join(folder, "plain.json");
  if (!existsSync(list)) return undefined;
  const { files, letters } = JSON.parse(readFileSync(list, "utf8")) as { files: string[]; letters: string };
  const ranges = rangesOf(letters);
  return { files: files.map((file) => join(folder, file)), has: (code) => ranges.some(([from, to]) => from <= code && code <= to) };
}

/** The file that has a letter, by the letter's code. */
function partsIn(folder: string): ReadonlyMap<number, string> {
  const parts = new Map<number, string>();
  const list = join(folder, "parts.json");
  if (!existsSync(list)) return parts;
  for (const [file, letters] of Object.entries(JSON.parse(readFileSync(list, "utf8")) as Record<string, string>))
    for (const [from, to] of rangesOf(letters))
      for (let code = Math.max(from, FIRST_WIDE); code <= to; code++) parts.set(code, join(folder, file));
  return parts;
}

/** @example rangesOf("U+4e00-4e03,U+4e07") // [[0x4e00, 0x4e03], [0x4e07, 0x4e07]] */
function rangesOf(letters: string): [from: number, to: number][] {
  return letters.split(",").map((part) => {
    const [from = Number.NaN, to = from] = part
      .slice(2)
      .split("-")
      .map((code) => Number.parseInt(code, 16));
    return [from, to];
  });
}
