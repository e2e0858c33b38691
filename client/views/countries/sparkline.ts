import type { CountryRow } from "./rows.ts";

/** A scale is at least this many times as high as it is low: else noise would look like a surge. */
const LEAST_RATIO = 2;
const EDGE = 4;

/**
 * The values of a row as a line on a scale of their own, and the place of the top one. Days without a value are gaps.
 *
 * @param beside values of another line that the scale has room for
 */
export function sparkline(
  { values, top }: Pick<CountryRow, "values" | "top">,
  log: boolean,
  ranked: boolean,
  [width, height]: readonly [number, number],
  beside: CountryRow["values"] = [],
): { path: string; top: readonly [number, number] | null } {
  const known = [...values, ...beside].filter((value) => value !== null);
  const isLog = log && known.every((value) => value > 0);
  const scaled = (value: number) => (isLog ? Math.log(value) : value);
  let [low, high] = [scaled(Math.min(...known)), scaled(Math.max(...known))];
  const least = isLog ? Math.log(LEAST_RATIO) : Math.abs(high) / LEAST_RATIO;
  if (high - low < least) {
    const middle = (high + low) / 2;
    [low, high] = [middle - least / 2, middle + least / 2];
  }
  const y = (value: number) => {
    const share = high > low ? (scaled(value) - low) / (high - low) : 0.5;
    return height - EDGE - (ranked ? 1 - share : share) * (height - 2 * EDGE);
  };
  const x = (index: number) => 3 + (values.length > 1 ? index / (values.length - 1) : 0.5) * (width - 6);
  const parts: string[] = [];
  let open = false;
  values.forEach((value, index) => {
    if (value !== null) parts.push(`${open ? "L" : "M"}${x(index).toFixed(1)} ${y(value).toFixed(1)}${open ? "" : "h.01"}`);
    open = value !== null;
  });
  const best = values[top];
  return { path: parts.join(""), top: best === undefined || best === null ? null : [x(top), y(best)] };
}
