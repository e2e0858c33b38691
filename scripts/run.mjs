// `node scripts/run.mjs NAME ARGUMENTS`: prepares, then runs scripts/NAME.ts as it was built. Its `main` takes the
// arguments and answers the exit code. What preparing says goes to standard error, so `--json` stays alone on standard output.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, stop } from "./ground.mjs";
import { prepare } from "./prepare.mjs";

const [name = "", ...argv] = process.argv.slice(2);
await prepare(["server"]);
const command = [`${name}.js`, `${name}/main.js`].map((file) => join(root, ".build/server/scripts", file)).find((file) => existsSync(file));
if (name === "" || command === undefined) stop(`There is no command \`${name}\`. package.json lists them under "scripts".`);
const { main } = await import(pathToFileURL(command).href);
// Not process.exit: standard output may be a pipe that has not taken everything yet.
process.exitCode = await main(argv);
