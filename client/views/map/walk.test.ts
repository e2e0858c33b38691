import { describe, expect, it } from "vitest";
import shapes from "../../../data/reference/shapes.json";
import { PROPORTION } from "./shapes.ts";
import { type Direction, isDirection, neighbour } from "./walk.ts";

const from = (country: string, direction: Direction) => neighbour(shapes.countries, country, direction);

describe("a walk over the map", () => {
  it("goes to the neighbour on that side", () => {
    expect(from("US", "ArrowUp")).toBe("CA");
    expect(from("US", "ArrowDown")).toBe("MX");
    expect(from("ES", "ArrowLeft")).toBe("PT");
    expect(from("PL", "ArrowRight")).toBe("LT");
    expect(from("MY", "ArrowDown")).not.toBe("MY");
  });

  it("stays where there is nothing further", () => {
    expect(neighbour({ a: { x: 1, y: 1 }, b: { x: 2, y: 1 } }, "a", "ArrowLeft")).toBe("a");
    expect(neighbour({ a: { x: 1, y: 1 } }, "b", "ArrowLeft")).toBe("b");
  });

  it("reaches every country from any other", () => {
    const reached = new Set(["US"]);
    for (const country of reached)
      for (const direction of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"] as const) reached.add(from(country, direction));
    expect(Object.keys(shapes.countries).filter((country) => !reached.has(country))).toEqual([]);
  });

  it("is made by arrow keys alone", () => {
    expect(["ArrowUp", "Enter", "Home"].map(isDirection)).toEqual([true, false, false]);
  });
});

describe("the place of the map", () => {
  it("is as high as the shapes will be", () => {
    expect(PROPORTION).toBeCloseTo(shapes.height / shapes.width, 3);
  });
});
