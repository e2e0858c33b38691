import type { Problem } from "../../data/model/problem.ts";
import { wordsOf } from "./language.ts";
import { PROBLEMS } from "./problem-words.ts";

/** The first thing that an answer says is wrong; its code tells machines which. */
export function firstFault(body: unknown): Problem | undefined {
  const { errors } = (typeof body === "object" && body !== null ? body : {}) as { errors?: Problem[] };
  return Array.isArray(errors) ? errors[0] : undefined;
}

/** The same in words, without what the server tells those who write requests by hand. */
export function reasonOf(body: unknown): string | undefined {
  const fault = firstFault(body);
  return fault && wordsOf(PROBLEMS).told(fault);
}

/** Seconds after which to come back, as `Retry-After` says them. */
export function secondsOf(header: string | null): number | null {
  return header !== null && /^\d+$/.test(header) ? Number(header) : null;
}
