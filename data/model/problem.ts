/**
 * One thing wrong with what somebody sent: a row of a file, a parameter of an address, a field of a body.
 *
 * The same shape serves the ingest receipt, the `errors` of an RFC 9457 answer and the notices of a page.
 *
 * @example { line: 2, field: "country", code: "unknown_country", detail: "There is no country UK.", hint: "GB" }
 */
export interface Problem {
  /** 1-based line of the file; absent where there is no file. */
  line?: number;
  /** Name of the column, parameter or property. */
  field: string;
  /** Stable, machine-readable: snake_case, never reworded. */
  code: string;
  /** One plain sentence for a person. */
  detail: string;
  /** The offending text, cut to 80 characters. */
  value?: string;
  /** What was probably meant. */
  hint?: string;
}

/** The sentence of a problem with its place and its hint: `line 2, country: There is no country UK. Did you mean GB?` */
export function problemText(problem: Problem): string {
  const place = problem.line === undefined ? problem.field : `line ${problem.line}, ${problem.field}`;
  const hint = problem.hint === undefined ? "" : ` Did you mean ${problem.hint}?`;
  return `${place}: ${problem.detail}${hint}`;
}
