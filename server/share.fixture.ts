import { createHash } from "node:crypto";
import { NOW, servedApp, servedStore } from "./app.fixture.ts";
import type { Config } from "./config.ts";
import { readConfig } from "./config.ts";
import type { Services } from "./services.ts";

/** Tokens of a {@link sharingApp}, by name. */
const TOKENS = { desk: ["share"], other: ["share"], boss: ["admin"], reader: ["read"] } as const;
type Name = keyof typeof TOKENS;

/** An app over three batches with tokens, a clock that can be moved, and a short way to ask as one of the tokens. */
export function sharingApp(settings: Record<string, string> = {}, given: Partial<Pick<Services, "store" | "draw" | "client">> = {}) {
  const store = given.store ?? servedStore();
  for (const [name, scopes] of Object.entries(TOKENS))
    store.createToken({ name, scopes, hash: createHash("sha256").update(name).digest("hex"), created_at: "2025-03-01T00:00:00.000Z" });
  const clock = { now: NOW };
  const config: Config = readConfig({ SURGE_TOKEN_RATE: "0", ...settings });
  const served = servedApp({ ...given, store, config, now: () => clock.now });
  const ask = (method: string, path: string, { as = "desk", body }: { as?: Name | ""; body?: unknown } = {}) =>
    served.app.request(path, {
      method,
      headers: { ...(as && { Authorization: `Bearer ${as}` }), ...(body !== undefined && { "Content-Type": "application/json" }) },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
  /** Makes a share, and answers its slug. */
  const make = async (body: object, as: Name = "desk"): Promise<string> => {
    const answer = await ask("POST", "/api/v1/shares", { as, body });
    const made = (await answer.json()) as { slug: string };
    if (answer.status !== 201) throw new Error(JSON.stringify(made));
    return made.slug;
  };
  return { ...served, clock, ask, make };
}

/** The view of the fixture's snapshots. */
export const SIGNUPS_VIEW = "v=1&metric=signups&platforms=rednote&countries=US,GB&from=2025-01-11&to=2025-01-13";
