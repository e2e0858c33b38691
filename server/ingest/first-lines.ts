const PAGE_BITS = 6;
const PAGE = 2 ** PAGE_BITS;
const PAGES_A_SERIES = 2 ** (16 - PAGE_BITS);

/** Which line of a file gave a day of a series first: four bytes a row, in pages of 64 days. */
export class FirstLines {
  readonly #pages = new Map<number, Uint32Array>();

  /** Notes a line. Answers the earlier one that has the same day of the same series, or 0; that one stays. */
  note(series: number, day: number, line: number): number {
    const page = this.#page(series * PAGES_A_SERIES + (day >>> PAGE_BITS));
    const at = day & (PAGE - 1);
    const earlier = page[at] as number;
    if (earlier === 0) page[at] = line;
    return earlier;
  }

  #page(number: number): Uint32Array {
    const known = this.#pages.get(number);
    if (known) return known;
    const page = new Uint32Array(PAGE);
    this.#pages.set(number, page);
    return page;
  }
}
