import { withRoom } from "../store/room.ts";

/** A prime with few bits, and where it starts: FNV-1a. */
export const FNV_PRIME = 16_777_619;
export const FNV_START = 0x811c_9dc5;

/** Which bytes of a word count, by how many are left. */
const MASKS = Int32Array.of(0, 0xff, 0xffff, 0xff_ffff);

/** Bytes that a comparison may look at behind the end of a text. */
export const LOOKS_BEYOND = 4;

/**
 * Texts of bytes and small numbers for them, from 0. A file names few places many times: here a name is found by its
 * bytes, and no text is made of it.
 */
export class PlaceTable {
  readonly #pieces: number;
  // Room for a usual file: tables that move make V8 compile the scanner anew.
  #slots = new Int32Array(8192).fill(-1);
  #hashes = new Int32Array(4096);
  /** Where each text begins; the next one's place is its end. */
  #starts = new Int32Array(4097);
  /** Bytes of each piece of each text. */
  #lengths = new Int32Array(4096);
  #bytes = new Uint8Array(131_072);
  /** The same bytes, to be read four at a time. */
  #words = new DataView(this.#bytes.buffer);
  count = 0;
  /** Bytes of the longest text. */
  longest = 0;

  /** @param pieces that each text stands in */
  constructor(pieces: number) {
    this.#pieces = pieces;
  }

  /**
   * The number of a text that stands in pieces; -1 where it is not known.
   *
   * @param starts of the pieces in `bytes`
   * @param ends each behind its piece; the byte there belongs to the text too, it keeps the pieces apart
   */
  find(hash: number, bytes: Uint8Array, starts: Int32Array, ends: Int32Array): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    for (let at = spread(hash) & last; ; at = (at + 1) & last) {
      const number = slots[at] as number;
      if (number === -1) return -1;
      if (this.#hashes[number] === (hash | 0) && this.#is(number, bytes, starts, ends)) return number;
    }
  }

  /** Where the text of a number begins. */
  startOf(number: number): number {
    return this.#starts[number] as number;
  }

  /**
   * The length of a piece that stands at `at`; -1 where other bytes stand there. Four bytes at a time.
   *
   * @param known where the piece begins among the texts
   * @param words with `LOOKS_BEYOND` bytes behind the piece
   */
  lengthAt(number: number, piece: number, known: number, words: DataView, at: number): number {
    const texts = this.#words;
    const length = this.#lengths[number * this.#pieces + piece] as number;
    const whole = length & ~3;
    for (let byte = 0; byte < whole; byte += 4) if (texts.getInt32(known + byte, true) !== words.getInt32(at + byte, true)) return -1;
    const left = texts.getInt32(known + whole, true) ^ words.getInt32(at + whole, true);
    return (left & (MASKS[length & 3] as number)) === 0 ? length : -1;
  }

  /** Adds a text that is not there. Answers its number. */
  add(hash: number, bytes: Uint8Array, starts: Int32Array, ends: Int32Array): number {
    if (this.count === this.#hashes.length) this.#grow();
    const start = this.#starts[this.count] as number;
    let at = start;
    this.#lengths = withRoom(this.#lengths, (this.count + 1) * this.#pieces);
    for (let piece = 0; piece < this.#pieces; piece++) {
      const text = bytes.subarray(starts[piece], (ends[piece] as number) + 1);
      this.#lengths[this.count * this.#pieces + piece] = text.length - 1;
      this.#bytes = withRoom(this.#bytes, at + text.length + LOOKS_BEYOND);
      if (this.#words.buffer !== this.#bytes.buffer) this.#words = new DataView(this.#bytes.buffer);
      this.#bytes.set(text, at);
      at += text.length;
      // What ends a row stands for what separates fields.
      this.#bytes[at - 1] = 0;
    }
    const number = this.count++;
    this.#starts[this.count] = at;
    this.longest = Math.max(this.longest, at - start);
    this.#hashes[number] = hash;
    this.#place(number);
    return number;
  }

  #is(number: number, bytes: Uint8Array, starts: Int32Array, ends: Int32Array): boolean {
    const known = this.#bytes;
    let at = this.#starts[number] as number;
    for (let piece = 0; piece < this.#pieces; piece++) {
      const end = ends[piece] as number;
      for (let from = starts[piece] as number; from < end; from++) if (known[at++] !== bytes[from]) return false;
      if (known[at++] !== 0) return false;
    }
    return at === this.#starts[number + 1];
  }

  #place(number: number): void {
    const last = this.#slots.length - 1;
    let at = spread(this.#hashes[number] as number) & last;
    while (this.#slots[at] !== -1) at = (at + 1) & last;
    this.#slots[at] = number;
  }

  #grow(): void {
    this.#hashes = withRoom(this.#hashes, this.#hashes.length + 1);
    const size = this.#hashes.length;
    this.#starts = withRoom(this.#starts, size + 1);
    this.#slots = new Int32Array(size * 2).fill(-1);
    for (let number = 0; number < this.count; number++) this.#place(number);
  }
}

/** The low bits of FNV alone are poor. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
