import type { Context, MiddlewareHandler } from "hono";
import { LimitedBody } from "./body.ts";
import { JsonTextError, parseJson, textOfBytes } from "./json-text.ts";
import { isUtf8, mediaType } from "./media-type.ts";
import { RequestProblem } from "./problem.ts";
import type { Env, Services } from "./services.ts";

/** A body of JSON, as it came and as it is meant. */
export interface JsonBody {
  bytes: Uint8Array;
  sent: unknown;
}

/** What a route takes, said to Hono's typed client alone: it checks nothing, for the route says more about what is wrong. */
export function takes<Input extends { json?: unknown; query?: unknown }>(): MiddlewareHandler<Env, string, { in: Input; out: Input }> {
  return (_, next) => next();
}

/**
 * Reads a small body of JSON.
 *
 * @param what the body holds, as in `Send entries as they are`
 * @throws RequestProblem: 415 where it says to be something else or is packed, 413 and 408 at the limits, 400 where it is no JSON
 */
export async function jsonBody(
  c: Context<Env>,
  { config }: Pick<Services, "config">,
  { what, bytes: most }: { what: string; bytes: number },
): Promise<JsonBody> {
  const type = mediaType(c.req.header("Content-Type"));
  if (type.name !== "application/json") throw new RequestProblem("unsupported-type", "Send application/json.");
  if (!isUtf8(type)) throw new RequestProblem("unsupported-type", `The charset is \`${type.charset?.slice(0, 80)}\`. Send UTF-8.`);
  const encoding = c.req.header("Content-Encoding")?.trim().toLowerCase() ?? "identity";
  if (encoding !== "identity")
    throw new RequestProblem(
      "unsupported-type",
      `The Content-Encoding is \`${encoding.slice(0, 80)}\`. Send ${what} as they are, not packed.`,
    );
  const limits = { bytes: most, advice: `Send fewer ${what} at once.`, idleMs: config.limits.idleSeconds * 1000 };
  const bytes = await bytesOf(c, new LimitedBody(c.req.raw.body ?? new Blob([]).stream(), limits));
  try {
    return { bytes, sent: parseJson(textOfBytes(bytes, "The body"), "The body") };
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    throw new RequestProblem("bad-request", `${error.message} Nothing was written.`);
  }
}

async function bytesOf(c: Context<Env>, body: LimitedBody): Promise<Uint8Array> {
  try {
    return new Uint8Array(await new Response(body.stream).arrayBuffer());
  } catch (error) {
    if (body.fault) throw body.fault;
    if (c.req.raw.signal.aborted) throw new RequestProblem("bad-request", "The body broke off. Nothing was written.");
    throw error;
  }
}
