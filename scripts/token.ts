import { createHash, randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { dayNumber, dayOf, dayOfInstant } from "../data/model/day.ts";
import { readConfig, SettingError } from "../server/config.ts";
import { openSqliteStore } from "../server/store/sqlite/sqlite.ts";
import { NameTakenError, SCOPES, type Scope, type Store, StoreBusyError, StoreVersionError, type Token } from "../server/store/store.ts";

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

/** Nothing has that name. */
class UnknownTokenError extends Error {}

/** Faults that a person can mend: their message says how, a stack would hide it. */
const PLAIN = [NameTakenError, UnknownTokenError, SettingError, StoreVersionError, StoreBusyError];

type Command =
  | { what: "help" }
  | { what: "list"; json: boolean }
  | { what: "revoke"; name: string; json: boolean }
  | { what: "create"; name: string; scopes: Scope[]; expires_at: string | null; json: boolean };

/** Answers the exit code: 0, 1 where it cannot be done, 2 where the arguments mean nothing. */
export async function main(argv: string[]): Promise<number> {
  const now = new Date();
  const command = readArguments(argv, now);
  if (command === undefined) return 2;
  if (command.what === "help") {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    const store = openSqliteStore(readConfig().database);
    try {
      process.stdout.write(`${run(command, store, now.toISOString())}\n`);
    } finally {
      store.close();
    }
    return 0;
  } catch (error) {
    if (!PLAIN.some((kind) => error instanceof kind)) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    return 1;
  }
}

function run(command: Exclude<Command, { what: "help" }>, store: Store, now: string): string {
  const { what, json } = command;
  if (what === "list") {
    const tokens = store.tokens().map(({ hash, ...shown }) => shown);
    return json ? JSON.stringify(tokens) : tableOf(tokens, now);
  }
  const { name } = command;
  if (what === "revoke") {
    if (!store.revokeToken(name, now))
      throw new UnknownTokenError(`There is no token \`${name}\`. \`npm run -s token -- list\` names them.`);
    return json ? JSON.stringify({ name, revoked: true }) : `The token ${name} is revoked: it is good for nothing any more.`;
  }
  const { scopes, expires_at } = command;
  const token = `${PREFIX}${randomBytes(32).toString("base64url")}`;
  store.createToken({ name, hash: createHash("sha256").update(token).digest("hex"), created_at: now, scopes, expires_at });
  return json ? JSON.stringify({ name, token, scopes, created_at: now, expires_at }) : token;
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
  const all = [["name", "scopes", "created", "last used (UTC)", "state"], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function stateOf({ revoked_at, expires_at }: Omit<Token, "hash">, now: string): string {
  if (revoked_at !== null) return `revoked on ${revoked_at.slice(0, 10)}`;
  if (expires_at === null) return "works";
  const last = dayOfInstant(Date.parse(expires_at) - 1);
  return expires_at <= now ? `expired after ${last}` : `works until ${last}`;
}

function readArguments(argv: string[], now: Date): Command | undefined {
  const flag = { type: "boolean", default: false } as const;
  const options = { json: flag, help: flag, scope: { type: "string", multiple: true }, expires: { type: "string" } } as const;
  try {
    const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options });
    const [what, name = "", ...rest] = positionals;
    const { json, help, scope, expires } = values;
    if (help) return { what: "help" };
    if (what !== "create" && (scope || expires !== undefined)) throw new Error("--scope and --expires are for `create`.");
    if (what === "list" && name === "") return { what, json };
    if ((what !== "create" && what !== "revoke") || rest.length > 0)
      throw new Error(what ? `There is no \`${positionals.join(" ")}\`.` : "Say what to do.");
    if (!NAME.test(name)) throw new Error("A token has a name of up to 64 letters, digits and . _ @ + -");
    if (what === "revoke") return { what, name, json };
    return { what, name, scopes: scopesOf(scope ?? ["ingest"]), expires_at: expiryOf(expires, now), json };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return undefined;
  }
}

function scopesOf(given: readonly string[]): Scope[] {
  const named = new Set(given.flatMap((text) => text.split(",")));
  for (const name of named)
    if (!SCOPES.some((scope) => scope === name)) throw new Error(`There is no scope \`${name}\`. There are ${SCOPES.join(", ")}.`);
  return SCOPES.filter((scope) => named.has(scope));
}

/** The end of a day, as the moment from which the token is good for nothing. */
function expiryOf(day: string | undefined, now: Date): string | null {
  if (day === undefined) return null;
  const number = dayNumber(day);
  if (number === undefined) throw new Error(`--expires is \`${day}\`. It must be a day, YYYY-MM-DD.`);
  if (day < dayOfInstant(now.getTime())) throw new Error(`--expires is \`${day}\`, which is over.`);
  return `${dayOf(number + 1)}T00:00:00.000Z`;
}
