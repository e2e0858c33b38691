// @vitest-environment happy-dom
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../../server/store/store.ts";
import { CASES, galleryStore, pictureOf } from "./cases.ts";
import { drawSvg, settled } from "./draw.tsx";
import { drawMap, MAP_CASES } from "./draw-map.tsx";
import { inLanguage } from "./in-language.ts";
import { drawState, STATES } from "./states.tsx";

let store: Store;
beforeAll(async () => {
  store = await galleryStore();
});
afterAll(() => store.close());

const golden = (name: string, kind = "svg") => `${import.meta.dirname}/golden/${name.replaceAll(/[^A-Za-z0-9]+/g, "-")}.${kind}`;

function compare(name: string, svg: string, kind = "svg"): void {
  const file = golden(name, kind);
  // New pictures are made on purpose: GOLDEN=write npx vitest run scripts/gallery, then looked at and committed.
  if (process.env.GOLDEN === "write") writeFileSync(file, svg);
  expect(existsSync(file), `${file} is missing`).toBe(true);
  expect(svg).toBe(readFileSync(file, "utf8"));
}

describe("the gallery", () => {
  it.each(CASES)("$name is drawn as the golden picture", (one) => {
    compare(
      one.name,
      inLanguage(one.language ?? "en", () => settled(drawSvg(pictureOf(one, store), one.width))),
    );
  });

  it.each(Object.keys(STATES))("%s is said as the golden page says it, in both languages", (name) => {
    for (const language of ["en", "zh"] as const)
      compare(
        `${name} ${language}`,
        inLanguage(language, () => drawState(name, store)),
        "html",
      );
  });

  it.each(CASES)("$name takes every colour from the theme, so that it is itself in the light and in the dark", (one) => {
    const svg = readFileSync(golden(one.name), "utf8");
    const colours = [...svg.matchAll(/\s(?:fill|stroke)="([^"]*)"/g)].map((match) => match[1] as string);
    expect(colours.filter((colour) => !/^(var\(--[\w-]+\)|url\(#[^)]+\)|none|transparent|currentColor)$/.test(colour))).toEqual([]);
  });

  it.each(MAP_CASES)("$name is drawn as the golden picture", (one) => {
    compare(one.name, settled(drawMap(one, store)));
  });
});
