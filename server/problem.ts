import { z } from "@hono/zod-openapi";
import type { Context, TypedResponse } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { JSONParsed } from "hono/utils/types";
import type { Problem } from "../data/model/problem.ts";

/** What can go wrong with a request: the end of the `type`, its status and its title. Never renamed: clients compare them. */
const PROBLEM_TYPES = {
  "bad-address": { status: 400, title: "The address is not understood." },
  "bad-request": { status: 400, title: "The request is not understood." },
  "token-needed": { status: 401, title: "This needs a token." },
  "scope-needed": { status: 403, title: "This token may not do that." },
  "not-found": { status: 404, title: "There is nothing at this address." },
  "method-not-allowed": { status: 405, title: "This address does not take that method." },
  gone: { status: 410, title: "This has ended." },
  "too-slow": { status: 408, title: "The body came too slowly. Nothing was written." },
  "too-large": { status: 413, title: "The body is too large." },
  "unsupported-type": { status: 415, title: "The body is of a kind that is not read here." },
  "key-reused": { status: 422, title: "This Idempotency-Key belongs to another request." },
  "rejected-entries": { status: 422, title: "The entries were rejected. Nothing was written." },
  "rejected-batch": { status: 422, title: "The batch was rejected. Nothing was written." },
  "too-many-requests": { status: 429, title: "Too many requests. Come back in a while." },
  "not-implemented": { status: 501, title: "That is not done here." },
  internal: { status: 500, title: "Something went wrong here. It is in the log." },
  busy: { status: 503, title: "Another batch is being written. Try again in a moment." },
  "images-busy": { status: 503, title: "The image could not be drawn now. Try again in a moment." },
  "no-room": { status: 507, title: "The disk of the server is full. Nothing was written." },
  "not-ready": { status: 503, title: "The store cannot be read and written." },
} as const satisfies Record<string, { status: ContentfulStatusCode; title: string }>;

export type ProblemType = keyof typeof PROBLEM_TYPES;

/** Ends a request with an RFC 9457 answer. Safe to show: it carries nothing but what is written into it. */
export class RequestProblem extends Error {
  readonly type: ProblemType;
  readonly errors: readonly Problem[];
  readonly headers: Record<string, string>;
  /** Further members of the answer. */
  readonly more: object;

  constructor(
    type: ProblemType,
    detail: string,
    extra: { errors?: readonly Problem[]; headers?: Record<string, string>; more?: object } = {},
  ) {
    super(detail);
    this.type = type;
    this.errors = extra.errors ?? [];
    this.headers = extra.headers ?? {};
    this.more = extra.more ?? {};
  }
}

/** The schema of one fault, as `data/model/problem.ts` types it. */
export const FaultSchema = z
  .object({
    line: z.number().int().optional().openapi({ description: "1-based line of the body." }),
    field: z.string().openapi({ description: "Name of the column, parameter or property." }),
    code: z.string().openapi({ description: "Stable, for machines." }),
    detail: z.string().openapi({ description: "One sentence for a person." }),
    value: z.string().optional(),
    hint: z.string().optional().openapi({ description: "What was probably meant." }),
  })
  .openapi("Fault");

export const ProblemSchema = z
  .object({
    type: z.string().openapi({ description: "Stable, for machines.", example: problemType("bad-address") }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string().openapi({ description: "The request, as the log names it." }),
    errors: z.array(FaultSchema).optional(),
  })
  .openapi("Problem");

/** One entry of a route's `responses`. */
export function problemResponse(description: string) {
  return { description, content: { "application/problem+json": { schema: ProblemSchema } } };
}

/** A problem as an answer. Never cached: what is wrong now may be right after the next batch. */
export function answerProblem(c: Context, problem: RequestProblem): Response {
  const { body, status, headers } = problemAnswer(problem, c.get("requestId"));
  return c.body(body, status, headers);
}

/** The parts of that answer. @param request its id, as the log names it */
export function problemAnswer(problem: RequestProblem, request: string) {
  const { status, title } = PROBLEM_TYPES[problem.type];
  const errors = problem.errors.length > 0 ? { errors: problem.errors } : {};
  const instance = `urn:request:${request}`;
  const said = { type: problemType(problem.type), title, status, detail: problem.message, instance, ...errors, ...problem.more };
  const headers: Record<string, string> = {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    ...problem.headers,
  };
  return { body: JSON.stringify(said), status, headers };
}

/** What there is to choose from, in a sentence. @example eitherOf(["sum", "mean", "last"]) // "sum, mean or last" */
export function eitherOf(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;
}

function problemType(type: ProblemType): string {
  return `urn:rednote-surge:problem:${type}`;
}

/** Tells Hono's typed client what a body holds that was encoded by hand. */
export function typed<Body>(response: Response): Response & TypedResponse<JSONParsed<Body>, 200, "json"> {
  return response as Response & TypedResponse<JSONParsed<Body>, 200, "json">;
}
