// @vitest-environment happy-dom
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../../server/store/store.ts";
import { CASES, galleryStore, pictureOf } from "./cases.ts";
import { drawSvg, settled } from "./draw.tsx";
import { drawMap, MAP_CASES } from "./draw-map.tsx";

let store: Store;
beforeAll(async () => {
  store = await galleryStore();
});
afterAll(() => store.close());

const golden = (name: string) => `${import.meta.dirname}/golden/${name.replaceAll(/[^a-z0-9]+/g, "-")}.svg`;

function compare(name: string, svg: string): void {
  const file = golden(name);
  // New pictures are made on purpose: GOLDEN=write npx vitest run scripts/gallery, then looked at and committed.
  if (process.env.GOLDEN === "write") writeFileSync(file, svg);
  expect(existsSync(file), `${file} is missing`).toBe(true);
  expect(svg).toBe(readFileSync(file, "utf8"));
}

describe("the gallery", () => {
  it.each(CASES)("$name is drawn as the golden picture", (one) => {
    compare(one.name, settled(drawSvg(pictureOf(one, store), one.width)));
  });

  it.each(MAP_CASES)("$name is drawn as the golden picture", (one) => {
    compare(one.name, settled(drawMap(one, store)));
  });
});
