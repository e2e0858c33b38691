// Reads rows that are as rows should be straight from their bytes, and stops at any other. Written in AssemblyScript: a
// file is read once, and what V8 makes of JavaScript is quick only when most of the file has been read.
import { DATE, END, FULL, NAMES, NEW_DAY, NEW_PLACE, NEW_SERIES, OTHERWISE } from "./codes";
import { forgetLines, lineOf, note, seriesOf } from "./first-lines";
import { alloc, clear } from "./memory";
import { addPlace, beginPlaces, behind, FNV_PRIME, FNV_START, findPlace, lengthAt, Place, piece, seriesAt, textOf } from "./places";

export { lineOf, note };

const NEWLINE = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;
const ZERO = 0x30;
/** A digit is its byte less that of zero; a decimal point is this, then. */
const POINT: u32 = 0x2e - ZERO;
/** Bytes of a day. */
const LONGEST_DAY: usize = 10;

/** Up to here a decimal is its digits divided by a power of ten, to the last bit. */
const MOST_DIGITS: usize = 15;
const POWERS: StaticArray<f64> = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

const FIRST_YEAR: u32 = 1970;
/** Years that have a place in the table of days. */
const YEARS: u32 = 200;

/** Values that wait to be fetched, as columns. */
const WAITING = 4096;

/** What a stretch of a row holds, and how many columns it has. */
@unmanaged
class Stretch {
  kind: i32;
  width: i32;
}

const STRETCH_BYTES: usize = 8;

let separator: u8 = 0;
let stretches: usize = 0;
let lastStretch: i32 = 0;
let columns: i32 = 0;
/** Values and series of the row that is read; `NaN` where a cell is blank. */
let rowValues: usize = 0;
let rowSeries: usize = 0;
/** Whether a blank cell says nothing; in a long file it is left to the general way. */
let allowsBlanks = false;

/** Day numbers and 1 by year, month and day; 0 where the day was not looked up. */
let days: usize = 0;
/** The day of the row before, and its bytes. */
let day: i32 = -1;
let dayHead: u64 = 0;
let dayTail: u16 = 0;

/** The place of the row before. */
let before = changetype<Place>(0);
let hash: u32 = 0;

/** Values that there is room for until they are fetched. */
export let room: i32 = 0;
let outSeries: usize = 0;
let outDays: usize = 0;
let outValues: usize = 0;

/** Where rows are put, and bytes that there is room for. */
export let input: usize = 0;
export const window: usize = 1 << 18;

/** Where the last call stopped: behind the last row, or where one begins that was not taken. */
export let stopped: usize = 0;
/** Rows that the last call took. */
export let taken: i32 = 0;
/** Values that wait to be fetched. */
export let waiting: i32 = 0;
/** What is new: where a day stands in the row, or a place; and the value column whose series is new. */
export let asked: usize = 0;
export let askedColumn: i32 = 0;
let why = END;

/** Forgets a file. */
export function forget(): void {
  clear();
  forgetLines();
  waiting = 0;
}

/** Begins rows of one layout. @param wide value columns of a row; those of a wide file may be blank */
export function begin(between: u8, count: i32, names: i32, wide: i32, blanks: bool): void {
  separator = between;
  stretches = alloc(<usize>count * STRETCH_BYTES);
  lastStretch = count - 1;
  columns = wide;
  allowsBlanks = blanks;
  rowValues = alloc((<usize>wide) << 3);
  rowSeries = alloc((<usize>wide) << 2);
  days = alloc((YEARS * 512) << 2);
  day = -1;
  dayHead = 0;
  before = beginPlaces(wide, names);
  room = max(WAITING, wide);
  outSeries = alloc((<usize>room) << 2);
  outDays = alloc((<usize>room) << 1);
  outValues = alloc((<usize>room) << 3);
  waiting = 0;
  input = alloc(window);
}

/** Says what a stretch of each row holds. */
export function setStretch(number: i32, kind: i32, width: i32): void {
  const stretch = stretchOf(number);
  stretch.kind = kind;
  stretch.width = width;
}

/** Says what day stands where the last call stopped. */
export function setDay(number: i32): void {
  store<i32>(slotOf(asked), number + 1);
}

