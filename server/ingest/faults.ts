import type { Problem } from "../../data/model/problem.ts";
import type { RejectedRow } from "../store/store.ts";

/** Faults that a receipt lists; all are counted. */
export const MOST_ERRORS = 1000;

/** The file as a whole cannot be read any further: a header without a column, broken quotes, half an archive. */
export class FileFault extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ detail }) => detail).join(" "));
    this.problems = problems;
  }
}

/** The text of a row, made when somebody wants it. */
export type RowText = () => string;

/** Rows that are kept of a file whose others were taken; all are counted. */
export const MOST_KEPT = 10_000;

/** Characters that are kept of a row. */
const LONGEST_KEPT = 2000;

/** What is wrong with a file, as far as it was read. */
export class Faults {
  readonly errors: Problem[] = [];
  readonly kept: RejectedRow[] = [];
  /** Whether rejected rows are kept with their faults. */
  readonly #keeps: boolean;
  /** Faults of the row that is being read. */
  #ofRow: Problem[] = [];
  /** Rows at fault; a row may have several faults. */
  rejected = 0;

  constructor(keeps = false) {
    this.#keeps = keeps;
  }

  /** Whether the lists are full, so that no more trouble need be taken about a fault than to count it. */
  get full(): boolean {
    return this.errors.length >= MOST_ERRORS && !this.#keepsMore;
  }

  get #keepsMore(): boolean {
    return this.#keeps && this.kept.length < MOST_KEPT;
  }

  add(problem: Problem): void {
    if (this.errors.length < MOST_ERRORS) this.errors.push(problem);
    if (this.#keepsMore) this.#ofRow.push(problem);
  }

  /** Ends a row whose faults were added. @param rows that are left out with it: a wide one holds several values */
  reject(line: number, text: RowText, rows: number): void {
    this.rejected += rows;
    if (this.#keepsMore) this.kept.push({ line, row: text().slice(0, LONGEST_KEPT), problems: this.#ofRow });
    this.#ofRow = [];
  }
}

/** The offending text, cut to 80 characters, with control characters spelled out: it will be shown in terminals. */
export function cut(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return short.replace(/\p{Cc}/gu, (character) => {
    const spelled = JSON.stringify(character).slice(1, -1);
    return spelled === character ? `\\u00${character.charCodeAt(0).toString(16)}` : spelled;
  });
}
