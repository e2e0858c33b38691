import { CARD } from "../../data/chart/card.ts";
import type { PictureModule } from "../../data/chart/picture-order.ts";
import { PAGE_NAMES } from "../../data/model/page.ts";
import { askedPage, paintingOf } from "../asked-page.ts";
import { readConfig } from "../config.ts";
import { pictureAddress, pictureData } from "../picture-data.ts";
import { loadReference } from "../reference.ts";
import { openSqliteStore } from "../store/sqlite/sqlite.ts";
import { CompiledScript } from "./compiled.ts";

/**
 * The entry of a thread of the build: draws the sample as readers ask for it most, and keeps what V8 compiled for it.
 * A thread, because a document that stands around would let others believe that they are in a browser.
 */

/** What is drawn in various ways: by code that a picture of the usual kind never reaches. */
const VIEWS = ["v=1", "v=1&layout=countries", "v=1&surge=on&measure=index", "v=1&lang=zh"];

const built = new URL("../../", import.meta.url);
const config = readConfig({});
const now = () => new Date();
const store = openSqliteStore(":memory:");
await loadReference(store, { dataFolder: config.dataFolder, sample: true, now });

const ofDocument = new CompiledScript(new URL("server/image/document.js", built).href);
ofDocument.run<typeof import("./document.ts")>().provideDocument();
const ofDrawing = new CompiledScript(new URL("client/image/draw.js", built).href);
const { drawPicture, paintPage } = ofDrawing.run<PictureModule>();

for (const query of VIEWS)
  for (const page of PAGE_NAMES) {
    const asked = askedPage(new URLSearchParams(query), page, { store, config, now: Date.now });
    if (asked === null || asked.isBroken) throw new Error(`Nothing can be drawn of ${query}.`);
    const { view, language } = asked;
    const order = paintingOf(asked, page, store).order();
    Object.assign(globalThis, { location: new URL(order.address, "http://localhost/") });
    paintPage(order);
    const form = { ...CARD, theme: "light", scale: 1, language } as const;
    if (page === "growth")
      drawPicture({ ...form, view, address: pictureAddress(view, "http://localhost"), data: pictureData(view, asked, store) });
  }

ofDocument.keep();
ofDrawing.keep();
store.close();
