import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readConfig, SettingError } from "../server/config.ts";
import { verifyFile } from "../server/store/sqlite/verify.ts";
import { type StoreFault, StoreMissingError } from "../server/store/store.ts";

const USAGE = `npm run verify -- [FILE] [--json]

Checks the database that SURGE_DATABASE names, or a backup: its pages, its references, and every receipt's counts of
inserted, revised and retracted values against the values and revisions themselves. Changes nothing; the server may run.

  --json  print {file, faults: [{code, detail}]}

The exit code is 0 where nothing is wrong, 1 where something is, 2 where the arguments mean nothing.
`;

/** Answers the exit code: 0, 1 where something is wrong, 2 where the arguments mean nothing. */
export async function main(argv: string[]): Promise<number> {
  const options = readArguments(argv);
  if (options === undefined) return 2;
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    const file = options.file === undefined ? readConfig().database : resolve(options.file);
    const faults = verifyFile(file);
    if (options.json) process.stdout.write(`${JSON.stringify({ file, faults })}\n`);
    else if (faults.length === 0) process.stdout.write(`${file}: nothing is wrong.\n`);
    else process.stderr.write(inWords(file, faults));
    return faults.length === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof StoreMissingError || error instanceof SettingError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

function inWords(file: string, faults: readonly StoreFault[]): string {
  const list = faults.map(({ detail }) => `  ${detail}\n`).join("");
  return `${file}: ${faults.length === 1 ? "something is" : `${faults.length} things are`} wrong.\n${list}\`npm run restore -- FILE\` puts a backup in its place.\n`;
}

function readArguments(argv: string[]): { file: string | undefined; json: boolean; help: boolean } | undefined {
  const flag = { type: "boolean", default: false } as const;
  try {
    const { values, positionals } = parseArgs({ args: argv, allowPositionals: true, options: { json: flag, help: flag } });
    if (positionals.length > 1) throw new Error("Name one file, or none.");
    return { file: positionals[0], ...values };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return undefined;
  }
}
