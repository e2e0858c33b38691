import { constants, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { Resvg } from "@resvg/resvg-js";
import type { DrawnPicture, PaintOrder, PictureModule } from "../../data/chart/picture-order.ts";
import { CompiledScript } from "./compiled.ts";
import { Faces } from "./faces.ts";
import type { DrawerSetting, FromDrawer, ToDrawer } from "./messages.ts";

/** The entry of a thread that draws: a document without a browser, the page's own chart, and what makes pixels of it. */

if (parentPort === null) throw new Error("This file runs in a worker thread only.");
const port = parentPort;
const { drawing, fonts, chineseFonts, mostPixels } = workerData as DrawerSetting;
const faces = new Faces(fonts, chineseFonts);

// Answers go before images. Linux alone has a priority of its own for a thread; elsewhere it would be the whole server's.
if (process.platform === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

/** Modules that had to be compiled, although the build made scripts of them. */
const anew: string[] = [];

/** A built module: by its compiled script, where the build made one. */
async function load<Module extends object>(module: string): Promise<Module> {
  if (!CompiledScript.isThere(module)) return (await import(module)) as Module;
  const script = new CompiledScript(module);
  if (!script.isKept) anew.push(module);
  return script.run<Module>();
}

function answer(message: FromDrawer, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}

function pixelsOf({ svg }: DrawnPicture): Uint8Array<ArrayBuffer> {
  const font = { fontFiles: faces.of(svg), loadSystemFonts: false, defaultFontFamily: "Inter", sansSerifFamily: "Inter" };
  return new Uint8Array(new Resvg(svg, { font }).render().asPng());
}

const { provideDocument } = await load<typeof import("./document.ts")>(new URL("./document.js", import.meta.url).href);
provideDocument();
// Only now: React looks for a document when it is loaded.
const { drawPicture, paintPage } = await load<PictureModule>(drawing);

/** A page has its address; images have none. */
function paint(order: PaintOrder): string {
  Object.assign(globalThis, { location: new URL(order.address, "http://localhost/") });
  return paintPage(order);
}

function draw(job: ToDrawer): void {
  if (job.type === "page") {
    give(new TextEncoder().encode(paint(job.order)));
    return;
  }
  const picture = drawPicture(job.order);
  const [width, height] = [picture.width * job.order.scale, picture.height * job.order.scale];
  if (job.type === "png" && width * height > mostPixels) answer({ type: "too-large", width, height });
  else give(job.type === "png" ? pixelsOf(picture) : new TextEncoder().encode(picture.svg));
}

function give(bytes: Uint8Array<ArrayBuffer>): void {
  answer({ type: "drawn", bytes }, [bytes.buffer]);
}

port.on("message", (job: ToDrawer) => {
  try {
    draw(job);
  } catch (error) {
    answer({ type: "failed", message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
answer({ type: "ready", anew });
