import type { Database } from "better-sqlite3";
import type { DayNumber } from "../../../data/model/day.ts";
import { dayOfKey, keysOf } from "./key.ts";

/** The first and the last day that a series has, from one batch on; `null` where it has none left. */
export interface Extent {
  batch: number;
  first: DayNumber | null;
  last: DayNumber | null;
}

/** How long one value of a series counted. */
export interface Life {
  day: DayNumber;
  /** The batch that brought it. */
  since: number;
  /** The batch that replaced or withdrew it; `null` where none has. */
  until: number | null;
}

const AT = "SELECT first, last FROM extents WHERE series = ? AND batch <= ? ORDER BY batch DESC LIMIT 1";

const END = "SELECT key % 65536 FROM snapshot_values WHERE key BETWEEN :low AND :high AND value IS NOT NULL ORDER BY key";

const WRITE = `
  INSERT INTO extents (series, batch, first, last)
  SELECT :series, :batch, now.first, now.last FROM (SELECT (${END} ASC LIMIT 1) AS first, (${END} DESC LIMIT 1) AS last) AS now
  WHERE (now.first, now.last) IS NOT (SELECT first, last FROM extents WHERE series = :series ORDER BY batch DESC LIMIT 1)`;

const LIVES = `
  SELECT key, batch AS since, NULL AS until FROM snapshot_values WHERE key BETWEEN :low AND :high AND value IS NOT NULL
  UNION ALL
  SELECT key, since, until FROM revisions WHERE key BETWEEN :low AND :high AND value IS NOT NULL
  ORDER BY key`;

interface Range {
  low: number;
  high: number;
}

/** Answers from which day to which day a series has values at a vintage, in one look-up. */
export function extentReader(database: Database): (series: number, vintage: number) => [first: DayNumber, last: DayNumber] | undefined {
  const at = database.prepare<[number, number], [DayNumber | null, DayNumber | null]>(AT).raw();
  return (series, vintage) => {
    const [first = null, last = null] = at.get(series, vintage) ?? [];
    return first === null || last === null ? undefined : [first, last];
  };
}

/** Notes the extents that a batch changed, when all of its values are written. @param series those that it named */
export function writeExtents(database: Database, batch: number, series: readonly number[]): void {
  const write = database.prepare<Range & { series: number; batch: number }>(WRITE);
  for (const one of series) write.run({ series: one, batch, ...rangeOf(one) });
}

/** Notes the extents of all batches, in a database that had no place for them when they came. */
export function fillExtents(database: Database): void {
  const write = database.prepare("INSERT INTO extents (series, batch, first, last) VALUES (?, ?, ?, ?)");
  const livesOf = lifeReader(database);
  for (const series of database.prepare<[], number>("SELECT id FROM series").pluck().all())
    for (const { batch, first, last } of extentsOf(livesOf(series))) write.run(series, batch, first, last);
}

/** Answers every value that a series ever had, by day. */
export function lifeReader(database: Database): (series: number) => Life[] {
  const lives = database.prepare<Range, [key: number, since: number, until: number | null]>(LIVES).raw();
  return (series) => lives.all(rangeOf(series)).map(([key, since, until]) => ({ day: dayOfKey(key), since, until }));
}

/**
 * The extents that the values of a series make, one for each batch that changed them.
 *
 * @param lives by day
 * @example
 * extentsOf([{ day: 5, since: 2, until: 3 }, { day: 6, since: 2, until: null }])
 * // [{ batch: 2, first: 5, last: 6 }, { batch: 3, first: 6, last: 6 }]
 */
export function extentsOf(lives: readonly Life[]): Extent[] {
  const batches = [...new Set(lives.flatMap(({ since, until }) => (until === null ? [since] : [since, until])))].sort((a, b) => a - b);
  const firsts = foremost(lives, batches);
  const lasts = foremost(lives.toReversed(), batches);
  const extents = batches.map((batch, at) => ({ batch, first: firsts[at] ?? null, last: lasts[at] ?? null }));
  return extents.filter(({ first, last }, at) => {
    const before = extents[at - 1];
    return first !== (before?.first ?? null) || last !== (before?.last ?? null);
  });
}

/** Of each batch the day that comes first in the list among those that counted then. Each place is filled once, and then skipped. */
function foremost(lives: readonly Life[], batches: readonly number[]): (DayNumber | undefined)[] {
  const places = new Map(batches.map((batch, at) => [batch, at]));
  const days = new Array<DayNumber | undefined>(batches.length).fill(undefined);
  /** From each place the next one that may be empty. */
  const next = Uint32Array.from({ length: batches.length + 1 }, (_, at) => at);
  const emptyFrom = (place: number): number => {
    let at = place;
    while (next[at] !== at) {
      next[at] = next[next[at] as number] as number;
      at = next[at] as number;
    }
    return at;
  };
  for (const { day, since, until } of lives) {
    const end = until === null ? batches.length : (places.get(until) as number);
    for (let at = emptyFrom(places.get(since) as number); at < end; at = emptyFrom(at)) {
      days[at] = day;
      next[at] = at + 1;
    }
  }
  return days;
}

function rangeOf(series: number): Range {
  const [low, high] = keysOf(series);
  return { low, high };
}
