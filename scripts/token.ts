import { createHash, randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { readConfig, SettingError } from "../server/config.ts";
import { openSqliteStore } from "../server/store/sqlite/sqlite.ts";
import { NameTakenError, StoreBusyError, StoreVersionError } from "../server/store/store.ts";

const USAGE = `npm run -s token -- create NAME [--json]

Makes a token that may ingest, and prints it once: only its hash is kept. NAME says later who sent a batch.

  --json  print {name, token, created_at}
`;

/** Letters, digits and a few signs: it stands in logs and receipts. */
const NAME = /^[\w.@+-]{1,64}$/;

/** Says at a glance, and to scanners of leaked secrets, what this is. */
const PREFIX = "surge_";

/** Faults that a person can mend: their message says how, a stack would hide it. */
const PLAIN = [NameTakenError, SettingError, StoreVersionError, StoreBusyError];

/** Answers the exit code: 0, 1 where the token cannot be made, 2 where the arguments mean nothing. */
export async function main(argv: string[]): Promise<number> {
  const options = readArguments(argv);
  if (options === undefined) return 2;
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    const created = create(options.name);
    process.stdout.write(`${options.json ? JSON.stringify(created) : created.token}\n`);
    return 0;
  } catch (error) {
    if (!PLAIN.some((kind) => error instanceof kind)) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    return 1;
  }
}

function create(name: string): { name: string; token: string; created_at: string } {
  const token = `${PREFIX}${randomBytes(32).toString("base64url")}`;
  const created_at = new Date().toISOString();
  const store = openSqliteStore(readConfig().database);
  try {
    store.createToken({ name, hash: createHash("sha256").update(token).digest("hex"), created_at });
  } finally {
    store.close();
  }
  return { name, token, created_at };
}

function readArguments(argv: string[]): { name: string; json: boolean; help: boolean } | undefined {
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options: { json: flag, help: flag } });
    const [command, name = "", ...rest] = positionals;
    if (values.help) return { name, ...values };
    if (command !== "create" || rest.length > 0) throw new Error(command ? `There is no \`${positionals.join(" ")}\`.` : "Say what to do.");
    if (!NAME.test(name)) throw new Error("A token needs a name of up to 64 letters, digits and . _ @ + -");
    return { name, ...values };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return undefined;
  }
}
