import { PageNumbers } from "../page-numbers.ts";

const PAGE_BITS = 8;
const WORDS = 2 ** PAGE_BITS / 32;
const PAGES_A_SERIES = 2 ** (16 - PAGE_BITS);
/** Words that come into being at once. */
const BLOCK = 65_536;

/** Days of series as bits in pages of 256 days: three years of a series take less than a quarter of a kilobyte. */
export class DaySet {
  readonly #pages = new PageNumbers();
  /** The pages one behind the other, in blocks, so that none is ever moved. */
  readonly #blocks: Uint32Array[] = [];
  /** The page that was asked for last, and where it begins: days that come in order are on one page, one after the other. */
  #lastPage = -1;
  #lastWord = 0;

  /** Adds a day of a series. Answers whether it was new. */
  add(series: number, day: number): boolean {
    const page = series * PAGES_A_SERIES + (day >>> PAGE_BITS);
    if (page !== this.#lastPage) [this.#lastPage, this.#lastWord] = [page, this.#pages.of(page) * WORDS];
    const word = this.#lastWord + ((day & (2 ** PAGE_BITS - 1)) >>> 5);
    const block = this.#block(Math.floor(word / BLOCK));
    const at = word % BLOCK;
    const bit = 1 << (day & 31);
    const bits = block[at] as number;
    if ((bits & bit) !== 0) return false;
    block[at] = bits | bit;
    return true;
  }

  /** Adds days that stand in order. Answers the place of the first that was there already, or -1. */
  addAll(series: number, days: Uint16Array, start: number, end: number): number {
    for (let at = start; at < end; ) {
      const day = days[at] as number;
      const page = series * PAGES_A_SERIES + (day >>> PAGE_BITS);
      const word = this.#pages.of(page) * WORDS + ((day & (2 ** PAGE_BITS - 1)) >>> 5);
      const block = this.#block(Math.floor(word / BLOCK));
      const place = word % BLOCK;
      let bits = block[place] as number;
      // All that stand in the same word.
      for (const first = day >>> 5; at < end && (days[at] as number) >>> 5 === first; at++) {
        const bit = 1 << ((days[at] as number) & 31);
        if ((bits & bit) !== 0) return at;
        bits |= bit;
      }
      block[place] = bits;
    }
    return -1;
  }

  #block(number: number): Uint32Array {
    const known = this.#blocks[number];
    if (known) return known;
    const block = new Uint32Array(BLOCK);
    this.#blocks[number] = block;
    return block;
  }
}
