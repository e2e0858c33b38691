/** A row of a file under `data/reference/`. */
export interface RowName {
  file: "reported-figures.csv" | "claims.csv";
  id: string;
}

/** A sentence, or a part of one, with the rows that it comes from: at least one. */
export interface Statement {
  text: string;
  rows: readonly [RowName, ...RowName[]];
  /** The language of the text where that is the row's own and not the reader's. */
  lang?: "en";
}

/**
 * Says something of figures.
 *
 * @param figures what it is said of
 * @throws RangeError where it is said of nothing: no sentence stands without a row
 * @example statement("3.4M", [{ id: "rf003" }]) // { text: "3.4M", rows: [{ file: "reported-figures.csv", id: "rf003" }] }
 */
export function statement(text: string, figures: readonly { id: string }[]): Statement {
  return fromRows(
    text,
    figures.map(({ id }) => ({ file: "reported-figures.csv", id })),
  );
}

/** Says something of claims. Throws as {@link statement} does. */
export function claimed(text: string, claims: readonly { id: string }[]): Statement {
  return fromRows(
    text,
    claims.map(({ id }) => ({ file: "claims.csv", id })),
  );
}

/** Ids of the rows, as a page carries them beside the words. @example rowIds(statement("3.4M", [{ id: "rf003" }])) // "rf003" */
export function rowIds({ rows }: Pick<Statement, "rows">): string {
  return rows.map(({ id }) => id).join(" ");
}

function fromRows(text: string, rows: readonly RowName[]): Statement {
  const [first, ...others] = rows;
  if (first === undefined) throw new RangeError(`no row says: ${text}`);
  return { text, rows: [first, ...others] };
}