/** Keeps the names of the row where the last call stopped. Answers their place. */
export function learn(): usize {
  return changetype<usize>(addPlace(hash));
}

/** Says which series a value column of a place is, and what its values may be. */
export function setSeries(place: usize, column: i32, number: u32, least: f64, most: f64, whole: bool): void {
  store<u32>(seriesAt(changetype<Place>(place), column), number + 1);
  const known = seriesOf(number);
  known.least = least;
  known.most = most;
  known.whole = whole;
}

/** Where a stretch of names of the row begins and ends where the last call stopped. */
export function pieceStart(number: i32): usize {
  return piece(number).start;
}

export function pieceEnd(number: i32): usize {
  return piece(number).end;
}

/** Where the values stand that wait to be fetched. */
export function seriesColumn(): usize {
  return outSeries;
}

export function daysColumn(): usize {
  return outDays;
}

export function valuesColumn(): usize {
  return outValues;
}

/** They were fetched. */
export function fetched(): void {
  waiting = 0;
}

/** Takes rows, as long as they are as they should be. Answers why it stopped. @param line of the first one */
export function scan(from: usize, end: usize, line: i32): i32 {
  let at = from;
  taken = 0;
  why = END;
  while (at < end) {
    if (waiting + columns > room) {
      why = FULL;
      break;
    }
    const expected = before.next;
    let next: usize = expected === 0 ? 0 : row(at, line + taken, changetype<Place>(expected));
    if (next === 0) next = row(at, line + taken, null);
    if (next === 0) break;
    at = next;
    taken++;
  }
  stopped = at;
  return why;
}

/**
 * Takes one row. Answers where the next one begins; 0, and takes nothing, where the row is not as it should be.
 *
 * @param expected the place that it probably has: its bytes are compared with those, and with no others
 */
function row(start: usize, line: i32, expected: Place | null): usize {
  why = OTHERWISE;
  let known: usize = expected === null ? 0 : textOf(expected);
  let at = start;
  let day = -1;
  let pieces = 0;
  let column = 0;
  hash = FNV_START;
  for (let number = 0; number <= lastStretch; number++) {
    const kind = stretchOf(number).kind;
    if (kind === DATE) {
      day = dayAt(at);
      if (day === -1) return 0;
      at += LONGEST_DAY;
    } else if (kind === NAMES && expected !== null) {
      const length = lengthAt(known, at);
      if (length === -1) return 0;
      at += length;
      known = behind(known);
    } else if (kind === NAMES) {
      const end = namesEnd(at, stretchOf(number).width, number === lastStretch);
      if (end === 0) return 0;
      piece(pieces).start = at;
      piece(pieces++).end = end;
      at = end;
    } else {
      at = valueEnd(at, column++);
      if (at === 0) return 0;
    }
    if (number < lastStretch) {
      if (load<u8>(at) !== separator) return 0;
    } else {
      if (load<u8>(at) === CR) at++;
      if (load<u8>(at) !== NEWLINE) return 0;
    }
    at++;
  }
  let place: Place;
  if (expected !== null) place = expected;
  else {
    const found = findPlace(hash);
    if (found === null) {
      why = NEW_PLACE;
      return 0;
    }
    place = found;
    before.next = changetype<usize>(place);
  }
  if (!accept(place, day, line)) return 0;
  before = place;
  why = END;
  return at;
}

/** Where names end that stand beside each other; 0 where there are not as many. The last one of a row ends with it. */
function namesEnd(start: usize, width: i32, isLast: bool): usize {
  let at = start;
  let left = width;
  let sum = hash;
  for (;;) {
    const byte = load<u8>(at);
    if (byte === NEWLINE || byte === CR) break;
    if (byte === separator && --left === 0) break;
    sum = (sum ^ byte) * FNV_PRIME;
    at++;
  }
  // What stands between two stretches belongs to both, so that no two rows have the same bytes in other places.
  hash = sum * FNV_PRIME;
  return left === (isLast ? 1 : 0) ? at : 0;
}

