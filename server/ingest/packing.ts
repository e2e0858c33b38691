import { pipeline, Readable } from "node:stream";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { FileFault } from "./faults.ts";

/** How bytes are packed, in the words of Content-Encoding. */
export type Packing = "gzip" | "br";

const NAMES: Record<Packing, string> = { gzip: "gzip", br: "brotli" };

/** Bytes that come out at once. */
const CHUNK = 128 * 1024;

/** What a stranger's archive may grow to, times its size, besides a megabyte: rows that differ by their day alone reach 70 times. */
export const MOST_TIMES = 100;
const MEGABYTE = 2 ** 20;

export interface UnpackedLimits {
  /** Bytes that a packed file may grow to; any number unless told. */
  mostUnpacked?: number | undefined;
  /** How many times its size it may grow to, besides a megabyte; any number unless told. */
  mostTimes?: number | undefined;
}

/** A few packed bytes stand for more than anybody sends: whatever is in it, it is not looked at. */
export class UnpackedTooLargeError extends Error {}

/**
 * Unpacks bytes as they come.
 *
 * @param most bytes that they may grow to, and how many times their size, besides a megabyte; any number where it is not told
 * @throws FileFault where they are not packed so, or break off; UnpackedTooLargeError; what the packed bytes throw
 */
export async function* unpacked(packed: AsyncIterable<Uint8Array>, packing: Packing, most: UnpackedLimits = {}): AsyncGenerator<Buffer> {
  let failure: { error: unknown } | undefined;
  let received = 0;
  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of packed) {
        received += chunk.byteLength;
        yield chunk;
      }
    } catch (error) {
      failure = { error };
      throw error;
    }
  }
  const options = { chunkSize: CHUNK };
  const unpack = packing === "gzip" ? createGunzip(options) : createBrotliDecompress(options);
  // What breaks reaches the loop below through the stream itself.
  pipeline(Readable.from(watched()), unpack, () => {});
  let bytes = 0;
  try {
    for await (const chunk of unpack) {
      bytes += chunk.length;
      refuseTooLarge(bytes, received, most);
      yield chunk;
    }
  } catch (error) {
    if (failure) throw failure.error;
    if (error instanceof UnpackedTooLargeError) throw error;
    const why = error instanceof Error ? error.message : error;
    const detail = `It is not a whole ${NAMES[packing]} archive: ${why}. It may have been cut off on the way.`;
    throw new FileFault([{ field: "file", code: `bad_${NAMES[packing]}`, detail }]);
  }
}

function refuseTooLarge(
  bytes: number,
  received: number,
  { mostUnpacked = Number.POSITIVE_INFINITY, mostTimes = Number.POSITIVE_INFINITY }: UnpackedLimits,
): void {
  if (bytes > mostUnpacked)
    throw new UnpackedTooLargeError(
      `Unpacked it is larger than ${sizeInWords(mostUnpacked)} (SURGE_UNPACKED_BYTES). Nothing was written. Send it in parts.`,
    );
  if (bytes > mostTimes * received + MEGABYTE)
    throw new UnpackedTooLargeError(
      `Unpacked it is more than ${mostTimes} times as large as it came. Nothing was written. Send it in smaller parts, or without compression.`,
    );
}

/** A size as limits are told: whole megabytes, or bytes where there are few. */
export function sizeInWords(bytes: number): string {
  return bytes >= MEGABYTE ? `${Math.floor(bytes / MEGABYTE).toLocaleString("en-US")} MB` : `${bytes} bytes`;
}
