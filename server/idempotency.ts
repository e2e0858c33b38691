import type { Receipt } from "../data/model/snapshot.ts";
import type { LimitedBody } from "./body.ts";
import { type KeyedRequest, keptSince, requestOf } from "./ingest/keyed.ts";
import { RequestProblem } from "./problem.ts";
import type { Services } from "./services.ts";

/** Visible characters of ASCII. */
const KEY = /^[\x21-\x7e]{1,255}$/;

/** @throws RequestProblem (400) where it is none */
export function idempotencyKeyOf(header: string | undefined): string | undefined {
  if (header === undefined || KEY.test(header)) return header;
  throw new RequestProblem("bad-request", "The Idempotency-Key must be 1 to 255 visible characters of ASCII, without spaces.");
}

/**
 * The receipt that was kept for a request with a key; `undefined` where it is new: then it is to be taken in with its
 * key, which keeps the receipt together with what is written. Reads the body only where there is a receipt.
 *
 * @throws RequestProblem (422) where the key was used for another request
 */
export async function receiptBefore(
  { store, now }: Services,
  { token, key, request }: KeyedRequest,
  body: LimitedBody,
): Promise<Receipt | undefined> {
  const kept = store.keptReceipt(token, key);
  if (kept === undefined || kept.kept_at < keptSince(now())) return undefined;
  if (kept.request !== requestOf(request, await body.hash()))
    throw new RequestProblem(
      "key-reused",
      `The Idempotency-Key was used at ${kept.kept_at} for another query or body. Send the same ones, or choose another key.`,
    );
  return { ...(JSON.parse(kept.receipt) as Receipt), replayed: true };
}
