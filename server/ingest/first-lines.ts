import { PageNumbers } from "../store/page-numbers.ts";
import { withRoom } from "../store/room.ts";

const PAGE_BITS = 6;
const PAGE = 2 ** PAGE_BITS;
const PAGES_A_SERIES = 2 ** (16 - PAGE_BITS);
/** Pages that come into being at once: a quarter of a megabyte of lines. */
const PAGES_A_BLOCK = 1024;

/** Pages whose lines are known by heart: 5 MB, a million days of a thousand series. */
export const MOST_PAGES = 20_480;

/** Stands for a line that came before, and is not known. */
export const SOME_LINE = -1;

/**
 * Which line of a file gave a day of a series first: four bytes a row, in pages of 64 days. Of the days of a very large
 * file it is only known that they came, in one bit each.
 */
export class FirstLines {
  readonly #pages = new PageNumbers();
  /** The page of each series that was asked for last, and its number: whatever the order of a file, the next day is often on it. */
  #lastPages = new Int32Array(4096).fill(-1);
  #lastNumbers = new Int32Array(4096);
  /** The pages one behind the other, in blocks, so that none is ever moved. */
  readonly #lines: Uint32Array[] = [];
  readonly #bits: Uint32Array[] = [];

  /** Notes a line. Answers the earlier one that has the same day of the same series, `SOME_LINE`, or 0; that one stays. */
  note(series: number, day: number, line: number): number {
    const page = this.#page(series, day);
    const at = day & (PAGE - 1);
    if (page >= MOST_PAGES) return this.#noteBit(page - MOST_PAGES, at);
    const block = blockOf(this.#lines, page, PAGE);
    const place = (page % PAGES_A_BLOCK) * PAGE + at;
    const earlier = block[place] as number;
    if (earlier === 0) block[place] = line;
    return earlier;
  }

  /** What `note` would answer, without noting anything. */
  lineOf(series: number, day: number): number {
    const page = this.#page(series, day);
    const at = day & (PAGE - 1);
    if (page < MOST_PAGES) return blockOf(this.#lines, page, PAGE)[(page % PAGES_A_BLOCK) * PAGE + at] as number;
    const [block, place] = this.#word(page - MOST_PAGES, at);
    return ((block[place] as number) & (1 << (at & 31))) === 0 ? 0 : SOME_LINE;
  }

  #noteBit(page: number, at: number): number {
    const [block, place] = this.#word(page, at);
    const [bits, bit] = [block[place] as number, 1 << (at & 31)];
    if ((bits & bit) !== 0) return SOME_LINE;
    block[place] = bits | bit;
    return 0;
  }

  #page(series: number, day: number): number {
    const page = series * PAGES_A_SERIES + (day >>> PAGE_BITS);
    if (this.#lastPages[series] === page) return this.#lastNumbers[series] as number;
    return this.#find(series, page);
  }

  #find(series: number, page: number): number {
    const number = this.#pages.of(page);
    this.#lastPages = withRoom(this.#lastPages, series + 1, -1);
    this.#lastNumbers = withRoom(this.#lastNumbers, series + 1);
    this.#lastPages[series] = page;
    this.#lastNumbers[series] = number;
    return number;
  }

  #word(page: number, at: number): [block: Uint32Array, place: number] {
    return [blockOf(this.#bits, page, PAGE / 32), (page % PAGES_A_BLOCK) * (PAGE / 32) + (at >>> 5)];
  }
}

function blockOf(blocks: Uint32Array[], page: number, wordsAPage: number): Uint32Array {
  const number = Math.floor(page / PAGES_A_BLOCK);
  // Pages are numbered in order. To look behind the end of a list makes V8 compile anew.
  while (number >= blocks.length) blocks.push(new Uint32Array(PAGES_A_BLOCK * wordsAPage));
  return blocks[number] as Uint32Array;
}
