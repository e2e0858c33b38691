// `npm start`: installs what is missing, builds what is stale, then is the server.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./ground.mjs";
import { prepare } from "./prepare.mjs";

await prepare();
const { main } = await import(pathToFileURL(join(root, ".build/server/server/main.js")).href);
await main();
