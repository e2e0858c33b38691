import type { Database } from "better-sqlite3";
import type { Problem } from "../../../data/model/problem.ts";
import type { RejectedRow } from "../store.ts";

/** Keeps the rows that were left out of a batch; within its transaction. */
export function writeRejected(database: Database, batch: number, rows: readonly RejectedRow[]): void {
  const insert = database.prepare("INSERT INTO rejected_rows (batch, position, line, row, problems) VALUES (?, ?, ?, ?, ?)");
  for (const [index, { line, row, problems }] of rows.entries()) insert.run(batch, index + 1, line, row, JSON.stringify(problems));
}

/** Reads them, in the order of the file. */
export class RejectedRows {
  readonly #of;

  constructor(database: Database) {
    this.#of = database.prepare<[number], { line: number; row: string; problems: string }>(
      "SELECT line, row, problems FROM rejected_rows WHERE batch = ? ORDER BY position",
    );
  }

  of(batch: number): RejectedRow[] {
    return this.#of.all(batch).map(({ line, row, problems }) => ({ line, row, problems: JSON.parse(problems) as Problem[] }));
  }
}
