import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { SHARE_PATH } from "../data/model/share.ts";
import { clientAddress } from "./address.ts";
import { holdsData } from "./data-path.ts";
import type { Limiter } from "./limiter.ts";
import type { Env, Services } from "./services.ts";

/** Those who watch the server must not be turned away. */
const ALWAYS = new Set(["/healthz", "/readyz"]);

/**
 * Who may make shares may see his own, who knows a slug what it shows, and who may ingest what was left out of it: these
 * routes decide by themselves, whatever the access.
 */
const BY_THEMSELVES = new RegExp(`^(?:/api/v1/shares|${SHARE_PATH}|/api/v1/batches/[^/]+/rejected$)`);

interface GuardSetting {
  addresses: Limiter;
  /** Answers what a share shows to who comes by one; nothing where he does not. */
  byShare: (c: Context<Env>) => Promise<Response> | undefined;
}

/**
 * Lets through who asks not too often, and, where access is private, who may read what he asks for: by a token, or by a
 * share that shows it.
 */
export function guard({ access, config }: Pick<Services, "access" | "config">, { addresses, byShare }: GuardSetting) {
  return createMiddleware<Env>(async (c, next) => {
    const { method, path } = c.req;
    const incoming = c.env?.incoming;
    if (incoming && !ALWAYS.has(path)) await addresses.take(clientAddress(incoming, config.proxies));
    const reads = method === "GET" || method === "HEAD";
    // The pages themselves hold no data: they ask for a token when the API does.
    const closed = config.access === "private" && reads && holdsData(path) && !BY_THEMSELVES.test(path);
    const answered = closed ? await byShare(c) : undefined;
    if (answered) c.res = answered;
    else {
      if (closed) await access.tokenFor(c, "read");
      await next();
    }
    if (closed) c.res.headers.set("Cache-Control", "private, no-store");
  });
}
