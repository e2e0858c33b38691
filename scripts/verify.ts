import { resolve } from "node:path";
import { readConfig } from "../server/config.ts";
import { verifyFile } from "../server/store/sqlite/verify.ts";
import type { StoreFault } from "../server/store/store.ts";
import { command, UsageError } from "./command/command.ts";

const USAGE = `npm run verify -- [FILE] [--json]

Checks the database that SURGE_DATABASE names, or a backup: its pages, its references, and every receipt's counts of
inserted, revised and retracted values, and the first and last days of each series, against the values and revisions
themselves. Changes nothing; the server may run.

  --json  print {file, faults: [{code, detail}]}

The exit code is 0 where nothing is wrong, 1 where something is, 2 where the arguments mean nothing.
`;

export const main = command({
  usage: USAGE,
  options: {},
  run: ({ json }, [name, ...rest]) => {
    if (rest.length > 0) throw new UsageError("Name one file, or none.");
    const file = name === undefined ? readConfig().database : resolve(name);
    const faults = verifyFile(file);
    if (json) process.stdout.write(`${JSON.stringify({ file, faults })}\n`);
    else if (faults.length === 0) process.stdout.write(`${file}: nothing is wrong.\n`);
    else process.stderr.write(inWords(file, faults));
    return faults.length === 0 ? 0 : 1;
  },
});

function inWords(file: string, faults: readonly StoreFault[]): string {
  const list = faults.map(({ detail }) => `  ${detail}\n`).join("");
  // Of a newer file nothing is known to be wrong.
  if (faults.some(({ code }) => code === "newer_version")) return `${list}The program that made it verifies it.\n`;
  return `${file}: ${faults.length === 1 ? "something is" : `${faults.length} things are`} wrong.\n${list}\`npm run restore -- FILE\` puts a backup in its place.\n`;
}
