import { type ExtendedFeature, type GeoContext, type GeoProjection, geoPath } from "d3-geo";

/**
 * A projected feature as the data of an SVG path in whole numbers: each point as its way from the one before, without
 * those that fall on it. A ring that falls on one point is left out.
 *
 * @example "m100 200l10 0l0 10z" for a triangle
 */
export function relativePath(feature: ExtendedFeature, projection: GeoProjection): string {
  const rings: [number, number][][] = [];
  const context: Pick<GeoContext, "moveTo" | "lineTo" | "closePath"> = {
    moveTo: (x, y) => rings.push([[Math.round(x), Math.round(y)]]),
    lineTo: (x, y) => rings.at(-1)?.push([Math.round(x), Math.round(y)]),
    closePath: () => {},
  };
  geoPath(projection, { ...context, beginPath: () => {}, arc: () => {} })(feature);
  let at: [number, number] = [0, 0];
  return rings
    .map((ring) => ring.filter(([x, y], index) => index === 0 || x !== ring[index - 1]?.[0] || y !== ring[index - 1]?.[1]))
    .filter((ring) => ring.length > 2)
    .map((ring) => {
      const steps = ring.map(([x, y], index) => {
        const step = `${index === 0 ? "m" : "l"}${x - at[0]} ${y - at[1]}`;
        at = [x, y];
        return step;
      });
      // After `z` the pen is back where the ring began.
      at = ring[0] as [number, number];
      return `${steps.join("").replaceAll(" -", "-")}z`;
    })
    .join("");
}
