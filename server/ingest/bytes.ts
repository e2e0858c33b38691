import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { Buffers } from "./buffers.ts";
import { FileFault } from "./faults.ts";
import { type Packing, type UnpackedLimits, unpacked } from "./packing.ts";

const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Bytes on their way in: unpacked, hashed, counted and known to be UTF-8. Nothing of them is kept. */
export class Bytes {
  readonly #hash = createHash("sha256");
  readonly #stream: AsyncIterable<Uint8Array>;
  readonly #packing: Packing | undefined;
  readonly #most: UnpackedLimits | undefined;
  /** Bytes that came, packed as they came. */
  received = 0;
  /** Line breaks of the last chunk, where whoever reads it has counted them. */
  #told: number | undefined;

  constructor(stream: AsyncIterable<Uint8Array>, packing: Packing | undefined, most?: UnpackedLimits) {
    this.#stream = stream;
    this.#packing = packing;
    this.#most = most;
  }

  /** SHA-256 of all bytes, unpacked: a file has one hash, however it was sent. Once, at the end. */
  hash(): string {
    return this.#hash.digest("hex");
  }

  /** Says how many line breaks the last chunk has: then they are not counted again. */
  told(lines: number): void {
    this.#told = lines;
  }

  /** Chunks without byte order mark that end between two characters. */
  async *text(): AsyncGenerator<Buffer> {
    let carried: Buffer = Buffer.alloc(0);
    let line = 1;
    let first = true;
    const buffers = new Buffers();
    const chunks = this.#packing === undefined ? this.#counted() : unpacked(this.#counted(), this.#packing, this.#most);
    for await (const chunk of chunks) {
      this.#hash.update(chunk);
      let bytes: Buffer = carried.length === 0 ? bufferOf(chunk) : Buffer.concat([carried, chunk]);
      if (first) {
        if (bytes.length < BYTE_ORDER_MARK.length) {
          carried = bytes;
          continue;
        }
        first = false;
        if (bytes.subarray(0, 3).equals(BYTE_ORDER_MARK)) bytes = bytes.subarray(3);
      }
      const end = endOfWhole(bytes);
      carried = bytes.subarray(end);
      bytes = bytes.subarray(0, end);
      if (!isUtf8(bytes)) throw notUtf8(line + firstBadLine(bytes));
      if (bytes.length > 0) yield bytes;
      line += this.#told ?? newlines(bytes);
      this.#told = undefined;
      buffers.passed(chunk.byteLength);
    }
    if (!isUtf8(carried)) throw notUtf8(line);
    if (carried.length > 0) yield carried;
  }

  async *#counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#stream) {
      this.received += chunk.byteLength;
      yield chunk;
    }
  }
}

function bufferOf(chunk: Uint8Array): Buffer {
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

/** Where the last character that is whole ends. A character has at most four bytes, so at most three are left. */
function endOfWhole(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes.length;
    if (byte < 0xc0) continue;
    const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return size > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function firstBadLine(bytes: Buffer): number {
  let line = 0;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline === -1 ? bytes.length : newline;
    if (!isUtf8(bytes.subarray(start, end))) break;
    start = end + 1;
  }
  return line;
}

/** Four bytes at a time: to ask for one line break after the other takes ten times as long. */
function newlines(bytes: Buffer): number {
  let count = 0;
  const head = -bytes.byteOffset & 3;
  if (bytes.length < head) {
    for (const byte of bytes) if (byte === NEWLINE) count++;
    return count;
  }
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + head, (bytes.length - head) >>> 2);
  for (let at = 0; at < head; at++) if (bytes[at] === NEWLINE) count++;
  for (let at = 0; at < words.length; at++) {
    const word = (words[at] as number) ^ 0x0a0a_0a0a;
    // The highest bit of each byte that is zero now, and of no other.
    const zeros = ~(((word & 0x7f7f_7f7f) + 0x7f7f_7f7f) | 0 | word) & 0x8080_8080;
    if (zeros !== 0) count += (zeros >>> 31) + ((zeros >>> 23) & 1) + ((zeros >>> 15) & 1) + ((zeros >>> 7) & 1);
  }
  for (let at = head + words.length * 4; at < bytes.length; at++) if (bytes[at] === NEWLINE) count++;
  return count;
}

function notUtf8(line: number): FileFault {
  return new FileFault([
    {
      line,
      field: "file",
      code: "not_utf8",
      detail: "The text is not UTF-8. Save the file as UTF-8 (a spreadsheet calls it CSV UTF-8). The rest was not read.",
    },
  ]);
}
