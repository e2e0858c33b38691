import { PageNumbers } from "../store/page-numbers.ts";

const PAGE_BITS = 6;
const PAGE = 2 ** PAGE_BITS;
const PAGES_A_SERIES = 2 ** (16 - PAGE_BITS);
/** Pages that come into being at once: a quarter of a megabyte. */
const PAGES_A_BLOCK = 1024;

/** Which line of a file gave a day of a series first: four bytes a row, in pages of 64 days. */
export class FirstLines {
  readonly #pages = new PageNumbers();
  /** The pages one behind the other, in blocks, so that none is ever moved. */
  readonly #blocks: Uint32Array[] = [];

  /** Notes a line. Answers the earlier one that has the same day of the same series, or 0; that one stays. */
  note(series: number, day: number, line: number): number {
    const page = this.#pages.of(series * PAGES_A_SERIES + (day >>> PAGE_BITS));
    const block = this.#block(Math.floor(page / PAGES_A_BLOCK));
    const at = (page % PAGES_A_BLOCK) * PAGE + (day & (PAGE - 1));
    const earlier = block[at] as number;
    if (earlier === 0) block[at] = line;
    return earlier;
  }

  /** What `note` would answer, without noting anything. */
  lineOf(series: number, day: number): number {
    const page = this.#pages.of(series * PAGES_A_SERIES + (day >>> PAGE_BITS));
    return this.#block(Math.floor(page / PAGES_A_BLOCK))[(page % PAGES_A_BLOCK) * PAGE + (day & (PAGE - 1))] as number;
  }

  #block(number: number): Uint32Array {
    const known = this.#blocks[number];
    if (known) return known;
    const block = new Uint32Array(PAGES_A_BLOCK * PAGE);
    this.#blocks[number] = block;
    return block;
  }
}
