import { createHash } from "node:crypto";
import { sizeInWords } from "./ingest/packing.ts";
import { RequestProblem } from "./problem.ts";

export interface BodyLimits {
  /** As received, packed or not. */
  bytes: number;
  /** What to do about a body that is too large; it may be sent in parts or packed unless told. */
  advice?: string;
  /** How long nothing may come while somebody waits for it. */
  idleMs: number;
}

/** How long the rest of a body that nobody wants is taken in. */
const DISCARD_MS = 500;

/** A body on its way in, held to its limits: counted, and given up where it stands still. */
export class LimitedBody {
  readonly stream: ReadableStream<Uint8Array>;
  readonly #limits: BodyLimits;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #received = 0;
  #isOver = false;
  #fault: RequestProblem | undefined;

  constructor(body: ReadableStream<Uint8Array>, limits: BodyLimits) {
    this.#limits = limits;
    this.#reader = body.getReader();
    this.stream = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => this.#pull(controller),
        cancel: () => void this.discard(),
      },
      // Nothing is read before somebody wants it: who waits for his turn fills no memory.
      { highWaterMark: 0 },
    );
  }

  /** The limit that the body went past, where it did. */
  get fault(): RequestProblem | undefined {
    return this.#fault;
  }

  /** Reads it for its hash alone: SHA-256, hexadecimal. */
  async hash(): Promise<string> {
    const hash = createHash("sha256");
    for await (const bytes of this.stream) hash.update(bytes);
    return hash.digest("hex");
  }

  /**
   * Takes in what is left and forgets it, as long as others send such a rest. A connection that is closed under a client
   * which still sends is reset, and the client never reads what it was answered.
   */
  async discard(): Promise<void> {
    if (this.#isOver) return;
    this.#isOver = true;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<"late">((resolve) => {
      timer = setTimeout(resolve, DISCARD_MS, "late");
    });
    try {
      for (let left = this.#limits.bytes; left > 0; ) {
        const next = await Promise.race([this.#reader.read(), late]);
        if (next === "late") break;
        if (next.done) return;
        left -= next.value.byteLength;
      }
      await this.#reader.cancel(this.#fault);
    } catch {
      // How it ends interests nobody.
    } finally {
      clearTimeout(timer);
    }
  }

  async #pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    const { done, value } = await this.#read();
    if (done) {
      this.#isOver = true;
      controller.close();
      return;
    }
    this.#received += value.byteLength;
    if (this.#received > this.#limits.bytes) throw this.#giveUp(tooLarge(this.#limits.bytes, this.#limits.advice));
    controller.enqueue(value);
  }

  async #read(): Promise<Awaited<ReturnType<ReadableStreamDefaultReader<Uint8Array>["read"]>>> {
    let timer: NodeJS.Timeout | undefined;
    const idle = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(this.#giveUp(tooSlow(this.#limits.idleMs))), this.#limits.idleMs);
    });
    try {
      return await Promise.race([this.#reader.read(), idle]);
    } finally {
      clearTimeout(timer);
    }
  }

  #giveUp(fault: RequestProblem): RequestProblem {
    this.#fault = fault;
    void this.discard();
    return fault;
  }
}

/**
 * Does not ask for the connection to be closed: that would reset it under a client that is still sending, and the client
 * would never read this. The server goes on to take in the rest for half a second, and closes it then.
 */
export function tooLarge(bytes: number, advice = "Send it in parts, or compressed by gzip."): RequestProblem {
  return new RequestProblem("too-large", `The body is larger than ${sizeInWords(bytes)}. ${advice}`);
}

function tooSlow(idleMs: number): RequestProblem {
  return new RequestProblem("too-slow", `Nothing of the body came for ${Math.round(idleMs / 1000)} s. Nothing was written.`);
}
