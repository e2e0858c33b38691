import { createHash, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { Limiter } from "./limiter.ts";
import { RequestProblem } from "./problem.ts";
import type { Scope, Store, Token } from "./store/store.ts";
import type { TokenUses } from "./token-uses.ts";

const REALM = 'Bearer realm="RedNote Surge"';

/** Who may do what. */
export interface Access {
  /**
   * The token of a request that may do something. Its use is noted.
   *
   * Rejects with RequestProblem: 401 without a token that works, 403 where it may do other things only, 429 where it was
   * used too often.
   */
  tokenFor(c: Context, scope: Scope): Promise<Token>;
}

interface AccessSetting {
  store: Pick<Store, "tokenByHash">;
  /** Milliseconds since 1970. */
  now: () => number;
  uses: TokenUses;
  /** Requests that a token may make in a minute; 0 is any number. */
  rate: number;
}

export function createAccess({ store, now, uses, rate }: AccessSetting): Access {
  const limiter = new Limiter(rate, "One token");
  return {
    async tokenFor(c, scope) {
      const token = tokenOf(store, c.req.header("Authorization"), now());
      if (!token.scopes.includes(scope) && !token.scopes.includes("admin")) throw notAllowed(token, scope);
      await limiter.take(token.name);
      uses.note(token.name, now());
      return token;
    },
  };
}

/**
 * The token that a request carries. Only its hash is compared, so nothing in the store or in a log opens a door.
 *
 * @param header the request's Authorization
 * @param now milliseconds since 1970
 * @throws RequestProblem (401) where it carries none that works
 */
function tokenOf(store: Pick<Store, "tokenByHash">, header: string | undefined, now: number): Token {
  const [, secret] = /^Bearer +([\w\-.~+/]+=*) *$/i.exec(header ?? "") ?? [];
  if (header === undefined) throw refused("missing_token", "There is no token.");
  if (!secret) throw refused("malformed_token", "The header Authorization holds no token.");
  const hash = createHash("sha256").update(secret).digest();
  const token = store.tokenByHash(hash.toString("hex"));
  // The look-up compares as an index does; this takes the same time wherever the difference is.
  const known = timingSafeEqual(token ? Buffer.from(token.hash, "hex") : Buffer.alloc(hash.length), hash);
  if (!token || !known) throw refused("unknown_token", "This token is not known here.");
  if (token.revoked_at !== null) throw refused("revoked_token", `This token was revoked on ${token.revoked_at.slice(0, 10)}.`);
  if (token.expires_at !== null && Date.parse(token.expires_at) <= now)
    throw refused("expired_token", `This token was good until ${token.expires_at.slice(0, 16).replace("T", " ")} UTC.`);
  return token;
}

function refused(code: string, what: string): RequestProblem {
  const detail = `${what} Send \`Authorization: Bearer TOKEN\`; \`npm run -s token -- create NAME\` makes one.`;
  return new RequestProblem("token-needed", detail, {
    errors: [{ field: "Authorization", code, detail: what }],
    headers: { "WWW-Authenticate": code === "missing_token" ? REALM : `${REALM}, error="invalid_token"` },
  });
}

function notAllowed({ name, scopes }: Token, scope: Scope): RequestProblem {
  const what = `The token \`${name}\` is for ${scopes.join(", ")}; this needs one for ${scope}.`;
  return new RequestProblem("scope-needed", `${what} \`npm run -s token -- create NAME --scope ${scope}\` makes one.`, {
    errors: [{ field: "Authorization", code: "other_scope", detail: what }],
    headers: { "WWW-Authenticate": `${REALM}, error="insufficient_scope", scope="${scope}"` },
  });
}
