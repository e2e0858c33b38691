import { statSync } from "node:fs";
import { resolve } from "node:path";
import { command, onlyName } from "./command/command.ts";
import { withStore } from "./command/with-store.ts";

const USAGE = `npm run backup -- FILE [--json]

Writes the whole database into a new file, as of one moment, while the server runs; then checks it. Overwrites nothing.
The file holds the hashes of tokens, and everything else: keep it as you keep the database.

  --json  print {file, bytes, vintage}

The exit code is 0 where the backup is there and sound, 1 where it is not, 2 where the arguments mean nothing.
`;

export const main = command({
  usage: USAGE,
  options: {},
  run: async ({ json }, names) => {
    const file = resolve(onlyName(names, "Name one new file."));
    // The newest vintage of the backup: the database may have got another meanwhile.
    const vintage = await withStore({ make: false }, (store) => store.backup(file));
    const bytes = statSync(file).size;
    const said = `${file}: a sound backup of ${(bytes / 1e6).toFixed(1)} MB. Its newest batch is ${vintage}.`;
    process.stdout.write(`${json ? JSON.stringify({ file, bytes, vintage }) : said}\n`);
    return 0;
  },
});
