import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { geoEquirectangular } from "d3-geo";
import type { Feature, Polygon } from "geojson";
import { beforeAll, describe, expect, it } from "vitest";
import { codesOf, shapesFile } from "./main.ts";
import { relativePath } from "./path.ts";

interface Shapes {
  width: number;
  height: number;
  countries: Record<string, { x: number; y: number; d: string }>;
}

const reference = resolve("data/reference");
let codes: Map<string, string>;
let shapes: Shapes;
let text: string;

beforeAll(async () => {
  codes = codesOf(await readFile(resolve(reference, "countries.csv"), "utf8"));
  text = await readFile(resolve(reference, "shapes.json"), "utf8");
  shapes = JSON.parse(text) as Shapes;
});

/** How far a path reaches. */
function extentOf(d: string): { left: number; right: number; top: number; bottom: number } {
  const extent = { left: 1e9, right: -1e9, top: 1e9, bottom: -1e9 };
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, step, dx, dy] of d.matchAll(/([mlz])(?:(-?\d+) ?(-?\d+))?/g)) {
    if (step === "z") [x, y] = [startX, startY];
    else [x, y] = [x + Number(dx), y + Number(dy)];
    if (step === "m") [startX, startY] = [x, y];
    extent.left = Math.min(extent.left, x);
    extent.right = Math.max(extent.right, x);
    extent.top = Math.min(extent.top, y);
    extent.bottom = Math.max(extent.bottom, y);
  }
  return extent;
}

describe("the shapes that ship", () => {
  it("are what the packages give", () => {
    expect(shapesFile(codes)).toBe(text);
  });

  it("place every country but Antarctica and Tokelau, which Natural Earth lacks", () => {
    const placed = Object.keys(shapes.countries);
    expect([...codes.values()].filter((code) => !placed.includes(code)).sort()).toEqual(["AQ", "TK"]);
    expect(placed.filter((code) => ![...codes.values()].includes(code))).toEqual([]);
  });

  it("draw the large ones and leave a place for the small ones", () => {
    const without = Object.keys(shapes.countries).filter((code) => shapes.countries[code]?.d === "");
    expect(without).toContain("SG");
    expect(without).toContain("HK");
    for (const code of ["US", "CN", "TW", "NO", "FR", "GB"]) expect(without).not.toContain(code);
    expect(Object.keys(shapes.countries).length - without.length).toBe(175);
  });

  it("keep apart what has a code of its own: French Guiana is not in France, Svalbard not in Norway", () => {
    const of = (code: string) => extentOf(shapes.countries[code]?.d ?? "");
    expect(of("GF").right).toBeLessThan(of("FR").left);
    expect(of("SJ").bottom).toBeLessThan(of("NO").top);
  });

  it("lie inside the plane, Russia in one piece", () => {
    for (const [code, { d, x, y }] of Object.entries(shapes.countries)) {
      expect(x >= 0 && x <= shapes.width && y >= 0 && y <= shapes.height, code).toBe(true);
      if (d === "") continue;
      const { left, right, top, bottom } = extentOf(d);
      expect(left >= -1 && top >= -1 && right <= shapes.width + 1 && bottom <= shapes.height + 1, code).toBe(true);
    }
    expect(extentOf(shapes.countries.RU?.d ?? "").left).toBeGreaterThan(shapes.width / 2);
  });
});

describe("a path in whole numbers", () => {
  const plane = geoEquirectangular()
    .scale(180 / Math.PI)
    .translate([0, 0])
    .precision(0);
  const ring = (points: [number, number][]): Feature<Polygon> => ({
    type: "Feature",
    properties: null,
    geometry: { type: "Polygon", coordinates: [points] },
  });

  it("goes from point to point and leaves out what falls on the one before", () => {
    const d = relativePath(
      ring([
        [0, 0],
        [0, 10],
        [0.2, 10.1],
        [10, 10],
        [0, 0],
      ]),
      plane,
    );
    expect(d).toBe("m0 0l0-10l10 0z");
  });

  it("has nothing of a ring that falls on one point", () => {
    expect(
      relativePath(
        ring([
          [0, 0],
          [0, 0.1],
          [0.1, 0.1],
          [0, 0],
        ]),
        plane,
      ),
    ).toBe("");
  });
});
