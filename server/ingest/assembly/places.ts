// The names of a row, as they stand in it. A file names few places many times: here they are found by their bytes, and no
// text is made of them.
import { alloc } from "./memory";

/** A prime with few bits, and where it starts: FNV-1a. */
export const FNV_PRIME: u32 = 16_777_619;
export const FNV_START: u32 = 0x811c_9dc5;

/** Where a stretch of names stands in the row that is read. */
@unmanaged
export class Piece {
  start: usize;
  end: usize;
}

const PIECE_BYTES: usize = 8;

/** Behind it stand the number of each value column's series and 1, then each piece: its length, and its bytes. */
@unmanaged
export class Place {
  /** The one that came after it the last time: files repeat their order. `0` where none did. */
  next: usize;
  hash: u32;
}

const HEAD: usize = 8;

let columns: usize = 0;
let pieces: i32 = 0;
let found: usize = 0;

let slots: usize = 0;
let room: u32 = 0;
let count: u32 = 0;

/** Makes a table of places. Answers one that comes before all others. @param wide value columns of a row; @param many stretches of names */
export function beginPlaces(wide: usize, many: i32): Place {
  columns = wide;
  pieces = many;
  found = alloc(<usize>many * PIECE_BYTES);
  count = 0;
  room = 4096;
  slots = alloc((<usize>room) << 2);
  return changetype<Place>(alloc(HEAD));
}

/** A stretch of names of the row that is read. */
export function piece(number: i32): Piece {
  return changetype<Piece>(found + <usize>number * PIECE_BYTES);
}

/** Where the number of a value column's series and 1 stands. */
export function seriesAt(place: Place, column: usize): usize {
  return changetype<usize>(place) + HEAD + (column << 2);
}

/** Where the first piece of a place stands. */
export function textOf(place: Place): usize {
  return seriesAt(place, columns);
}

/** The length of the piece that is known at `known`; -1 where other bytes stand in the row. Eight bytes at a time. */
export function lengthAt(known: usize, at: usize): isize {
  const length = load<usize>(known);
  const whole = length & ~7;
  known += 4;
  for (let byte: usize = 0; byte < whole; byte += 8) if (load<u64>(known + byte) !== load<u64>(at + byte)) return -1;
  const rest = length & 7;
  if (rest === 0) return length;
  const differs = load<u64>(known + whole) ^ load<u64>(at + whole);
  return differs << (64 - ((<u64>rest) << 3)) ? -1 : length;
}

/** Where the piece behind this one stands. */
export function behind(known: usize): usize {
  return known + 4 + ((load<usize>(known) + 3) & ~3);
}

/** The place of the row that is read; `null` where it is not known. */
export function findPlace(hash: u32): Place | null {
  const last = room - 1;
  let at = spread(hash) & last;
  let address = load<usize>(slots + ((<usize>at) << 2));
  while (address !== 0) {
    const place = changetype<Place>(address);
    if (place.hash === hash && is(place)) return place;
    at = (at + 1) & last;
    address = load<usize>(slots + ((<usize>at) << 2));
  }
  return null;
}

function is(place: Place): bool {
  let known = textOf(place);
  for (let number = 0; number < pieces; number++) {
    if (lengthAt(known, piece(number).start) !== <isize>(piece(number).end - piece(number).start)) return false;
    known = behind(known);
  }
  return true;
}

/** Keeps the place of the row that is read, which is not known. */
export function addPlace(hash: u32): Place {
  let bytes = HEAD + (columns << 2);
  for (let number = 0; number < pieces; number++) bytes += 4 + ((piece(number).end - piece(number).start + 3) & ~3);
  const place = changetype<Place>(alloc(bytes));
  place.hash = hash;
  let known = textOf(place);
  for (let number = 0; number < pieces; number++) {
    const length = piece(number).end - piece(number).start;
    store<usize>(known, length);
    memory.copy(known + 4, piece(number).start, length);
    known = behind(known);
  }
  count++;
  if (count * 2 >= room) grow();
  list(place);
  return place;
}

function list(place: Place): void {
  const last = room - 1;
  let at = spread(place.hash) & last;
  while (load<usize>(slots + ((<usize>at) << 2)) !== 0) at = (at + 1) & last;
  store<usize>(slots + ((<usize>at) << 2), changetype<usize>(place));
}

function grow(): void {
  const before = slots;
  const count = room;
  room *= 2;
  slots = alloc((<usize>room) << 2);
  for (let at: usize = 0; at < count; at++) {
    const address = load<usize>(before + (at << 2));
    if (address !== 0) list(changetype<Place>(address));
  }
}

/** The low bits of FNV alone are poor. */
function spread(hash: u32): u32 {
  return hash ^ (hash >>> 15);
}
