import { later } from "../../app/later.ts";

/** Countries as they are drawn, in whole units of a plane: see data/reference/README.md. */
export interface Shapes {
  width: number;
  height: number;
  /** Land without a code of ISO 3166-1. */
  other: string;
  /** `d` is empty where a country is too small for the scale: a dot stands at its place. */
  countries: Record<string, Shape>;
}

export interface Shape {
  x: number;
  y: number;
  d: string;
}

/** The shapes in a chunk of their own. */
export const SHAPES = later<Shapes>(() => import("../../../data/reference/shapes.json").then(({ default: shapes }) => shapes));

/** Height of the plane divided by its width, for the place that is kept until the shapes are here. A test holds it to the file. */
export const PROPORTION = 0.446;
