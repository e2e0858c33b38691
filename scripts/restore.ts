import { resolve } from "node:path";
import { readConfig } from "../server/config.ts";
import { restore } from "../server/store/sqlite/backup.ts";
import { command, onlyName } from "./command/command.ts";
import { withStore } from "./command/with-store.ts";

const USAGE = `npm run restore -- FILE [--json]

Puts a backup in the place of the database that SURGE_DATABASE names. Checks it first. What was there is kept beside it
under another name. Refuses while a server or a command has the database open.

  --json  print {database, kept, vintage}

The exit code is 0 where the backup is in place, 1 where nothing was changed, 2 where the arguments mean nothing.
`;

export const main = command({
  usage: USAGE,
  options: {},
  run: async ({ json }, names) => {
    const file = onlyName(names, "Name one backup.");
    const { database } = readConfig();
    const { kept } = restore(resolve(file), database, new Date());
    // Opened once, so that an older backup is brought to this version now and not at the next start.
    const vintage = await withStore({ make: false }, (store) => store.vintage());
    const old = kept === null ? "There was no database before." : `What was there before is ${kept}.`;
    const said = `${database} is as ${file} has it. Its newest batch is ${vintage}. ${old}`;
    process.stdout.write(`${json ? JSON.stringify({ database, kept, vintage }) : said}\n`);
    return 0;
  },
});
