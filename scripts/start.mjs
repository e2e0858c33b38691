// `npm start`: installs what is missing, builds what is stale, then is the server.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { root } from "./ground.mjs";
import { prepare } from "./prepare.mjs";

// The thread that answers begins without it (package.json): once it has cleared up an idle heap, Node's own code of each
// answer may take a third longer from then on. The threads that draw and ingest begin later, and give their memory back.
setFlagsFromString("--memory-reducer");
// Its young generation has its size by now. With a flag of another value than V8's own, none of Node's modules is taken as
// it was compiled when Node was built: each thread would take 40 ms longer to start. Threads say their own limits.
setFlagsFromString("--max-semi-space-size=0");

await prepare();
const { main } = await import(pathToFileURL(join(root, ".build/server/server/main.js")).href);
await main();
