import type { SeriesRow } from "./rows.ts";

/** Smallest and largest value of each platform, so that its rows share one scale. */
export function domains(rows: readonly SeriesRow[]): Map<string, [number, number]> {
  const found = new Map<string, [number, number]>();
  for (const row of rows)
    for (const value of row.values) {
      if (value === null) continue;
      const [low, high] = found.get(row.platformId) ?? [value, value];
      found.set(row.platformId, [Math.min(low, value), Math.max(high, value)]);
    }
  return found;
}

/** A row as a line and the place of its peak, in pixels. Days without a value are gaps; a day alone is a point. */
export function spark(
  row: Pick<SeriesRow, "values" | "peak">,
  [low, high]: readonly [number, number],
  log: boolean,
  ranked: boolean,
  [width, height]: readonly [number, number],
): { path: string; peak: [number, number] } {
  const edge = 4;
  const scaled = (value: number) => (log && low > 0 ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low));
  const y = (value: number) => {
    const share = high > low ? scaled(value) : 0.5;
    return height - edge - (ranked ? 1 - share : share) * (height - 2 * edge);
  };
  const x = (index: number) => 3 + (row.values.length > 1 ? index / (row.values.length - 1) : 0.5) * (width - 6);
  const parts: string[] = [];
  let open = false;
  row.values.forEach((value, index) => {
    if (value !== null) parts.push(`${open ? "L" : "M"}${x(index).toFixed(1)} ${y(value).toFixed(1)}${open ? "" : "h.01"}`);
    open = value !== null;
  });
  return { path: parts.join(""), peak: [x(row.values.indexOf(row.peak.value)), y(row.peak.value)] };
}
