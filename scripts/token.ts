import { createHash, randomBytes } from "node:crypto";
import { dayNumber, dayOf, dayOfInstant } from "../data/model/day.ts";
import { SCOPES, type Scope, type Store, type Token } from "../server/store/store.ts";
import { CommandError, command, onlyName, UsageError, type Values } from "./command/command.ts";
import { inColumns } from "./command/table.ts";
import { withStore } from "./command/with-store.ts";

const USAGE = `npm run -s token -- create NAME [--scope SCOPE]... [--expires DAY] [--json]
npm run -s token -- list [--json]
npm run -s token -- revoke NAME [--json]

Makes a token and prints it once, for only its hash is kept; lists tokens without what they are; ends one at once.
NAME says later who sent a batch, and is never given again.

  --scope    what it is for: ${SCOPES.join(", ")}; ingest unless told. admin is for everything
  --expires  last day on which it works, in UTC, such as 2026-12-31; for ever unless told
  --json     print one JSON value
`;

/** Letters, digits and a few signs: it stands in logs and receipts. */
const NAME = /^[\w.@+-]{1,64}$/;

/** Says at a glance, and to scanners of leaked secrets, what this is. */
const PREFIX = "surge_";

const OPTIONS = { scope: { type: "string", multiple: true }, expires: { type: "string" } } as const;

export const main = command({
  usage: USAGE,
  options: OPTIONS,
  run: async (values, [what = "", ...names]) => {
    const act = actOf(what, names, values, new Date());
    process.stdout.write(`${await withStore({ make: what === "create" }, act)}\n`);
    return 0;
  },
});

/** What is to be done with the store; answers what it says. */
function actOf(what: string, names: string[], { json, scope, expires }: Values<typeof OPTIONS>, now: Date): (store: Store) => string {
  if (what !== "create" && (scope || expires !== undefined)) throw new UsageError("--scope and --expires are for `create`.");
  if (what === "list" && names.length === 0) return (store) => list(store, json, now.toISOString());
  if (what !== "create" && what !== "revoke")
    throw new UsageError(what ? `There is no \`${[what, ...names].join(" ")}\`.` : "Say what to do.");
  const name = onlyName(names, `Name one token, as in \`npm run -s token -- ${what} newsroom\`.`);
  if (!NAME.test(name)) throw new UsageError("A token has a name of up to 64 letters, digits and . _ @ + -");
  if (what === "revoke") return (store) => revoke(store, name, json, now.toISOString());
  const made = { name, scopes: scopesOf(scope ?? ["ingest"]), created_at: now.toISOString(), expires_at: expiryOf(expires, now) };
  return (store) => {
    const token = `${PREFIX}${randomBytes(32).toString("base64url")}`;
    store.createToken({ ...made, hash: createHash("sha256").update(token).digest("hex") });
    return json ? JSON.stringify({ token, ...made }) : token;
  };
}

function list(store: Store, json: boolean, now: string): string {
  const tokens = store.tokens().map(({ hash, ...shown }) => shown);
  return json ? JSON.stringify(tokens) : tableOf(tokens, now);
}

function revoke(store: Store, name: string, json: boolean, now: string): string {
  if (!store.revokeToken(name, now)) throw new CommandError(`There is no token \`${name}\`. \`npm run -s token -- list\` names them.`);
  return json ? JSON.stringify({ name, revoked: true }) : `The token ${name} is revoked: it is good for nothing any more.`;
}

function tableOf(tokens: readonly Omit<Token, "hash">[], now: string): string {
  if (tokens.length === 0) return "There is no token. `npm run -s token -- create NAME` makes one.";
  const rows = tokens.map((token) => [
    token.name,
    token.scopes.join(","),
    token.created_at.slice(0, 10),
    token.last_used_at === null ? "never" : `${token.last_used_at.slice(0, 16).replace("T", " ")}`,
    stateOf(token, now),
  ]);
  return inColumns([["name", "scopes", "created", "last used (UTC)", "state"], ...rows]);
}

function stateOf({ revoked_at, expires_at }: Omit<Token, "hash">, now: string): string {
  if (revoked_at !== null) return `revoked on ${revoked_at.slice(0, 10)}`;
  if (expires_at === null) return "works";
  const last = dayOfInstant(Date.parse(expires_at) - 1);
  return expires_at <= now ? `expired after ${last}` : `works until ${last}`;
}

function scopesOf(given: readonly string[]): Scope[] {
  const named = new Set(given.flatMap((text) => text.split(",")));
  for (const name of named)
    if (!SCOPES.some((scope) => scope === name)) throw new UsageError(`There is no scope \`${name}\`. There are ${SCOPES.join(", ")}.`);
  return SCOPES.filter((scope) => named.has(scope));
}

/** The end of a day, as the moment from which the token is good for nothing. */
function expiryOf(day: string | undefined, now: Date): string | null {
  if (day === undefined) return null;
  const number = dayNumber(day);
  if (number === undefined) throw new UsageError(`--expires is \`${day}\`. It must be a day, YYYY-MM-DD.`);
  if (day < dayOfInstant(now.getTime())) throw new UsageError(`--expires is \`${day}\`, which is over.`);
  return `${dayOf(number + 1)}T00:00:00.000Z`;
}
