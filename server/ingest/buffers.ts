import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes of buffers that may be left lying about. */
const MOST_LEFT = 4 * 1024 * 1024;

type Collect = (options: { type: "minor" }) => void;

let collect: Collect | undefined;

/**
 * Frees buffers that nobody needs any more. V8 counts what stands outside of its heap late: reading a file, which makes
 * hardly anything inside of it, each thread would pile up 64 MB.
 */
export class Buffers {
  #left = 0;

  /** Notes that a buffer was made, which will soon be of no use. */
  passed(bytes: number): void {
    this.#left += bytes;
    if (this.#left < MOST_LEFT) return;
    this.#left = 0;
    collect ??= collector();
    collect({ type: "minor" });
  }
}

/** V8's own function; a program can have it at any time, also where it was not started with the flag. */
function collector(): Collect {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as Collect;
}
