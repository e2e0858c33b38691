import type { Database } from "better-sqlite3";
import type { DailySeries } from "../../../data/model/series.ts";
import type { SeriesFilter, WrittenDays } from "../store.ts";
import { dayOfKey, keysOf } from "./key.ts";
import type { NumberedSeries } from "./series.ts";

/** What counted at the earlier vintage, and a batch up to the later one replaced. */
const BEFORE = `
  SELECT key, value FROM revisions
  WHERE key BETWEEN :low AND :high AND since <= :earlier AND until > :earlier AND until <= :later AND value IS NOT NULL ORDER BY key`;

/** What batches in between wrote, and counted at the later vintage. */
const AFTER = `
  SELECT key, value FROM snapshot_values
  WHERE key BETWEEN :low AND :high AND batch > :earlier AND batch <= :later AND value IS NOT NULL
  UNION ALL
  SELECT key, value FROM revisions
  WHERE key BETWEEN :low AND :high AND since > :earlier AND since <= :later AND until > :later AND value IS NOT NULL
  ORDER BY key`;

interface Range {
  low: number;
  high: number;
  earlier: number;
  later: number;
}

type Row = [key: number, value: number];

/** Reads what batches between two vintages wrote of one series. Rows that neither vintage has are left in the database. */
export class WrittenReader {
  readonly #before;
  readonly #after;

  constructor(database: Database) {
    this.#before = database.prepare<Range, Row>(BEFORE).raw();
    this.#after = database.prepare<Range, Row>(AFTER).raw();
  }

  of(series: NumberedSeries, { from, to }: SeriesFilter, earlier: number, later: number): WrittenDays {
    const [low, high] = keysOf(series.id, from, to);
    const range = { low, high, earlier, later };
    return { before: daysOf(series, this.#before.all(range)), after: daysOf(series, this.#after.all(range)) };
  }
}

function daysOf({ id: _, ...key }: NumberedSeries, rows: readonly Row[]): DailySeries {
  return { ...key, days: rows.map(([one]) => dayOfKey(one)), values: rows.map(([, value]) => value) };
}
