// Which line of a file gave a day of a series first: four bytes a row, in pages of 64 days. Of the days of a very large
// file it is only known that they came, in one bit each.
import { MOST_PAGES, SOME_LINE } from "./codes";
import { alloc, longer } from "./memory";

const PAGE_BITS = 6;
const PAGE = 1 << PAGE_BITS;
const PAGES_A_SERIES_BITS = 16 - PAGE_BITS;

/** Spreads neighbours over the table: 2^32 divided by the golden ratio. */
const SPREAD: u32 = 0x9e37_79b1;

/** What is known of a series: the values that it may have, and the page that was asked for last. */
@unmanaged
class Series {
  least: f64;
  most: f64;
  /** Number of the page and 1, and where it stands: whatever the order of a file, the next day is often on it. */
  page: u32;
  place: u32;
  whole: bool;
}

const SERIES_BYTES: usize = 32;

let series: usize = 0;
let seriesRoom: u32 = 0;

/** Numbers of pages and 1, each beside its place: an address, and one more where it holds bits. */
let slots: usize = 0;
let room: u32 = 0;
let pages: u32 = 0;

export function forgetLines(): void {
  seriesRoom = 0;
  room = 0;
  pages = 0;
}

/** What is known of a series, by its number. */
export function seriesOf(number: u32): Series {
  if (number >= seriesRoom) makeRoom(number);
  return changetype<Series>(series + <usize>number * SERIES_BYTES);
}

function makeRoom(number: u32): void {
  const room = max<u32>(max<u32>(1024, number + 1), 2 * seriesRoom);
  series = longer(series, <usize>seriesRoom * SERIES_BYTES, <usize>room * SERIES_BYTES);
  seriesRoom = room;
}

/** Notes a line. Answers the earlier one that has the same day of the same series, `SOME_LINE`, or 0; that one stays. */
export function note(number: u32, day: u32, line: i32): i32 {
  const place = placeOf(number, day);
  if (place & 1) {
    const word = wordOf(place, day);
    const bits = load<u32>(word);
    const bit: u32 = 1 << (day & 31);
    if (bits & bit) return SOME_LINE;
    store<u32>(word, bits | bit);
    return 0;
  }
  const at = lineAt(place, day);
  const earlier = load<i32>(at);
  if (earlier === 0) store<i32>(at, line);
  return earlier;
}

/** What `note` would answer, without noting anything. */
export function lineOf(number: u32, day: u32): i32 {
  const place = placeOf(number, day);
  if (place & 1) return load<u32>(wordOf(place, day)) & (1 << (day & 31)) ? SOME_LINE : 0;
  return load<i32>(lineAt(place, day));
}

function lineAt(place: u32, day: u32): usize {
  return <usize>place + ((<usize>(day & (PAGE - 1))) << 2);
}

function wordOf(place: u32, day: u32): usize {
  return <usize>(place & ~1) + ((<usize>((day >>> 5) & 1)) << 2);
}

/** Where the page of a day stands. */
function placeOf(number: u32, day: u32): u32 {
  const page = ((number << PAGES_A_SERIES_BITS) | (day >>> PAGE_BITS)) + 1;
  const known = seriesOf(number);
  if (known.page !== page) {
    known.page = page;
    known.place = find(page);
  }
  return known.place;
}

/** Finds or makes a page, by its number and 1. */
function find(page: u32): u32 {
  if (pages * 2 >= room) grow();
  const slot = slotOf(page);
  if (load<u32>(slot) !== page) {
    store<u32>(slot, page);
    store<u32>(slot, pages < <u32>MOST_PAGES ? <u32>alloc(PAGE * 4) : <u32>alloc(PAGE / 8) | 1, 4);
    pages++;
  }
  return load<u32>(slot, 4);
}

/** Where a page is listed, or the free slot for it. */
function slotOf(page: u32): usize {
  const last = room - 1;
  let at = (page * SPREAD) >>> (clz(room) + 1);
  let slot = slots + ((<usize>at) << 3);
  while (load<u32>(slot) !== page && load<u32>(slot) !== 0) {
    at = (at + 1) & last;
    slot = slots + ((<usize>at) << 3);
  }
  return slot;
}

function grow(): void {
  const before = slots;
  const count = room;
  room = max<u32>(4096, 2 * room);
  slots = alloc((<usize>room) << 3);
  for (let at: usize = 0; at < count; at++) {
    const page = load<u32>(before + (at << 3));
    if (page === 0) continue;
    const slot = slotOf(page);
    store<u32>(slot, page);
    store<u32>(slot, load<u32>(before + (at << 3), 4), 4);
  }
}
