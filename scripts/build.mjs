// `npm run build`: builds the pages and the server, whether stale or not.
import { stop } from "./ground.mjs";
import { build, prepare } from "./prepare.mjs";

await prepare([]);
await build(["client", "server"], { force: true }).catch((error) => stop(error.message));
