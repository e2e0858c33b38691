import { type Day, type DayNumber, numberOf } from "../model/day.ts";

/** The parameters of one surge, in the metric's unit. */
export interface Shape {
  /** Level of an ordinary week before and, without a plateau, after. */
  base: number;
  /** First day above the base. */
  onset: Day;
  /** Days from the onset to the peak, both included. */
  rise: number;
  /** What the peak adds to the base; below 0 for a dip, 0 for no surge. */
  peak: number;
  /** Days in which half of what is above the plateau goes. */
  half_life: number;
  /** What of the surge stays: the decay settles on base + plateau. */
  plateau: number;
}

/**
 * What the surge adds to the base on a day: 0 before the onset, then up in a straight line to the peak, then
 * `plateau + (peak - plateau) x 2^(-days since the peak / half_life)`.
 *
 * @returns in the metric's unit; below 0 for a dip
 * @example
 * // onset 2025-01-13, rise 7, peak 700, half_life 6, plateau 100:
 * excess(shape, numberOf("2025-01-19")) // 700
 * excess(shape, numberOf("2025-01-25")) // 400
 */
export function excess(shape: Shape, day: DayNumber): number {
  const risen = day - numberOf(shape.onset) + 1;
  if (risen <= 0) return 0;
  if (risen <= shape.rise) return (shape.peak * risen) / shape.rise;
  return shape.plateau + (shape.peak - shape.plateau) * 2 ** (-(risen - shape.rise) / shape.half_life);
}
