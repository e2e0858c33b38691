import type { SeriesKey } from "../../data/model/series.ts";
import type { SnapshotColumns } from "../store/store.ts";
import type { Assembled } from "./assembled.ts";
import { DATE, END, FULL, NAMES, NEW_DAY, NEW_PLACE, NEW_SERIES, OTHERWISE, VALUE } from "./assembly/codes.ts";
import type { Layout } from "./header.ts";
import type { Validator } from "./validate.ts";

const NEWLINE = 0x0a;
const LONGEST_DAY = 10;

/**
 * Reads rows that are as rows should be straight from their bytes: no text and no object is made of them. A row with
 * anything else in it, a fault first of all, is left to the general way. This is the side of it that knows the catalog;
 * what is done for each row stands in `assembly/`.
 */
export class RowScanner {
  readonly #assembled: Assembled;
  readonly #validator: Validator;
  readonly #separator: string;
  readonly #named: ReturnType<typeof namedOf>;
  /** Stretches of names in a row. */
  readonly #pieces: number;
  /** Metrics of the value columns of a wide file; one that is blank stands for the metric of a long file. */
  readonly #metrics: readonly string[];
  readonly #keys = new Map<number, SeriesKey>();
  /** The bytes that were handed over, and which of them: from, and to before. */
  #bytes: Uint8Array | undefined;
  #from = 0;
  #to = 0;
  #columns: SnapshotColumns | undefined;
  /** Rows that the last call took. */
  taken = 0;

  constructor(layout: Layout, separator: string, validator: Validator) {
    this.#assembled = validator.assembled;
    this.#named = namedOf(layout);
    this.#separator = separator;
    this.#validator = validator;
    const { values } = layout;
    this.#metrics = values.kind === "long" ? [""] : [...values.metrics].sort((a, b) => a.place - b.place).map(({ metric }) => metric);
    const stretches = stretchesOf(layout);
    this.#pieces = stretches.filter(({ kind }) => kind === NAMES).length;
    this.#assembled.begin(separator.charCodeAt(0), stretches.length, this.#pieces, this.#metrics.length, values.kind === "wide");
    for (const [at, { kind, width }] of stretches.entries()) this.#assembled.setStretch(at, kind, width);
  }

  /**
   * Takes rows, as long as they are as they should be; `taken` says how many. Answers where it stopped: behind the last
   * one, or where a row begins that is otherwise, of which it took nothing.
   *
   * @param bytes whole rows: a line break is their end
   */
  take(bytes: Uint8Array, start: number, line: number): number {
    this.taken = 0;
    try {
      return this.#take(bytes, start, line);
    } finally {
      this.#fetch();
    }
  }

