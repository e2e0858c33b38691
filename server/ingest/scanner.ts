import type { DayNumber } from "../../data/model/day.ts";
import type { SeriesKey } from "../../data/model/series.ts";
import { withRoom } from "../store/room.ts";
import type { Layout } from "./header.ts";
import { FNV_PRIME, FNV_START, LOOKS_BEYOND, PlaceTable } from "./place-table.ts";
import type { Validator } from "./validate.ts";

const NEWLINE = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;
const ZERO = 0x30;
/** A digit is its byte less that of zero; a decimal point is this, then. */
const POINT = 0x2e - ZERO;
/** Bytes of a day. */
const LONGEST_DAY = 10;

/** What a stretch of a row holds: a day, some names beside each other, or a value. */
const DATE = 0;
const NAMES = 1;
const VALUE = 2;

/** Up to here a decimal is its digits divided by a power of ten, to the last bit. */
const MOST_DIGITS = 15;
/** So many digits make a number of 32 bits. */
const SHORT_DIGITS = 9;
const POWERS = Float64Array.from({ length: MOST_DIGITS + 1 }, (_, power) => 10 ** power);

const FIRST_YEAR = 1970;
/** Years that have a place in the table of days. */
const YEARS = 200;

/**
 * Reads rows that are as rows should be straight from their bytes: no text and no object is made of them. A row with
 * anything else in it, a fault first of all, is left to the general way.
 */
export class RowScanner {
  readonly #validator: Validator;
  readonly #separator: number;
  readonly #separatorText: string;
  readonly #layout: Layout;
  readonly #named: ReturnType<typeof namedOf>;
  /** The stretches of a row, from left to right: what each holds, and how many columns it has. */
  readonly #kinds: Uint8Array;
  readonly #widths: Int32Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  /** Day numbers and 1 by year, month and day; 0 where the day was not looked up. */
  readonly #days = new Int32Array(YEARS * 512);
  /** The day of the row before, and its bytes: four, four and two. */
  #day = -1;
  #year = 0;
  #month = 0;
  #dayOfMonth = 0;
  readonly #places: PlaceTable;
  /** The place of the row before, and the one that came after each place the last time: files repeat their order. */
  #before = 0;
  #next = new Int32Array(4096).fill(-1);
  readonly #keys: SeriesKey[] = [];
  /** Metrics of the value columns of a wide file; one that is blank stands for the metric of a long file. */
  readonly #metrics: string[];
  /** Numbers of series by place and value column; -1 where it was not looked up. */
  #series = new Int32Array(4096).fill(-1);
  /** What values of each series may be, by its number. */
  #least = new Float64Array(4096);
  #most = new Float64Array(4096);
  #whole = new Uint8Array(4096);
  /** Rows that the last call took. */
  taken = 0;
  /** Values of the row, `NaN` where a cell is blank. */
  readonly #values: Float64Array;
  readonly #rowSeries: Int32Array;
  /** Bytes that all else of a row takes beside its names, at most. */
  readonly #others: number;

  constructor(layout: Layout, separator: string, validator: Validator) {
    this.#layout = layout;
    this.#named = namedOf(layout);
    this.#separatorText = separator;
    this.#separator = separator.charCodeAt(0);
    this.#validator = validator;
    const stretches = stretchesOf(layout);
    this.#kinds = Uint8Array.from(stretches, ({ kind }) => kind);
    this.#widths = Int32Array.from(stretches, ({ width }) => width);
    this.#places = new PlaceTable(stretches.filter(({ kind }) => kind === NAMES).length);
    const { values } = layout;
    this.#metrics = values.kind === "long" ? [""] : [...values.metrics].sort((a, b) => a.place - b.place).map(({ metric }) => metric);
    this.#values = new Float64Array(this.#metrics.length);
    this.#rowSeries = new Int32Array(this.#metrics.length);
    this.#others = LONGEST_DAY + (MOST_DIGITS + 1) * this.#metrics.length + stretches.length + LOOKS_BEYOND;
    this.#starts = new Int32Array(stretches.length);
    this.#ends = new Int32Array(stretches.length);
  }

