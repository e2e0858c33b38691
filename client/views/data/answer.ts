import type { Receipt } from "../../../data/model/snapshot.ts";
import { typeOf } from "../../app/api.ts";
import { wordsOf } from "../../app/language.ts";
import { PROBLEMS } from "../../app/problem-words.ts";
import { firstFault, reasonOf } from "../../app/refusal.ts";
import { FILE } from "./file-words.ts";
import type { Answer } from "./send.ts";
import { DATA } from "./words.ts";

/** What an answer means for the reader. */
export type Outcome =
  | { kind: "receipt"; receipt: Receipt }
  /** A token is asked for, or another one; `why` where one was given. */
  | { kind: "token"; why: string | null }
  | { kind: "failure"; what: string; advice: string };

/** Reads an answer to a file that was sent. */
export function outcomeOf({ status, body, retryAfter }: Answer, hadToken: boolean): Outcome {
  if (isReceipt(body) && (status === 200 || status === 201 || status === 422)) return { kind: "receipt", receipt: body };
  const words = wordsOf(FILE);
  const { advice } = words;
  const said = saidBy(status, body);
  const failure = (what: string): Outcome => ({ kind: "failure", what: said, advice: what });
  const later = words.later(retryAfter);
  switch (status) {
    case 401:
      return { kind: "token", why: hadToken ? refusedText(said, body) : null };
    case 403:
      return { kind: "token", why: advice.scope(reasonOf(body) ?? said) };
    case 408:
      return failure(advice.slow);
    case 413:
      return failure(advice.large);
    case 415:
      return failure(advice.type);
    case 422:
      return failure(words.nothing);
    case 429:
      return failure(advice.wait(later));
    case 503:
      return failure(advice.busy(later));
    case 507:
      return failure(advice.full);
    default:
      return failure(status >= 500 ? advice.unsure : words.nothing);
  }
}

function isReceipt(body: unknown): body is Receipt {
  return typeof body === "object" && body !== null && "rows" in body && "rejected" in body && "errors" in body;
}

/** Why a token is refused, without what the server tells those who write requests by hand. */
function refusedText(said: string, body: unknown): string {
  const { badToken, spentToken } = wordsOf(FILE).advice;
  const code = firstFault(body)?.code;
  const isSpent = code === "expired_token" || code === "revoked_token";
  return (isSpent ? spentToken : badToken)(reasonOf(body) ?? said);
}

function saidBy(status: number, body: unknown): string {
  const { answered } = wordsOf(PROBLEMS);
  const { type, detail } = (typeof body === "object" && body !== null ? body : {}) as { type?: unknown; detail?: unknown };
  const text = answered(status, typeof type === "string" ? typeOf(type) : "", typeof detail === "string" ? detail : "");
  const first = typeof detail === "string" ? reasonOf(body) : undefined;
  return first === undefined ? text : [text, first].join(wordsOf(DATA).gap);
}
