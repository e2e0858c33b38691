import { createHash } from "node:crypto";
import { sizeInWords } from "./ingest/packing.ts";
import { RequestProblem } from "./problem.ts";

export interface BodyLimits {
  /** As received, packed or not. */
  bytes: number;
  /** How long nothing may come while somebody waits for it. */
  idleMs: number;
}

/** A body on its way in, held to its limits: counted, and given up where it stands still. */
export class LimitedBody {
  readonly stream: ReadableStream<Uint8Array>;
  readonly #limits: BodyLimits;
  #received = 0;
  #fault: RequestProblem | undefined;

  constructor(body: ReadableStream<Uint8Array>, limits: BodyLimits) {
    this.#limits = limits;
    const reader = body.getReader();
    this.stream = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => this.#pull(reader, controller),
        cancel: (reason) => reader.cancel(reason),
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

  async #pull(reader: ReadableStreamDefaultReader<Uint8Array>, controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    const { done, value } = await this.#read(reader);
    if (done) {
      controller.close();
      return;
    }
    this.#received += value.byteLength;
    if (this.#received > this.#limits.bytes) throw this.#giveUp(reader, tooLarge(this.#limits.bytes));
    controller.enqueue(value);
  }

  async #read(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Awaited<ReturnType<typeof reader.read>>> {
    let timer: NodeJS.Timeout | undefined;
    const idle = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        const fault = tooSlow(this.#limits.idleMs);
        // First, because to give up ends the read as if the body had come to its end.
        reject(fault);
        this.#giveUp(reader, fault);
      }, this.#limits.idleMs);
    });
    try {
      return await Promise.race([reader.read(), idle]);
    } finally {
      clearTimeout(timer);
    }
  }

  #giveUp(reader: ReadableStreamDefaultReader<Uint8Array>, fault: RequestProblem): RequestProblem {
    this.#fault = fault;
    // How the rest of it ends interests nobody.
    reader.cancel(fault).catch(() => {});
    return fault;
  }
}

export function tooLarge(bytes: number): RequestProblem {
  return new RequestProblem("too-large", `The body is larger than ${sizeInWords(bytes)}. Send it in parts, or compressed by gzip.`, {
    // What is left of the body would be taken for the next request.
    headers: { Connection: "close" },
  });
}

function tooSlow(idleMs: number): RequestProblem {
  return new RequestProblem("too-slow", `Nothing of the body came for ${Math.round(idleMs / 1000)} s. Nothing was written.`, {
    headers: { Connection: "close" },
  });
}