/** Reads the value of a column, which may be blank. Answers where it ends; 0 where it is no plain number. */
function valueEnd(start: usize, column: i32): usize {
  let at = start;
  let whole: u64 = 0;
  let byte = digitAt(at);
  for (; byte <= 9; byte = digitAt(++at)) whole = whole * 10 + byte;
  let digits = at - start;
  let value: f64;
  if (digits === 0) value = NaN;
  else if (byte === POINT) {
    const point = at;
    for (byte = digitAt(++at); byte <= 9; byte = digitAt(++at)) whole = whole * 10 + byte;
    const fraction = at - point - 1;
    digits += fraction;
    if (fraction === 0 || digits > MOST_DIGITS) return 0;
    value = <f64>whole / unchecked(POWERS[<i32>fraction]);
  } else value = <f64>whole;
  if (digits > MOST_DIGITS) return 0;
  store<f64>(rowValues + ((<usize>column) << 3), value);
  return at;
}

/** A digit, or more than 9. */
function digitAt(at: usize): u32 {
  return <u32>load<u8>(at) - ZERO;
}

/** Takes all values of a row, or none. */
function accept(place: Place, day: i32, line: i32): bool {
  for (let column = 0; column < columns; column++) {
    const value = load<f64>(rowValues + ((<usize>column) << 3));
    if (Number.isNaN(value)) {
      if (!allowsBlanks) return false;
      continue;
    }
    const number = load<u32>(seriesAt(place, column)) - 1;
    if (number === -1) {
      why = NEW_SERIES;
      asked = changetype<usize>(place);
      askedColumn = column;
      return false;
    }
    const known = seriesOf(number);
    if (value < known.least || value > known.most) return false;
    if (known.whole && Math.floor(value) !== value) return false;
    if (columns > 1 && lineOf(number, day) !== 0) return false;
    store<u32>(rowSeries + ((<usize>column) << 2), number);
  }
  for (let column = 0; column < columns; column++) {
    const value = load<f64>(rowValues + ((<usize>column) << 3));
    if (Number.isNaN(value)) continue;
    const number = load<u32>(rowSeries + ((<usize>column) << 2));
    if (note(number, day, line) !== 0) return false;
    store<u32>(outSeries + ((<usize>waiting) << 2), number);
    store<u16>(outDays + ((<usize>waiting) << 1), <u16>day);
    store<f64>(outValues + ((<usize>waiting) << 3), value);
    waiting++;
  }
  return true;
}

/** The number of the day that stands there; -1 where none does, or a new one. In a file by days it is that of the row before. */
function dayAt(at: usize): i32 {
  if (load<u64>(at) === dayHead && load<u16>(at, 8) === dayTail) return day;
  return otherDayAt(at);
}

function otherDayAt(at: usize): i32 {
  if (!isDay(at)) return -1;
  const number = load<i32>(slotOf(at)) - 1;
  if (number === -1) {
    why = NEW_DAY;
    asked = at;
    return -1;
  }
  day = number;
  dayHead = load<u64>(at);
  dayTail = load<u16>(at, 8);
  return number;
}

/** Whether ten bytes look like a day that has a slot. */
function isDay(at: usize): bool {
  for (let byte: usize = 0; byte < LONGEST_DAY; byte++) {
    const isRight = byte === 4 || byte === 7 ? load<u8>(at + byte) === DASH : digitAt(at + byte) <= 9;
    if (!isRight) return false;
  }
  const year = numberAt(at) * 100 + numberAt(at + 2) - FIRST_YEAR;
  return year < YEARS && numberAt(at + 5) <= 12 && numberAt(at + 8) <= 31;
}

/** Where the number of a day is kept. */
function slotOf(at: usize): usize {
  const year = numberAt(at) * 100 + numberAt(at + 2) - FIRST_YEAR;
  return days + ((<usize>((year << 9) | (numberAt(at + 5) << 5) | numberAt(at + 8))) << 2);
}

/** The number that two digits are. */
function numberAt(at: usize): u32 {
  return digitAt(at) * 10 + digitAt(at + 1);
}

function stretchOf(number: i32): Stretch {
  return changetype<Stretch>(stretches + <usize>number * STRETCH_BYTES);
}
