import { pipeline, Readable } from "node:stream";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { FileFault } from "./faults.ts";

/** How bytes are packed, in the words of Content-Encoding. */
export type Packing = "gzip" | "br";

const NAMES: Record<Packing, string> = { gzip: "gzip", br: "brotli" };

/** Bytes that come out at once. */
const CHUNK = 128 * 1024;

/**
 * Unpacks bytes as they come.
 *
 * @param most bytes that they may grow to: a few packed ones can stand for any number
 * @throws FileFault where they are not packed so, break off, or grow too large; what the packed bytes throw
 */
export async function* unpacked(packed: AsyncIterable<Uint8Array>, packing: Packing, most: number): AsyncGenerator<Buffer> {
  let failure: { error: unknown } | undefined;
  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      yield* packed;
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
      if (bytes > most) break;
      yield chunk;
    }
  } catch (error) {
    if (failure) throw failure.error;
    throw fault(
      `bad_${NAMES[packing]}`,
      `It is not a whole ${NAMES[packing]} archive: ${error instanceof Error ? error.message : error}. It may have been cut off on the way.`,
    );
  }
  if (bytes > most)
    throw fault(
      "unpacked_too_large",
      `Unpacked it is larger than ${Math.floor(most / 2 ** 20).toLocaleString("en-US")} MB. Send it in parts.`,
    );
}

function fault(code: string, detail: string): FileFault {
  return new FileFault([{ field: "file", code, detail }]);
}
