/** A step of the ramp: what it holds and how it is named. */
export interface MapStep {
  /** Included; the first step of a logarithmic ramp begins at 0 where there are zeros. */
  from: number;
  /** Not included, but by the last step. */
  to: number;
  /** Colour of the ramp, 1 (weakest) to {@link RAMP}. */
  color: number;
}

/** How values are cut into steps: by ratios, by differences, by differences of whole numbers, or as places of which 1 is the best. */
export type MapScale = "log" | "linear" | "whole" | "rank";

/** Colours of the map ramp in `client/styles/tokens.css`. */
export const RAMP = 7;

/** Where places are cut: the first alone, then about three times as many each. */
const RANKS = [1, 2, 4, 11, 31, 101, 301];
const LADDERS = [[1, 2, 5], [1, 3], [1]] as const;

/**
 * At most {@link RAMP} steps with round limits that hold all values. They are made once for all days of a map, so that
 * a colour means the same whenever it is seen.
 *
 * @param values in any order, in the unit of the map; logarithmic steps put zeros into the first one
 * @example mapSteps([3e3, 8e4], "log").map(({ from, to }) => [from, to]) // [[2000, 5000], [5000, 10000], …, [50000, 100000]]
 */
export function mapSteps(values: Iterable<number>, scale: MapScale): MapStep[] {
  let [least, most, zero] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, false];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (scale === "log" && value <= 0) {
      zero = true;
      continue;
    }
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (least > most) return zero ? colored([0, 1], false) : [];
  if (scale === "rank") return colored(rankLimits(least, most), true);
  const limits = scale === "log" ? logLimits(least, most) : linearLimits(least, most, scale === "whole");
  if (zero) limits[0] = 0;
  return colored(limits, false);
}

/** The index of the step that holds a value; -1 where it is no number. */
export function stepOf(steps: readonly MapStep[], value: number): number {
  if (Number.isNaN(value) || steps.length === 0) return -1;
  for (let index = 0; index < steps.length - 1; index++) if (value < (steps[index] as MapStep).to) return index;
  return steps.length - 1;
}

function colored(limits: readonly number[], downwards: boolean): MapStep[] {
  const count = limits.length - 1;
  return limits.slice(0, -1).map((from, index) => {
    const place = downwards ? count - 1 - index : index;
    // Few steps stand as far apart as the ramp allows; one alone is in the middle of it.
    const color = count === 1 ? (downwards ? RAMP : (RAMP + 1) / 2) : 1 + Math.round((place * (RAMP - 1)) / (count - 1));
    return { from, to: limits[index + 1] as number, color };
  });
}

function logLimits(least: number, most: number): number[] {
  for (const ladder of LADDERS) {
    const limits = limitsOn(ladder, least, most, 1);
    if (limits.length <= RAMP + 1) return limits;
  }
  for (let decades = 2; ; decades++) {
    const limits = limitsOn([1], least, most, decades);
    if (limits.length <= RAMP + 1) return limits;
  }
}

/** The limits of a ladder from the one at or below the least value to the one above the most. */
function limitsOn(ladder: readonly number[], least: number, most: number, decades: number): number[] {
  const limits: number[] = [];
  const first = Math.floor(Math.log10(least) / decades) * decades - decades;
  for (let power = first; ; power += decades)
    for (const rung of ladder) {
      const limit = Number((rung * 10 ** power).toPrecision(6));
      if (limit <= least) limits[0] = limit;
      else limits.push(limit);
      if (limit > most) return limits;
    }
}

function linearLimits(least: number, most: number, whole: boolean): number[] {
  const rough = (most - least) / RAMP;
  const power = 10 ** Math.floor(Math.log10(rough > 0 ? rough : 1));
  for (const rung of [1, 2, 2.5, 5, 10, 20, 25, 50]) {
    const step = rung * power;
    if (whole && !Number.isInteger(step)) continue;
    const first = Math.floor(least / step + 1e-9);
    const end = Math.floor(most / step + 1e-9) + 1;
    if (end - first > RAMP) continue;
    return Array.from({ length: end - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
  }
  return [least, most + 1];
}

function rankLimits(least: number, most: number): number[] {
  const ladder = most < (RANKS.at(-1) as number) ? RANKS : [...RANKS, Number((10 ** Math.ceil(Math.log10(most + 1))).toPrecision(6)) + 1];
  const limits: number[] = [];
  for (const limit of ladder) {
    if (limit <= least) limits[0] = limit;
    else limits.push(limit);
    if (limit > most) break;
  }
  return limits;
}
