import { createHash } from "node:crypto";
import { RequestProblem } from "./problem.ts";
import type { Store, Token } from "./store/store.ts";

/**
 * The token that a request carries. Only its hash is compared, so nothing in the store or in a log opens a door.
 *
 * @param header the request's Authorization
 * @throws RequestProblem (401) where it carries none that is known
 */
export function tokenOf(store: Pick<Store, "tokenByHash">, header: string | undefined): Token {
  const [, secret] = /^Bearer +([\w\-.~+/]+=*) *$/i.exec(header ?? "") ?? [];
  const token = secret && store.tokenByHash(createHash("sha256").update(secret).digest("hex"));
  if (token) return token;
  const known = secret ? "This token is not known here." : "There is no token.";
  throw new RequestProblem(
    "token-needed",
    `${known} Send \`Authorization: Bearer TOKEN\`; \`npm run -s token -- create NAME\` makes one.`,
    {
      headers: { "WWW-Authenticate": 'Bearer realm="RedNote Surge"' },
    },
  );
}
