import { parseArgs } from "node:util";
import { readConfig, SettingError } from "../server/config.ts";
import { RevertError, type Reverted, revert } from "../server/store/revert.ts";
import { openSqliteStore } from "../server/store/sqlite/sqlite.ts";
import { StaleBatchError, StoreBusyError, StoreFullError, StoreMissingError, StoreVersionError } from "../server/store/store.ts";

const USAGE = `npm run revert -- BATCH [--keep-later] [--dry-run] [--json]

Undoes a batch by a new one: puts back what it replaced or withdrew, and withdraws what it brought. Older vintages keep
what they say, and the new batch can be undone as well. Refuses where later batches have changed the same values.

  --keep-later  leave what later batches set as it is, and undo the rest
  --dry-run     say what would happen, and write nothing
  --json        print {reverted, batch, vintage, restored, retracted, entries, left}; where it is refused {reverted: null,
                detail, conflicts}

The exit code is 0 where the batch was undone, 1 where it was not, 2 where the arguments mean nothing.
`;

/** Faults that a person can mend: their message says how, a stack would hide it. */
const PLAIN = [SettingError, StoreVersionError, StoreMissingError, StoreBusyError, StoreFullError, StaleBatchError, RevertError];

interface Options {
  batch: number;
  keepLater: boolean;
  dryRun: boolean;
  json: boolean;
  help: boolean;
}

/** Answers the exit code: 0, 1 where the batch was not undone, 2 where the arguments mean nothing. */
export async function main(argv: string[]): Promise<number> {
  const options = readArguments(argv);
  if (options === undefined) return 2;
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    const store = openSqliteStore(readConfig().database, { make: false });
    try {
      const reverted = revert({ store, now: () => new Date(), ...options });
      process.stdout.write(options.json ? `${JSON.stringify(reverted)}\n` : inWords(reverted, options.dryRun));
    } finally {
      store.close();
    }
    return 0;
  } catch (error) {
    if (!(error instanceof Error) || !PLAIN.some((kind) => error instanceof kind)) throw error;
    const conflicts = error instanceof RevertError ? error.conflicts : undefined;
    if (options.json) process.stdout.write(`${JSON.stringify({ reverted: null, detail: error.message, conflicts: conflicts ?? null })}\n`);
    else process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

function inWords({ reverted, batch, vintage, restored, retracted, entries, left }: Reverted, dryRun: boolean): string {
  const counts = [
    `${counted(restored)} ${restored === 1 ? "value" : "values"} as before`,
    `${counted(retracted)} withdrawn`,
    ...(entries > 0 ? [`${counted(entries)} ${entries === 1 ? "entry" : "entries"} of the catalog as before`] : []),
    ...(left > 0 ? [`${counted(left)} left as later batches set them`] : []),
  ].join(", ");
  if (dryRun) return `Undoing batch ${reverted} would leave: ${counts}. Nothing was written. The newest batch is ${vintage}.\n`;
  if (batch === null) return `Batch ${reverted} is undone already; nothing changed. The newest batch is ${vintage}.\n`;
  return `Batch ${batch} undoes batch ${reverted}: ${counts}.\n`;
}

function counted(number: number): string {
  return number.toLocaleString("en-US");
}

function readArguments(argv: string[]): Options | undefined {
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { json: flag, help: flag, "keep-later": flag, "dry-run": flag },
    });
    const [text = "", ...rest] = positionals;
    const options = {
      batch: Number(text),
      keepLater: values["keep-later"],
      dryRun: values["dry-run"],
      json: values.json,
      help: values.help,
    };
    if (values.help) return options;
    if (text === "" || rest.length > 0) throw new Error("Name one batch, as in `npm run revert -- 7`.");
    if (!/^[1-9]\d{0,9}$/.test(text)) throw new Error(`\`${text}\` is not the number of a batch. \`GET /api/v1/vintages\` lists them.`);
    return options;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return undefined;
  }
}
