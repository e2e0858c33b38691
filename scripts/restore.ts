import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readConfig, SettingError } from "../server/config.ts";
import { restore } from "../server/store/sqlite/backup.ts";
import { openSqliteStore } from "../server/store/sqlite/sqlite.ts";
import { BackupError, StoreBusyError, StoreFullError, StoreMissingError, StoreVersionError } from "../server/store/store.ts";

const USAGE = `npm run restore -- FILE [--json]

Puts a backup in the place of the database that SURGE_DATABASE names. Checks it first. What was there is kept beside it
under another name. Refuses while a server or a command has the database open.

  --json  print {database, kept, vintage}

The exit code is 0 where the backup is in place, 1 where nothing was changed, 2 where the arguments mean nothing.
`;

/** Faults that a person can mend: their message says how, a stack would hide it. */
const PLAIN = [SettingError, StoreVersionError, StoreMissingError, StoreBusyError, StoreFullError, BackupError];

/** Answers the exit code: 0, 1 where nothing was changed, 2 where the arguments mean nothing. */
export async function main(argv: string[]): Promise<number> {
  const options = readArguments(argv);
  if (options === undefined) return 2;
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    const { database } = readConfig();
    const { kept } = restore(resolve(options.file), database, new Date());
    // Opened once, so that an older backup is brought to this version now and not at the next start.
    const store = openSqliteStore(database, { make: false });
    const vintage = store.vintage();
    store.close();
    const old = kept === null ? "There was no database before." : `What was there before is ${kept}.`;
    const said = `${database} is as ${options.file} has it. Its newest batch is ${vintage}. ${old}`;
    process.stdout.write(`${options.json ? JSON.stringify({ database, kept, vintage }) : said}\n`);
    return 0;
  } catch (error) {
    if (!PLAIN.some((kind) => error instanceof kind)) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    return 1;
  }
}

function readArguments(argv: string[]): { file: string; json: boolean; help: boolean } | undefined {
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options: { json: flag, help: flag } });
    const [file = "", ...rest] = positionals;
    if (!values.help && (file === "" || rest.length > 0)) throw new Error("Name one backup.");
    return { file, ...values };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return undefined;
  }
}
