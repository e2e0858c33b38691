import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import type { Limits } from "../config.ts";
import { Drawer } from "./drawer.ts";
import type { DrawerSetting } from "./messages.ts";
import { DrawingPool } from "./pool.ts";

/** Weights that the chart writes in. */
const FONTS = ["400Regular/Inter_400Regular.ttf", "500Medium/Inter_500Medium.ttf", "600SemiBold/Inter_600SemiBold.ttf"];

/**
 * The pool of a server: one thread, two where the machine has more than two processors, so that one is left for answers.
 *
 * @param built folder of what was built for Node
 */
export function startDrawingPool(built: URL, { imagePixels, imageQueue, imageSeconds }: Limits, log: Logger): DrawingPool {
  const own = createRequire(import.meta.url);
  const setting: DrawerSetting = {
    drawing: new URL("./client/image/draw.js", built).href,
    mostPixels: imagePixels,
    chineseFonts: fileURLToPath(new URL("../fonts/", built)),
    fonts: FONTS.map((file) => own.resolve(`@expo-google-fonts/inter/${file}`)),
  };
  const onAnew = (modules: string[]) =>
    log.debug({ modules }, "a thread that draws had to compile: another Node built it, or one with other flags");
  return new DrawingPool({
    start: () => new Drawer(new URL("./server/image/worker.js", built), setting, onAnew),
    threads: availableParallelism() > 2 ? 2 : 1,
    waiting: imageQueue,
    drawingMs: imageSeconds * 1000,
    idleMs: 30_000,
    onLost: (error) => log.error({ err: error }, "an image was not drawn: its thread was lost"),
  });
}
