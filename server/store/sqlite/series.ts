import type { Database } from "better-sqlite3";
import type { DailySeries, SeriesKey, SeriesQuery } from "../../../data/model/series.ts";
import type { SeriesFilter } from "../store.ts";
import { dayOfKey, keysOf } from "./key.ts";

/** A series and its number in the database. */
export interface NumberedSeries extends SeriesKey {
  id: number;
}

type Days = Pick<DailySeries, "days" | "values">;

type Row = [key: number, value: number | null];

/** The rows of `snapshot_values` are ordered by their key, so one series is one range of them. */
const KEYS = "SELECT key FROM snapshot_values WHERE key BETWEEN ? AND ? ORDER BY key";
const VALUES = "SELECT value FROM snapshot_values WHERE key BETWEEN ? AND ? ORDER BY key";
const KEPT = "SELECT iif(batch <= ?, value, NULL) FROM snapshot_values WHERE key BETWEEN ? AND ? ORDER BY key";
const REPLACED = "SELECT key, value FROM revisions WHERE key BETWEEN ? AND ? AND since <= ? AND until > ? ORDER BY key";

const LIST = `
  SELECT series.id, platform.name AS platform, country.name AS country, metric.name AS metric, topic.name AS topic, source.name AS source
  FROM series
  JOIN names AS platform ON platform.id = series.platform
  JOIN names AS country ON country.id = series.country
  JOIN names AS metric ON metric.id = series.metric
  JOIN names AS topic ON topic.id = series.topic
  JOIN names AS source ON source.id = series.source
  WHERE series.id > ? ORDER BY series.id`;

/** Finds series by their names and reads their days. */
export class SeriesReader {
  readonly #list;
  readonly #keys;
  readonly #values;
  readonly #kept;
  readonly #replaced;
  readonly #byMetric = new Map<string, NumberedSeries[]>();
  #lastId = 0;
  #listedAt = 0;

  constructor(database: Database) {
    this.#list = database.prepare<[number], NumberedSeries>(LIST);
    this.#keys = database.prepare<[number, number], number>(KEYS).pluck();
    this.#values = database.prepare<[number, number], number | null>(VALUES).pluck();
    this.#kept = database.prepare<[number, number, number], number | null>(KEPT).pluck();
    this.#replaced = database.prepare<[number, number, number, number], Row>(REPLACED).raw();
  }

  /**
   * @param newest the newest vintage
   * @param vintage the one to read; at the newest no revision is looked at
   */
  read(query: SeriesQuery, newest: number, vintage: number): DailySeries[] {
    const found: DailySeries[] = [];
    for (const one of this.find(query, newest)) {
      const [low, high] = keysOf(one.id, query.from, query.to);
      const { days, values } = this.#days(low, high, vintage >= newest ? undefined : vintage);
      if (days.length === 0) continue;
      const { platform, country, metric, topic, source } = one;
      found.push({ platform, country, metric, topic, source, days, values });
    }
    return found;
  }

  /**
   * Two lists of numbers: an array or an object for each row would take three times as long.
   *
   * @param vintage absent for the newest
   */
  #days(low: number, high: number, vintage: number | undefined): Days {
    const values = vintage === undefined ? this.#values.all(low, high) : this.#kept.all(vintage, low, high);
    // Where no day is missing, which they are need not be asked.
    const keys = values.length === high - low + 1 ? undefined : this.#keys.all(low, high);
    const replaced = vintage === undefined ? [] : this.#replaced.all(low, high, vintage, vintage);
    const found: Days = { days: [], values: [] };
    let next = 0;
    for (let at = 0; at < values.length; at++) {
      const key = keys === undefined ? low + at : (keys[at] as number);
      // What was replaced has its place among the newest.
      const known = replaced[next]?.[0] === key ? replaced[next++]?.[1] : values[at];
      if (known === null || known === undefined) continue;
      found.days.push(dayOfKey(key));
      found.values.push(known);
    }
    return found;
  }

  /** All series, among them those whose days came after the vintage that is asked for. */
  all(newest: number): NumberedSeries[] {
    this.#learn(newest);
    return [...this.#byMetric.values()].flat();
  }

  /** The matching series, ordered by the lists of the filter; where it has none, in the order in which they came. */
  find(filter: SeriesFilter, newest: number): NumberedSeries[] {
    this.#learn(newest);
    const [platforms, countries, topics, sources] = [filter.platforms, filter.countries, filter.topics, filter.sources].map(ranks);
    const places: { series: NumberedSeries; place: number[] }[] = [];
    const candidates = filter.metric === undefined ? this.all(newest) : (this.#byMetric.get(filter.metric) ?? []);
    for (const series of candidates) {
      const platform = rankOf(series.platform, platforms);
      const country = rankOf(series.country, countries);
      const topic = rankOf(series.topic, topics);
      const source = rankOf(series.source, sources);
      if (platform === undefined || country === undefined || topic === undefined || source === undefined) continue;
      places.push({ series, place: [platform, country, topic, source] });
    }
    return places.sort((a, b) => compare(a.place, b.place)).map(({ series }) => series);
  }

  /** Series are added and never changed, and only by batches: what a newer vintage may have added is read once. */
  #learn(newest: number): void {
    if (newest === this.#listedAt) return;
    for (const series of this.#list.all(this.#lastId)) {
      const known = this.#byMetric.get(series.metric);
      if (known) known.push(series);
      else this.#byMetric.set(series.metric, [series]);
      this.#lastId = series.id;
    }
    this.#listedAt = newest;
  }
}

function ranks(list: readonly string[] | undefined): Map<string, number> | undefined {
  if (list === undefined) return undefined;
  const ranks = new Map<string, number>();
  for (const [rank, name] of list.entries()) if (!ranks.has(name)) ranks.set(name, rank);
  return ranks;
}

/** `undefined` where the series is left out. */
function rankOf(name: string, ranks: ReadonlyMap<string, number> | undefined): number | undefined {
  return ranks === undefined ? 0 : ranks.get(name);
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at++) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
