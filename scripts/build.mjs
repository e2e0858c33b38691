// `npm run build`: builds the pages, the server and the fonts, whether stale or not.
import { stop } from "./ground.mjs";
import { build, prepare } from "./prepare.mjs";

await prepare([]);
await build(undefined, { force: true }).catch((error) => stop(error.message));
