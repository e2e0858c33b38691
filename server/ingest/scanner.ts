import type { DayNumber } from "../../data/model/day.ts";
import type { SeriesKey } from "../../data/model/series.ts";
import { withRoom } from "../store/room.ts";
import type { Layout } from "./header.ts";
import { FNV_PRIME, FNV_START, PlaceTable } from "./place-table.ts";
import type { Validator } from "./validate.ts";

const NEWLINE = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;

/** What a stretch of a row holds: a day, some names beside each other, or a value. */
const DATE = 0;
const NAMES = 1;
const VALUE = 2;

/** Up to here a decimal is its digits divided by a power of ten, to the last bit. */
const MOST_DIGITS = 15;
const POWERS = Float64Array.from({ length: MOST_DIGITS + 1 }, (_, power) => 10 ** power);

const FIRST_YEAR = 1970;
/** Years that have a place in the table of days. */
const YEARS = 200;

interface Limits {
  least: number;
  most: number;
  whole: boolean;
}

/**
 * Reads rows that are as rows should be straight from their bytes: no text and no object is made of them. A row with
 * anything else in it, a fault first of all, is left to the general way.
 */
export class RowScanner {
  readonly #validator: Validator;
  readonly #separator: number;
  readonly #layout: Layout;
  /** The stretches of a row, from left to right: what each holds, and how many columns it has. */
  readonly #kinds: Uint8Array;
  readonly #widths: Int32Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  /** Day numbers and 1 by year, month and day; 0 where the day was not looked up. */
  readonly #days = new Int32Array(YEARS * 512);
  readonly #places = new PlaceTable();
  /** The place of the row before, and the one that came after each place the last time: files repeat their order. */
  #before = 0;
  #next = new Int32Array(128).fill(-1);
  readonly #keys: SeriesKey[] = [];
  /** Metrics of the value columns of a wide file; one that is blank stands for the metric of a long file. */
  readonly #metrics: string[];
  /** Numbers of series by place and value column; -1 where it was not looked up. */
  #series = new Int32Array(128).fill(-1);
  readonly #limits: Limits[] = [];
  /** Values of the row, `NaN` where a cell is blank. */
  readonly #values: Float64Array;
  readonly #rowSeries: Int32Array;

  constructor(layout: Layout, separator: string, validator: Validator) {
    this.#layout = layout;
    this.#separator = separator.charCodeAt(0);
    this.#validator = validator;
    const stretches = stretchesOf(layout);
    this.#kinds = Uint8Array.from(stretches, ({ kind }) => kind);
    this.#widths = Int32Array.from(stretches, ({ width }) => width);
    const { values } = layout;
    this.#metrics = values.kind === "long" ? [""] : [...values.metrics].sort((a, b) => a.place - b.place).map(({ metric }) => metric);
    this.#values = new Float64Array(this.#metrics.length);
    this.#rowSeries = new Int32Array(this.#metrics.length);
    this.#starts = new Int32Array(stretches.length);
    this.#ends = new Int32Array(stretches.length);
  }

  /**
   * Takes one row. Answers where the next one begins; -1, and takes nothing, where the row is not as it should be.
   *
   * @param bytes with a line break at or behind the end of the row
   * @param expected the place that it probably has: where its bytes are those, it is not looked up. -1 for none
   */
  take(bytes: Uint8Array, start: number, line: number, expected = this.#next[this.#before] as number): number {
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
        day = this.#day(bytes, at);
        if (day === -1) return -1;
        at += 10;
      } else if (kind === NAMES && expected !== -1) {
        const end = places.endOf(known, bytes, at);
        // Another place, or one whose name goes on.
        if (end === -1 || !isEnd(bytes[end], separator)) return this.take(bytes, start, line, -1);
        known += end - at + 1;
        at = end;
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
        let byte = bytes[at] as number;
        const first = at;
        let number = 0;
        while (byte >= ZERO && byte <= ZERO + 9) {
          number = number * 10 + (byte - ZERO);
          byte = bytes[++at] as number;
        }
        let digits = at - first;
        if (digits === 0) number = Number.NaN;
        else if (byte === POINT) {
          const point = at;
          for (byte = bytes[++at] as number; byte >= ZERO && byte <= ZERO + 9; byte = bytes[++at] as number)
            number = number * 10 + (byte - ZERO);
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
    let place = expected === -1 ? places.find(hash, bytes, this.#starts, this.#ends, pieces) : expected;
    if (place === -1) place = this.#learn(hash, bytes, pieces);
    if (place === -1 || !this.#accept(place, day, line)) return -1;
    if (expected === -1) this.#next[this.#before] = place;
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
      if (number === -1) number = this.#lookUp(place, column);
      if (number === -1) return false;
      const { least, most, whole } = this.#limits[number] as Limits;
      if (value < least || value > most || (whole && !Number.isInteger(value))) return false;
      if (width > 1 && !this.#validator.isNew(number, day)) return false;
      series[column] = number;
    }
    for (let column = 0; column < width; column++) {
      const value = values[column] as number;
      if (!Number.isNaN(value) && !this.#validator.take(series[column] as number, day, value, line)) return false;
    }
    return true;
  }

  #day(bytes: Uint8Array, at: number): DayNumber {
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
    this.#days[place] = day + 1;
    return day;
  }

  /** Keeps a place that is in the catalog. Answers its number, or -1. */
  #learn(hash: number, bytes: Uint8Array, pieces: number): number {
    const separator = String.fromCharCode(this.#separator);
    const texts: string[] = [];
    for (let piece = 0; piece < pieces; piece++)
      texts.push(...textOf(bytes, this.#starts[piece] as number, this.#ends[piece] as number).split(separator));
    const { columns, values, platform, country, topic, source } = this.#layout;
    const named = columns.map((_, column) => column).filter((column) => isName(this.#layout, column));
    const text = (column: number) => texts[named.indexOf(column)] as string;
    const textIfThere = (column: number | undefined) => (column === undefined ? undefined : text(column));
    const place = this.#validator.placeOf({
      platform: text(platform),
      country: text(country),
      topic: textIfThere(topic),
      source: textIfThere(source),
    });
    if (!this.#validator.knowsPlace(place)) return -1;
    const metric = values.kind === "long" ? text(values.metric) : "";
    if (values.kind === "long" && this.#validator.seriesOf({ ...place, metric }) === undefined) return -1;
    const number = this.#places.add(hash, bytes, this.#starts, this.#ends, pieces);
    this.#keys.push({ ...place, metric });
    this.#next = withRoom(this.#next, number + 1, -1);
    const width = this.#metrics.length;
    this.#series = withRoom(this.#series, (number + 1) * width, -1);
    return number;
  }

  #lookUp(place: number, column: number): number {
    const key = this.#keys[place] as SeriesKey;
    const found = this.#validator.seriesOf({ ...key, metric: this.#metrics[column] || key.metric });
    if (found === undefined) return -1;
    const { least, most, whole } = found.metric;
    this.#limits[found.number] = { least, most, whole };
    this.#series[place * this.#metrics.length + column] = found.number;
    return found.number;
  }
}

function isEnd(byte: number | undefined, separator: number): boolean {
  return byte === separator || byte === NEWLINE || byte === CR;
}

function isName({ date, values }: Layout, column: number): boolean {
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
