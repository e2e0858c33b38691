import { withRoom } from "../store/room.ts";

/** A prime with few bits, and where it starts: FNV-1a. */
export const FNV_PRIME = 16_777_619;
export const FNV_START = 0x811c_9dc5;

/**
 * Texts of bytes and small numbers for them, from 0. A file names few places many times: here a name is found by its
 * bytes, and no text is made of it.
 */
export class PlaceTable {
  #slots = new Int32Array(256).fill(-1);
  #hashes = new Int32Array(128);
  /** Where each text begins; the next one's place is its end. */
  #starts = new Int32Array(129);
  #bytes = new Uint8Array(4096);
  count = 0;

  /**
   * The number of a text that stands in pieces; -1 where it is not known.
   *
   * @param starts of the pieces in `bytes`
   * @param ends each behind its piece; the byte there belongs to the text too, it keeps the pieces apart
   */
  find(hash: number, bytes: Uint8Array, starts: Int32Array, ends: Int32Array, pieces: number): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    for (let at = spread(hash) & last; ; at = (at + 1) & last) {
      const number = slots[at] as number;
      if (number === -1) return -1;
      if (this.#hashes[number] === (hash | 0) && this.#is(number, bytes, starts, ends, pieces)) return number;
    }
  }

  /** Where the text of a number begins. */
  startOf(number: number): number {
    return this.#starts[number] as number;
  }

  /**
   * Where a piece ends whose bytes are those of a known text; -1 where they are others.
   *
   * @param known where the piece begins among the texts
   * @param bytes with a line break somewhere behind `start`
   */
  endOf(known: number, bytes: Uint8Array, start: number): number {
    const texts = this.#bytes;
    let end = start;
    for (let at = known; texts[at] !== 0; at++) if (texts[at] !== bytes[end++]) return -1;
    return end;
  }

  /** Adds a text that is not there. Answers its number. */
  add(hash: number, bytes: Uint8Array, starts: Int32Array, ends: Int32Array, pieces: number): number {
    if (this.count === this.#hashes.length) this.#grow();
    let at = this.#starts[this.count] as number;
    for (let piece = 0; piece < pieces; piece++) {
      const text = bytes.subarray(starts[piece], (ends[piece] as number) + 1);
      this.#bytes = withRoom(this.#bytes, at + text.length);
      this.#bytes.set(text, at);
      at += text.length;
      // What ends a row stands for what separates fields.
      this.#bytes[at - 1] = 0;
    }
    const number = this.count++;
    this.#starts[this.count] = at;
    this.#hashes[number] = hash;
    this.#place(number);
    return number;
  }

  #is(number: number, bytes: Uint8Array, starts: Int32Array, ends: Int32Array, pieces: number): boolean {
    const known = this.#bytes;
    let at = this.#starts[number] as number;
    for (let piece = 0; piece < pieces; piece++) {
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
