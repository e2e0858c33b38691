import { describe, expect, it } from "vitest";
import { catalogWith } from "../../../data/chart/map.fixture.ts";
import { DISAGREE, NO_VALUE, NOT_FOUND } from "../../../data/chart/map-model.ts";
import type { MapStep } from "../../../data/chart/map-steps.ts";
import { page, show } from "../../controls/page.fixture.tsx";
import { WorldMap } from "./WorldMap.tsx";

page();

const square = { x: 5, y: 5, d: "m0 0l10 0l0 10z" };
const shapes = {
  width: 100,
  height: 50,
  other: "m0 0l1 0l0 1z",
  countries: { GB: square, NO: square, SG: { x: 50, y: 20, d: "" }, US: square },
};
const steps: MapStep[] = [
  { from: 0, to: 10, color: 1 },
  { from: 10, to: 100, color: 7 },
];
const { countries } = catalogWith([]);

function draw(cells: Record<string, number>, lit: number[] = [], hot: string | null = null): void {
  const all = countries.map(({ id }) => cells[id] ?? NO_VALUE);
  show(<WorldMap {...{ shapes, countries, steps, hot }} cells={all} lit={new Set(lit)} chosen={new Set()} width={100} id="m" />);
}
const land = (country: string) => document.querySelector(`[data-index="${countries.findIndex(({ id }) => id === country)}"]`);
const fill = (country: string) => land(country)?.getAttribute("fill");

describe("the drawn map", () => {
  it("hatches what nobody knows: no colour of the ramp, not that of zero", () => {
    draw({ US: 1, NO: 0, GB: DISAGREE });
    expect(["US", "NO", "GB", "SG"].map(fill)).toEqual(["var(--map-7)", "var(--map-1)", "url(#m-disagree)", "url(#m-none)"]);
    draw({ US: NOT_FOUND });
    expect(fill("US")).toBe("var(--surface-press)");
  });

  it("has a dot for a country too small for a shape, and nothing for one without a place", () => {
    draw({ SG: 1 });
    expect(land("SG")?.tagName).toBe("circle");
    const known = Number(land("SG")?.getAttribute("r"));
    draw({});
    expect(Number(land("SG")?.getAttribute("r"))).toBeLessThan(known);
    expect(land("AX")).toBeNull();
  });

  it("fades all but the pressed steps", () => {
    draw({ US: 1, NO: 0 }, [1]);
    expect(["US", "NO", "GB"].map((country) => land(country)?.getAttribute("opacity"))).toEqual([null, "0.2", "0.2"]);
  });

  it("outlines the country that is pointed at, on top of the others", () => {
    draw({}, [], "SG");
    expect(document.querySelectorAll("g[pointer-events=none] > *")).toHaveLength(1);
    draw({}, [], null);
    expect(document.querySelectorAll("g[pointer-events=none] > *")).toHaveLength(0);
  });
});
