import type { Database } from "better-sqlite3";
import type { DailySeries, SeriesKey, SeriesQuery } from "../../../data/model/series.ts";
import { dayOfKey, keysOf } from "./key.ts";

/** A series and its number in the database. */
export interface NumberedSeries extends SeriesKey {
  id: number;
}

type Row = [key: number, value: number | null];

/** The rows of `snapshot_values` are ordered by their key, so one series is one range of them. */
const NEWEST = "SELECT key, value FROM snapshot_values WHERE key BETWEEN ? AND ?";
const KEPT = "SELECT key, value FROM snapshot_values WHERE key BETWEEN ? AND ? AND batch <= ? ORDER BY key";
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
  readonly #newest;
  readonly #kept;
  readonly #replaced;
  readonly #byMetric = new Map<string, NumberedSeries[]>();
  #lastId = 0;
  #listedAt = 0;

  constructor(database: Database) {
    this.#list = database.prepare<[number], NumberedSeries>(LIST);
    this.#newest = database.prepare<[number, number], Row>(NEWEST).raw();
    this.#kept = database.prepare<[number, number, number], Row>(KEPT).raw();
    this.#replaced = database.prepare<[number, number, number, number], Row>(REPLACED).raw();
  }

  /**
   * @param newest the newest vintage
   * @param vintage the one to read; at the newest no revision is looked at
   */
  read(query: SeriesQuery, newest: number, vintage: number): DailySeries[] {
    const found: DailySeries[] = [];
    for (const one of this.#find(query, newest)) {
      const [low, high] = keysOf(one.id, query.from, query.to);
      const rows =
        vintage >= newest
          ? this.#newest.all(low, high)
          : merged(this.#kept.all(low, high, vintage), this.#replaced.all(low, high, vintage, vintage));
      const series: DailySeries = {
        platform: one.platform,
        country: one.country,
        metric: one.metric,
        topic: one.topic,
        source: one.source,
        days: [],
        values: [],
      };
      for (const [key, value] of rows) {
        if (value === null) continue;
        series.days.push(dayOfKey(key));
        series.values.push(value);
      }
      if (series.days.length > 0) found.push(series);
    }
    return found;
  }

  /** All series, among them those whose days came after the vintage that is asked for. */
  all(newest: number): NumberedSeries[] {
    this.#learn(newest);
    return [...this.#byMetric.values()].flat();
  }

  #find(query: SeriesQuery, newest: number): NumberedSeries[] {
    this.#learn(newest);
    const [platforms, countries, topics, sources] = [query.platforms, query.countries, query.topics, query.sources].map(ranks);
    const places: { series: NumberedSeries; place: number[] }[] = [];
    for (const series of this.#byMetric.get(query.metric) ?? []) {
      const platform = platforms?.get(series.platform);
      const country = countries?.get(series.country);
      const topic = topics?.get(series.topic);
      const source = sources?.get(series.source);
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

function ranks(list: readonly string[]): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const [rank, name] of list.entries()) if (!ranks.has(name)) ranks.set(name, rank);
  return ranks;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at++) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Two lists of rows, each ascending, as one. No key is in both. */
function merged(a: Row[], b: Row[]): Row[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const rows: Row[] = [];
  let next = 0;
  for (const row of a) {
    for (let other = b[next]; other && other[0] < row[0]; other = b[++next]) rows.push(other);
    rows.push(row);
  }
  return rows.concat(b.slice(next));
}
