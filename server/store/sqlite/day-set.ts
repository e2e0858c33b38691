const PAGE_BITS = 8;
const WORDS = 2 ** PAGE_BITS / 32;
const PAGES_A_SERIES = 2 ** (16 - PAGE_BITS);

/** Days of series as bits in pages of 256 days: three years of a series take about half a kilobyte. */
export class DaySet {
  readonly #pages = new Map<number, Uint32Array>();
  #lastNumber = -1;
  #lastPage: Uint32Array = new Uint32Array(WORDS);

  /** Adds a day of a series. Answers whether it was new. */
  add(series: number, day: number): boolean {
    const number = series * PAGES_A_SERIES + (day >>> PAGE_BITS);
    if (number !== this.#lastNumber) {
      this.#lastPage = this.#page(number);
      this.#lastNumber = number;
    }
    const word = (day & (2 ** PAGE_BITS - 1)) >>> 5;
    const bit = 1 << (day & 31);
    const bits = this.#lastPage[word] as number;
    if ((bits & bit) !== 0) return false;
    this.#lastPage[word] = bits | bit;
    return true;
  }

  #page(number: number): Uint32Array {
    const known = this.#pages.get(number);
    if (known) return known;
    const page = new Uint32Array(WORDS);
    this.#pages.set(number, page);
    return page;
  }
}
