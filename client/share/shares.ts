import type { InferRequestType, InferResponseType } from "hono/client";
import { ApiError, api, typeOf } from "../app/api.ts";
import { wordsOf } from "../app/language.ts";
import { PROBLEMS } from "../app/problem-words.ts";
import { reasonOf, secondsOf } from "../app/refusal.ts";
import { dropToken, sharingToken } from "../app/token.ts";
import { SHORT } from "./short-words.ts";

/** Short links as the server lists them, newest first, and the days of which it has their visits one by one. */
export type ShareList = InferResponseType<typeof api.shares.$get, 200>;
export type ListedShare = ShareList["shares"][number];

/** A short link as the server tells of it once it was made or changed. */
export type WholeShare = InferResponseType<typeof api.shares.$post, 201>;

type NewShare = InferRequestType<typeof api.shares.$post>["json"];
type ShareChange = InferRequestType<(typeof api.shares)[":slug"]["$patch"]>["json"];

/** Most that come in one answer. */
const MOST_AT_ONCE = 1000;

/** Short links are asked for with a token of their own, where one was given. */
const asSharer = { headers: () => ({ Authorization: `Bearer ${sharingToken()}` }) };

export function makeShare(json: NewShare): Promise<WholeShare> {
  return answerTo(api.shares.$post({ json }, asSharer));
}

/** The newest short links of the token, as many as are wanted; `next` is the last where there are more. */
export async function listShares(wanted: number, signal: AbortSignal): Promise<ShareList> {
  let list = await page({ limit: String(Math.min(wanted, MOST_AT_ONCE)) }, signal);
  while (list.next !== null && list.shares.length < wanted) {
    const limit = String(Math.min(wanted - list.shares.length, MOST_AT_ONCE));
    const older = await page({ limit, before: list.next }, signal);
    list = { ...older, shares: [...list.shares, ...older.shares] };
  }
  return list;
}

export function changeShare(slug: string, json: ShareChange): Promise<WholeShare> {
  return answerTo(api.shares[":slug"].$patch({ param: { slug }, json }, asSharer));
}

/** Ends a short link at once. */
export function revokeShare(slug: string): Promise<WholeShare> {
  return answerTo(api.shares[":slug"].$delete({ param: { slug } }, asSharer));
}

/** Ends a short link at once, and makes the same one under another slug. */
export function rotateShare(slug: string): Promise<WholeShare> {
  return answerTo(api.shares[":slug"].rotate.$post({ param: { slug } }, asSharer));
}

function page(query: { limit: string; before?: string }, signal: AbortSignal): Promise<ShareList> {
  return answerTo(api.shares.$get({ query }, { ...asSharer, init: { signal } }), { reads: true });
}

interface Answer {
  ok: boolean;
  status: number;
  headers: Pick<Headers, "get">;
  json: () => Promise<unknown>;
}

/**
 * The body of an answer. Throws an ApiError that says what is wrong and what to do; it is locked where it takes another
 * token. To be called as the request is made: it remembers which token went with it. Whether reads need a token is
 * another matter, so nothing is noted of that.
 */
async function answerTo<Body>(request: Promise<Answer>, { reads = false } = {}): Promise<Body> {
  const token = sharingToken();
  const answer = await request.catch((error: unknown) => {
    const { noAnswer, unsure } = wordsOf(SHORT).refused;
    throw error instanceof TypeError ? new ApiError(reads ? noAnswer : unsure(noAnswer)) : error;
  });
  const body = await answer.json().catch(() => undefined);
  if (answer.ok && body !== undefined) return body as Body;
  if (answer.status === 401) dropToken(token);
  throw refusal(answer, body);
}

function refusal({ status, headers }: Answer, body: unknown): ApiError {
  const { refused } = wordsOf(SHORT);
  const { type, detail } = (typeof body === "object" && body !== null ? body : {}) as { type?: unknown; detail?: unknown };
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const said = wordsOf(PROBLEMS).answered(status, typeOf(text(type)), text(detail));
  const isLocked = status === 401 || status === 403;
  const later = refused.later(secondsOf(headers.get("Retry-After")));
  const told: Record<number, string> = {
    401: refused.token(reasonOf(body) ?? said),
    403: refused.scope(reasonOf(body) ?? said),
    404: refused.missing,
    410: refused.ended,
    429: refused.wait(said, later),
    503: refused.wait(said, later),
    507: refused.full,
  };
  return new ApiError(told[status] ?? refused.other(said), [], isLocked);
}
