import type { Database, Statement } from "better-sqlite3";
import { keyOf } from "./key.ts";

/** Measured: more rows in a statement are no faster. */
const ROWS_A_STATEMENT = 64;

/**
 * Where a row fails, the batch is rolled back, and the rows before it with the batch: so SQLite need not keep a journal
 * of each statement, which took a sixth of the time.
 */
const INSERT = "INSERT OR FAIL INTO snapshot_values (key, value, batch)";

/** Rows of the statements that append, from many to few. What is left over is written the other way. */
const APPENDED = [256, 32, 4] as const;

/** Writes values of one batch, each in place of the one that its day had. They come in the order of their keys. */
export class ValueWriter {
  readonly #database: Database;
  readonly #batch: number;
  readonly #upsert: Statement<number[]>;
  readonly #appends: readonly { rows: number; append: Statement<number[]>; parameters: number[] }[];
  /** Keys and values that wait for a statement to be full. */
  readonly #parameters = Array.from({ length: ROWS_A_STATEMENT * 2 }, () => 0.5);
  #used = 0;
  /** No key in the table is greater, and none of those that came. */
  #last: number;
  #written = 0;

  constructor(database: Database, batch: number) {
    this.#database = database;
    this.#batch = batch;
    this.#upsert = this.#upsertOf(ROWS_A_STATEMENT);
    this.#appends = APPENDED.map((rows) => ({
      rows,
      append: this.#appendOf(rows),
      parameters: Array.from({ length: rows + 1 }, () => 0.5),
    }));
    this.#last = database.prepare<[], number>("SELECT coalesce(max(key), 0) FROM snapshot_values").pluck().get() ?? 0;
  }

  /** Takes the values of a series from `start` to before `end`. */
  take(id: number, days: Uint16Array, values: Float64Array, start: number, end: number): void {
    let at = start;
    if (keyOf(id, days[start] as number) > this.#last) at = this.#append(id, days, values, start, end);
    for (; at < end; at++) {
      this.#parameters[this.#used++] = keyOf(id, days[at] as number);
      // Negative zero is zero.
      this.#parameters[this.#used++] = (values[at] as number) + 0;
      if (this.#used === ROWS_A_STATEMENT * 2) this.#written += this.#upsert.run(...this.#parameters).changes;
      this.#used %= ROWS_A_STATEMENT * 2;
    }
    this.#last = Math.max(this.#last, keyOf(id, days[end - 1] as number));
  }

  /** Writes what waits. Answers how many rows were new or replaced; those with the value that they had are left alone. */
  end(): number {
    if (this.#used > 0) this.#written += this.#upsertOf(this.#used / 2).run(...this.#parameters.slice(0, this.#used)).changes;
    this.#used = 0;
    return this.#written;
  }

  /**
   * Writes days without a gap behind all that is in the table, as far as there are some. SQLite counts their keys on by
   * itself, and looks for no place: it takes two thirds of the time. Answers where it stopped.
   */
  #append(id: number, days: Uint16Array, values: Float64Array, start: number, end: number): number {
    let at = start;
    for (const { rows, append, parameters } of this.#appends)
      while (at + rows <= end && (days[at + rows - 1] as number) - (days[at] as number) === rows - 1) {
        parameters[0] = keyOf(id, days[at] as number);
        for (let row = 0; row < rows; row++) parameters[row + 1] = (values[at + row] as number) + 0;
        const { changes, lastInsertRowid } = append.run(...parameters);
        at += rows;
        if (lastInsertRowid !== keyOf(id, days[at - 1] as number)) throw new Error(`Row ${lastInsertRowid} was written out of its place.`);
        this.#written += changes;
      }
    return at;
  }

  #appendOf(rows: number): Statement<number[]> {
    const more = new Array(rows - 1).fill(`, (NULL, ?, ${this.#batch})`).join("");
    return this.#database.prepare<number[]>(`${INSERT} VALUES (?, ?, ${this.#batch})${more}`);
  }

  #upsertOf(rows: number): Statement<number[]> {
    const row = `(?, ?, ${this.#batch})`;
    return this.#database.prepare<number[]>(
      `${INSERT} VALUES ${new Array(rows).fill(row).join(", ")}
       ON CONFLICT (key) DO UPDATE SET value = excluded.value, batch = excluded.batch
       WHERE snapshot_values.value IS NOT excluded.value`,
    );
  }
}