  /**
   * Takes rows, as long as they are as they should be; `taken` says how many. Answers where it stopped: behind the last
   * one, or where a row begins that is otherwise, of which it took nothing.
   *
   * @param bytes whole rows: a line break is their end
   */
  take(bytes: Uint8Array, start: number, line: number): number {
    const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    let at = start;
    let taken = 0;
    while (at < bytes.length) {
      // What is compared by words may look beyond the row, and must not look beyond the bytes.
      const isInside = at + this.#places.longest + this.#others <= bytes.length;
      const expected = isInside ? (this.#next[this.#before] as number) : -1;
      let end = this.#row(bytes, words, at, line + taken, expected);
      if (end === -1 && expected !== -1) end = this.#row(bytes, words, at, line + taken, -1);
      if (end === -1) break;
      at = end;
      taken++;
    }
    this.taken = taken;
    return at;
  }

  /**
   * Takes one row. Answers where the next one begins; -1, and takes nothing, where the row is not as it should be.
   *
   * @param expected the place that it probably has: its bytes are compared with those, and with no others. -1 for none
   */
  #row(bytes: Uint8Array, words: DataView, start: number, line: number, expected: number): number {
    const separator = this.#separator;
    const [kinds, values, places] = [this.#kinds, this.#values, this.#places];
    const last = kinds.length - 1;
    let known = expected === -1 ? 0 : places.startOf(expected);
    let at = start;
    let hash = FNV_START;
    let day = -1;
    let pieces = 0;
    let column = 0;
    for (let stretch = 0; stretch <= last; stretch++) {
      const kind = kinds[stretch];
      if (kind === DATE) {
        day = expected === -1 ? this.#dayAt(bytes, at) : this.#sameDayAt(bytes, words, at);
        if (day === -1) return -1;
        at += LONGEST_DAY;
      } else if (kind === NAMES && expected !== -1) {
        const length = places.lengthAt(expected, pieces++, known, words, at);
        if (length === -1) return -1;
        at += length;
        known += length + 1;
      } else if (kind === NAMES) {
        let left = this.#widths[stretch] as number;
        this.#starts[pieces] = at;
        for (;;) {
          const byte = bytes[at] as number;
          if (byte === NEWLINE || byte === CR) break;
          if (byte === separator && --left === 0) break;
          hash = Math.imul(hash ^ byte, FNV_PRIME);
          at++;
        }
        // The last name of a row ends with it.
        if (left !== (stretch === last ? 1 : 0)) return -1;
        this.#ends[pieces++] = at;
        hash = Math.imul(hash, FNV_PRIME);
      } else {
        const first = at;
        let whole = 0;
        let byte = (bytes[at] as number) - ZERO;
        for (const most = first + SHORT_DIGITS; byte >= 0 && byte <= 9 && at < most; byte = (bytes[++at] as number) - ZERO)
          whole = (Math.imul(whole, 10) + byte) | 0;
        let number: number = whole;
        for (; byte >= 0 && byte <= 9; byte = (bytes[++at] as number) - ZERO) number = number * 10 + byte;
        let digits = at - first;
        if (digits === 0) number = Number.NaN;
        else if (byte === POINT) {
          const point = at;
          for (byte = (bytes[++at] as number) - ZERO; byte >= 0 && byte <= 9; byte = (bytes[++at] as number) - ZERO)
            number = number * 10 + byte;
          const fraction = at - point - 1;
          digits += fraction;
          if (fraction === 0 || digits > MOST_DIGITS) return -1;
          number /= POWERS[fraction] as number;
        }
        if (digits > MOST_DIGITS) return -1;
        values[column++] = number;
      }
      if (stretch < last) {
        if (bytes[at] !== separator) return -1;
      } else {
        if (bytes[at] === CR) at++;
        if (bytes[at] !== NEWLINE) return -1;
      }
      at++;
    }
    let place = expected;
    if (place === -1) {
      place = places.find(hash, bytes, this.#starts, this.#ends);
      if (place === -1) place = this.#learn(hash, bytes, pieces);
      if (place === -1) return -1;
      this.#next[this.#before] = place;
    }
    if (!this.#accept(place, day, line)) return -1;
    this.#before = place;
    return at;
  }

  /** Takes all values of a row, or none. */
  #accept(place: number, day: DayNumber, line: number): boolean {
    const [values, series, width] = [this.#values, this.#rowSeries, this.#metrics.length];
    for (let column = 0; column < width; column++) {
      const value = values[column] as number;
      if (Number.isNaN(value)) {
        // In a long file a blank value is a fault, or withdraws one.
        if (this.#layout.values.kind === "long") return false;
        continue;
      }
      let number = this.#series[place * width + column] as number;
      if (number === -1)
        number = this.#lookUp(place, column, { ...(this.#keys[place] as SeriesKey), metric: this.#metrics[column] as string });
      if (number === -1) return false;
      if (value < (this.#least[number] as number) || value > (this.#most[number] as number)) return false;
      if (this.#whole[number] === 1 && Math.floor(value) !== value) return false;
      if (width > 1 && !this.#validator.isNew(number, day)) return false;
      series[column] = number;
    }
    for (let column = 0; column < width; column++) {
      const value = values[column] as number;
      if (!Number.isNaN(value) && !this.#validator.take(series[column] as number, day, value, line)) return false;
    }
    return true;
  }

  /** The day; in a file by days it is that of the row before. */
  #sameDayAt(bytes: Uint8Array, words: DataView, at: number): DayNumber {
    const [year, month, dayOfMonth] = [words.getInt32(at, true), words.getInt32(at + 4, true), words.getInt16(at + 8, true)];
    if (year === this.#year && month === this.#month && dayOfMonth === this.#dayOfMonth) return this.#day;
    const day = this.#dayAt(bytes, at);
    if (day === -1) return -1;
    this.#year = year;
    this.#month = month;
    this.#dayOfMonth = dayOfMonth;
    this.#day = day;
    return day;
  }

  #dayAt(bytes: Uint8Array, at: number): DayNumber {
    // Eight constants, not a list: a list would be made for each row.
    const y0 = (bytes[at] as number) - ZERO;
    const y1 = (bytes[at + 1] as number) - ZERO;
    const y2 = (bytes[at + 2] as number) - ZERO;
    const y3 = (bytes[at + 3] as number) - ZERO;
    const m0 = (bytes[at + 5] as number) - ZERO;
    const m1 = (bytes[at + 6] as number) - ZERO;
    const d0 = (bytes[at + 8] as number) - ZERO;
    const d1 = (bytes[at + 9] as number) - ZERO;
    if (bytes[at + 4] !== DASH || bytes[at + 7] !== DASH) return -1;
    if ((y0 | y1 | y2 | y3 | m0 | m1 | d0 | d1) < 0) return -1;
    if (y0 > 9 || y1 > 9 || y2 > 9 || y3 > 9 || m0 > 1 || m1 > 9 || d0 > 3 || d1 > 9) return -1;
    const year = y0 * 1000 + y1 * 100 + y2 * 10 + y3 - FIRST_YEAR;
    if (year < 0 || year >= YEARS) return -1;
    const month = m0 * 10 + m1;
    const place = (year << 9) | ((month & 15) << 5) | ((d0 * 10 + d1) & 31);
    if (month > 12 || d0 * 10 + d1 > 31) return -1;
    const known = this.#days[place] as number;
    if (known !== 0) return known - 1;
    const day = this.#validator.dayOf(textOf(bytes, at, at + 10));
    if (day === undefined) return -1;
    // Read from the table, it is a small integer to V8, whatever made it: other code is slower.
    this.#days[place] = day + 1;
    return (this.#days[place] as number) - 1;
  }

  /** Keeps a place that is in the catalog. Answers its number, or -1. */
  #learn(hash: number, bytes: Uint8Array, pieces: number): number {
    const texts: string[] = [];
    for (let piece = 0; piece < pieces; piece++)
      texts.push(...textOf(bytes, this.#starts[piece] as number, this.#ends[piece] as number).split(this.#separatorText));
    const { platform, country, topic, source, metric } = this.#named;
    const place = this.#validator.placeOf({
      platform: texts[platform] as string,
      country: texts[country] as string,
      topic: topic === undefined ? undefined : texts[topic],
      source: source === undefined ? undefined : texts[source],
    });
    if (!this.#validator.knowsPlace(place)) return -1;
    const number = this.#places.count;
    const key = { ...place, metric: metric === undefined ? "" : (texts[metric] as string) };
    this.#series = withRoom(this.#series, (number + 1) * this.#metrics.length, -1);
    // The metric of a wide file is known with its header.
    if (metric !== undefined && this.#lookUp(number, 0, key) === -1) return -1;
    this.#keys.push(key);
    this.#next = withRoom(this.#next, number + 1, -1);
    return this.#places.add(hash, bytes, this.#starts, this.#ends);
  }

  /** Finds the series of a value column. Answers its number, or -1. */
  #lookUp(place: number, column: number, key: SeriesKey): number {
    const found = this.#validator.seriesOf(key);
    if (found === undefined) return -1;
    const { number } = found;
    const { least, most, whole } = found.metric;
    this.#least = withRoom(this.#least, number + 1);
    this.#most = withRoom(this.#most, number + 1);
    this.#whole = withRoom(this.#whole, number + 1);
    this.#least[number] = least;
    this.#most[number] = most;
    this.#whole[number] = whole ? 1 : 0;
    this.#series[place * this.#metrics.length + column] = number;
    return number;
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

function textOf(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString();
}
