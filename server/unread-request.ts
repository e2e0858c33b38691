import { randomUUID } from "node:crypto";
import { RequestError } from "@hono/node-server";
import type { Logger } from "pino";
import { problemAnswer, RequestProblem } from "./problem.ts";
import { headersFor } from "./security.ts";

const UNREADABLE = "The address, or the header Host, cannot be read. Send a path that begins with / and the host that was asked.";

/**
 * Answers what comes before the app, or past it: a request whose address or host cannot be read, and what no part of the
 * app expected. Without it both would be answered without a word.
 */
export function unreadRequest({ log }: { log: Logger }) {
  return (error: unknown): Response => {
    const id = randomUUID();
    const isRequest = error instanceof RequestError;
    if (!isRequest) log.error({ request: id, err: error }, "request failed");
    const problem = isRequest
      ? new RequestProblem("bad-request", UNREADABLE)
      : new RequestProblem("internal", "The request failed. The log of the server says why.");
    const { body, status, headers } = problemAnswer(problem, id);
    const secured = headersFor("/api/", { origin: "", frameAncestors: "'none'" });
    return new Response(body, { status, headers: { ...headers, ...secured, "X-Request-Id": id } });
  };
}