  #take(bytes: Uint8Array, start: number, line: number): number {
    const assembled = this.#assembled;
    for (let at = start; ; ) {
      this.#handOver(bytes, at);
      if (this.#to <= at) return at;
      const input = assembled.input.value;
      const why = assembled.scan(input + at - this.#from, input + this.#to - this.#from, line + this.taken);
      this.taken += assembled.taken.value;
      at = this.#from + assembled.stopped.value - input;
      if (why === FULL) this.#fetch();
      else if (why === OTHERWISE || (why !== END && !this.#learn(why))) return at;
    }
  }

  /** Puts rows where they can be read, up to a window of them; none where a row is longer than that. */
  #handOver(bytes: Uint8Array, at: number): void {
    if (bytes === this.#bytes && at >= this.#from && at < this.#to) return;
    const { memory, input, window } = this.#assembled;
    const most = Math.min(bytes.length, at + window.value);
    const end = most === bytes.length ? most : bytes.lastIndexOf(NEWLINE, most - 1) + 1;
    [this.#bytes, this.#from, this.#to] = [bytes, at, Math.max(at, end)];
    new Uint8Array(memory.buffer).set(bytes.subarray(at, this.#to), input.value);
  }

  /** Hands on the values that wait. */
  #fetch(): void {
    const { memory, waiting } = this.#assembled;
    if (waiting.value === 0) return;
    // A memory that grew is another buffer.
    const columns = this.#columns?.days.buffer === memory.buffer ? this.#columns : this.#columnsOf(memory.buffer);
    this.#columns = columns;
    columns.count = waiting.value;
    this.#validator.takeChecked(columns);
    this.#assembled.fetched();
  }

  #columnsOf(buffer: ArrayBuffer): SnapshotColumns {
    const { room, seriesColumn, daysColumn, valuesColumn } = this.#assembled;
    return {
      count: 0,
      series: new Uint32Array(buffer, seriesColumn(), room.value),
      days: new Uint16Array(buffer, daysColumn(), room.value),
      values: new Float64Array(buffer, valuesColumn(), room.value),
    };
  }

  /** Looks up what is met for the first time. Answers whether there is such a thing. */
  #learn(why: number): boolean {
    const { asked, askedColumn } = this.#assembled;
    if (why === NEW_DAY) return this.#learnDay(asked.value);
    if (why === NEW_PLACE) return this.#learnPlace();
    const [place, column] = [asked.value, askedColumn.value];
    const key = this.#keys.get(place) as SeriesKey;
    return why === NEW_SERIES && this.#learnSeries(place, column, { ...key, metric: this.#metrics[column] as string });
  }

  #learnDay(at: number): boolean {
    const day = this.#validator.dayOf(this.#text(at, at + LONGEST_DAY));
    if (day !== undefined) this.#assembled.setDay(day);
    return day !== undefined;
  }

  #learnPlace(): boolean {
    const { pieceStart, pieceEnd } = this.#assembled;
    const texts: string[] = [];
    for (let piece = 0; piece < this.#pieces; piece++) texts.push(...this.#text(pieceStart(piece), pieceEnd(piece)).split(this.#separator));
    const { platform, country, topic, source, metric } = this.#named;
    const place = this.#validator.placeOf({
      platform: texts[platform] as string,
      country: texts[country] as string,
      topic: topic === undefined ? undefined : texts[topic],
      source: source === undefined ? undefined : texts[source],
    });
    if (!this.#validator.knowsPlace(place)) return false;
    const key = { ...place, metric: metric === undefined ? "" : (texts[metric] as string) };
    // The metric of a wide file is known with its header.
    if (metric !== undefined && this.#validator.seriesOf(key) === undefined) return false;
    const number = this.#assembled.learn();
    this.#keys.set(number, key);
    return metric === undefined || this.#learnSeries(number, 0, key);
  }

  #learnSeries(place: number, column: number, key: SeriesKey): boolean {
    const found = this.#validator.seriesOf(key);
    if (found === undefined) return false;
    const { least, most, whole } = found.metric;
    this.#assembled.setSeries(place, column, found.number, least, most, whole);
    return true;
  }

  #text(start: number, end: number): string {
    return Buffer.from(this.#assembled.memory.buffer, start, end - start).toString();
  }
}
/** Where each name stands among the names of a row. */
function namedOf({ columns, values, date, platform, country, topic, source }: Layout) {
  const names = [...columns.keys()].filter((column) => isName({ date, values }, column));
  const placeOf = (column: number | undefined) => (column === undefined ? undefined : names.indexOf(column));
  return {
    platform: names.indexOf(platform),
    country: names.indexOf(country),
    topic: placeOf(topic),
    source: placeOf(source),
    metric: placeOf(values.kind === "long" ? values.metric : undefined),
  };
}

function isName({ date, values }: Pick<Layout, "date" | "values">, column: number): boolean {
  if (column === date) return false;
  return values.kind === "long" ? column !== values.value : values.metrics.every(({ place }) => place !== column);
}

/** Names that stand beside each other are one stretch. */
function stretchesOf(layout: Layout): { kind: number; width: number }[] {
  const stretches: { kind: number; width: number }[] = [];
  for (const column of layout.columns.keys()) {
    const before = stretches.at(-1);
    if (!isName(layout, column)) stretches.push({ kind: column === layout.date ? DATE : VALUE, width: 1 });
    else if (before?.kind === NAMES) before.width++;
    else stretches.push({ kind: NAMES, width: 1 });
  }
  return stretches;
}
