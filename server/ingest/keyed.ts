import { createHash } from "node:crypto";
import type { Receipt } from "../../data/model/snapshot.ts";
import type { KeptReceipt, ReceiptKeeping } from "../store/store.ts";

/** How long the same request gets the same receipt. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** A request that may come again: its receipt is kept with what it wrote. */
export interface KeyedRequest {
  /** Name of the token. */
  token: string;
  /** The Idempotency-Key. */
  key: string;
  /** What decides the answer besides the body. */
  request: readonly unknown[];
}

/** A name for a request: the same for the same. @param hash of the body as it came */
export function requestOf(request: readonly unknown[], hash: string): string {
  return createHash("sha256")
    .update(JSON.stringify([...request, hash]))
    .digest("hex");
}

/** Receipts that were kept before are forgotten. */
export function keptSince(now: number): string {
  return new Date(now - KEPT_MS).toISOString();
}

/** The bytes of a keyed request on their way in, and what is to be kept of it at its end. */
export class KeyedBytes {
  readonly #keyed: KeyedRequest;
  readonly #hash = createHash("sha256");

  constructor(keyed: KeyedRequest) {
    this.#keyed = keyed;
  }

  async *watch(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const bytes of stream) {
      this.#hash.update(bytes);
      yield bytes;
    }
  }

  /** @param now milliseconds since 1970 */
  keeping(receiptOf: ReceiptOf, now: number): ReceiptKeeping {
    const { token, key, request } = this.#keyed;
    const kept: Omit<KeptReceipt, "receipt"> = {
      token,
      key,
      request: requestOf(request, this.#hash.digest("hex")),
      kept_at: new Date(now).toISOString(),
    };
    return { of: (change) => ({ ...kept, receipt: JSON.stringify(receiptOf(change)) }), since: keptSince(now) };
  }
}

type ReceiptOf = (change: Parameters<ReceiptKeeping["of"]>[0]) => Receipt;
