import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { isRejected, type Receipt } from "../data/model/snapshot.ts";
import type { LimitedBody } from "./body.ts";
import { RequestProblem } from "./problem.ts";
import type { Services } from "./services.ts";
import { type KeptReceipt, StoreBusyError } from "./store/store.ts";

/** How long the same request gets the same receipt. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** How long to try to write a receipt down while another process writes, and how often. */
const PATIENCE_MS = 10_000;
const PAUSE_MS = 20;

/** Visible characters of ASCII. */
const KEY = /^[\x21-\x7e]{1,255}$/;

/** @throws RequestProblem (400) where it is none */
export function idempotencyKeyOf(header: string | undefined): string | undefined {
  if (header === undefined || KEY.test(header)) return header;
  throw new RequestProblem("bad-request", "The Idempotency-Key must be 1 to 255 visible characters of ASCII, without spaces.");
}

interface KeyedRequest {
  /** Name of the token. */
  token: string;
  key: string;
  /** What decides the answer besides the body. */
  request: readonly unknown[];
  /** Hashed as it is read. */
  body: LimitedBody;
  /** Reads the body and takes it in. */
  work: () => Promise<Receipt>;
}

/**
 * Answers a request with a key: by the receipt that is kept for it, or by the work, whose receipt is then kept where it
 * wrote something or found it written. Not to be run twice at a time.
 *
 * @throws RequestProblem (422) where the key was used for another request
 */
export async function onlyOnce(services: Services, { token, key, request, body, work }: KeyedRequest): Promise<Receipt> {
  const { store, now } = services;
  const hash = () =>
    createHash("sha256")
      .update(JSON.stringify([...request, body.hash()]))
      .digest("hex");
  const kept = store.keptReceipt(token, key);
  if (kept && kept.kept_at >= sinceOf(now())) {
    await body.skip();
    if (kept.request !== hash())
      throw new RequestProblem(
        "key-reused",
        `The Idempotency-Key was used at ${kept.kept_at} for another query or body. Send the same ones, or choose another key.`,
      );
    return JSON.parse(kept.receipt) as Receipt;
  }
  const receipt = await work();
  // What was rejected may come again, mended, under the same key.
  if (isRejected(receipt)) return receipt;
  await keep(services, { token, key, request: hash(), receipt: JSON.stringify(receipt), kept_at: new Date(now()).toISOString() });
  return receipt;
}

async function keep({ store, log, now }: Services, kept: KeptReceipt): Promise<void> {
  const begin = performance.now();
  for (;;) {
    try {
      store.keepReceipt(kept, sinceOf(now()));
      return;
    } catch (error) {
      if (!(error instanceof StoreBusyError) || performance.now() - begin > PATIENCE_MS) {
        // The batch is written and will be answered; sent again, it is known by its content.
        log.error({ err: error, token: kept.token }, "the receipt could not be kept for its Idempotency-Key");
        return;
      }
      await pause(PAUSE_MS);
    }
  }
}

function sinceOf(now: number): string {
  return new Date(now - KEPT_MS).toISOString();
}
