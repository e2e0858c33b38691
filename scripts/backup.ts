import { statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readConfig, SettingError } from "../server/config.ts";
import { openSqliteStore } from "../server/store/sqlite/sqlite.ts";
import { BackupError, StoreBusyError, StoreFullError, StoreMissingError, StoreVersionError } from "../server/store/store.ts";

const USAGE = `npm run backup -- FILE [--json]

Writes the whole database into a new file, as of one moment, while the server runs; then checks it. Overwrites nothing.
The file holds the hashes of tokens, and everything else: keep it as you keep the database.

  --json  print {file, bytes, vintage}

The exit code is 0 where the backup is there and sound, 1 where it is not, 2 where the arguments mean nothing.
`;

/** Faults that a person can mend: their message says how, a stack would hide it. */
const PLAIN = [SettingError, StoreVersionError, StoreMissingError, StoreBusyError, StoreFullError, BackupError];

/** Answers the exit code: 0, 1 where there is no backup, 2 where the arguments mean nothing. */
export async function main(argv: string[]): Promise<number> {
  const options = readArguments(argv);
  if (options === undefined) return 2;
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    const file = resolve(options.file);
    const vintage = backUp(file);
    const bytes = statSync(file).size;
    const said = `${file}: a sound backup of ${(bytes / 1e6).toFixed(1)} MB. Its newest batch is ${vintage}.`;
    process.stdout.write(`${options.json ? JSON.stringify({ file, bytes, vintage }) : said}\n`);
    return 0;
  } catch (error) {
    if (!PLAIN.some((kind) => error instanceof kind)) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    return 1;
  }
}

/** Answers the newest vintage of the backup: the database may have got another meanwhile. */
function backUp(file: string): number {
  const store = openSqliteStore(readConfig().database, { make: false });
  try {
    return store.backup(file);
  } finally {
    store.close();
  }
}

function readArguments(argv: string[]): { file: string; json: boolean; help: boolean } | undefined {
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options: { json: flag, help: flag } });
    const [file = "", ...rest] = positionals;
    if (!values.help && (file === "" || rest.length > 0)) throw new Error("Name one new file.");
    return { file, ...values };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return undefined;
  }
}
