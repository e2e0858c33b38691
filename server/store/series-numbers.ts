import type { SeriesKey } from "../../data/model/series.ts";

/** Series that one batch may name: pages of their days have numbers of 31 bits, and the series stand in memory. */
export const MOST_SERIES = 2_000_000;

type Level<Next> = Map<string, Next>;
type Tree = Level<Level<Level<Level<Level<number>>>>>;

/**
 * Numbers for series, from 0 in the order in which they come. Names are looked up one by one: joining them to one
 * text for each row costs three times as much.
 */
export class SeriesNumbers {
  readonly #tree: Tree = new Map();
  readonly keys: SeriesKey[] = [];

  /** The number of a series that was added; `undefined` otherwise. */
  find({ platform, country, metric, topic, source }: SeriesKey): number | undefined {
    return this.#tree.get(platform)?.get(country)?.get(metric)?.get(topic)?.get(source);
  }

  /** Numbers a series that has none yet. Throws a RangeError where there are too many. */
  add({ platform, country, metric, topic, source }: SeriesKey): number {
    if (this.keys.length >= MOST_SERIES) throw new RangeError(`A batch names ${MOST_SERIES} series at most.`);
    const number = this.keys.push({ platform, country, metric, topic, source }) - 1;
    below(below(below(below(this.#tree, platform), country), metric), topic).set(source, number);
    return number;
  }
}

function below<Value>(level: Level<Map<string, Value>>, name: string): Map<string, Value> {
  const known = level.get(name);
  if (known) return known;
  const next = new Map<string, Value>();
  level.set(name, next);
  return next;
}
