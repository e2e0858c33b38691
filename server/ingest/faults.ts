import type { Problem } from "../../data/model/problem.ts";

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

/** What is wrong with a file, as far as it was read. */
export class Faults {
  readonly errors: Problem[] = [];
  /** Rows at fault; a row may have several faults. */
  rejected = 0;

  /** Whether the list is full, so that no more trouble need be taken about a fault than to count it. */
  get full(): boolean {
    return this.errors.length >= MOST_ERRORS;
  }

  add(problem: Problem): void {
    if (!this.full) this.errors.push(problem);
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
