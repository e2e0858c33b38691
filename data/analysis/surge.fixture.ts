import type { DailySeries } from "../model/series.ts";
import { randomOf } from "../sample/random.ts";
import { expectedOn } from "./band.ts";
import { baselineOf } from "./baseline.ts";
import { surgeOf } from "./surge.ts";
import type { Disturbance, SurgeAccuracy } from "./surge-accuracy.ts";

/** Series of 120 days whose truth is known: what the analysis of a surge is measured by. */
const DAYS = 120;
/** A Saturday, so that weeks and the sine below are not in step by chance. */
const FIRST_DAY = 20_000;
const LEVEL = 300_000;
const ONSET = 43;
const PEAK = 49;
const PLATEAU = 150_000;
const HALF_LIFE = 6;
export const USERS = { over_time: "mean" } as const;

/** Independent days, days like the day before, a slow growth, single wild days. */
export const DISTURBANCES: readonly Disturbance[] = ["independent", "alike", "trend", "spikes"];

/** What the surge adds on a day: up in a straight line to the peak, then half of what is above the plateau gone every six days. */
export function truth(peak: number, day: number): number {
  if (peak === 0 || day < ONSET) return 0;
  if (day <= PEAK) return (peak * (day - ONSET + 1)) / (PEAK - ONSET + 1);
  return PLATEAU + (peak - PLATEAU) * 2 ** (-(day - PEAK) / HALF_LIFE);
}

/** `(300,000 + surge) x (1 + 0.12 sin(2 pi t / 7)) x e^noise`, where the noise spreads by 5 percent. */
export function knownSeries(
  seed: number,
  peak: number,
  disturbance: Disturbance = "independent",
  count = DAYS,
): Pick<DailySeries, "days" | "values"> {
  const random = randomOf(`${disturbance} ${peak} ${seed}`);
  let noise = 0;
  const values = Array.from({ length: count }, (_, day) => {
    const own = 0.05 * normal(random);
    noise = disturbance === "alike" ? 0.7 * noise + Math.sqrt(1 - 0.49) * own : own;
    const growth = disturbance === "trend" ? 0.002 * day : 0;
    return (LEVEL + truth(peak, day)) * (1 + 0.12 * Math.sin((2 * Math.PI * day) / 7)) * Math.exp(noise + growth);
  });
  if (disturbance === "spikes")
    for (let spike = 0; spike < 4; spike++) {
      const day = Math.floor(random() * DAYS);
      values[day] = (values[day] as number) * (2 + 2 * random());
    }
  return { days: values.map((_, day) => FIRST_DAY + day), values };
}

/** How well surges of a size are found, in percent of the seeds. */
export function foundIn(peak: number, seeds: number): SurgeAccuracy {
  const count = { found: 0, onsetWithinADay: 0, peakWithinADay: 0, peakExact: 0, halfLife: 0, retained: 0 };
  const kept = truth(peak, PEAK + 28) / peak;
  for (let seed = 0; seed < seeds; seed++) {
    const surge = surgeOf(knownSeries(seed, peak), USERS);
    if (!surge.found) continue;
    const late = surge.peak.day - FIRST_DAY - PEAK;
    count.found++;
    if (Math.abs(surge.onset - FIRST_DAY - ONSET) <= 1) count.onsetWithinADay++;
    if (Math.abs(late) <= 1) count.peakWithinADay++;
    if (late === 0) count.peakExact++;
    if (surge.decay && Math.abs(surge.decay.halfLife.days / HALF_LIFE - 1) <= 0.15) count.halfLife++;
    if (Math.abs((surge.retained[28] ?? Number.NaN) - kept) <= 0.05) count.retained++;
  }
  const percent = Object.entries(count).map(([name, times]) => [name, (100 * times) / seeds]);
  return { peak, ...(Object.fromEntries(percent) as typeof count) };
}

/** Percent of the seeds in which a surge was found where none is. */
export function falseIn(disturbance: Disturbance, seeds: number): number {
  let found = 0;
  for (let seed = 0; seed < seeds; seed++) if (surgeOf(knownSeries(seed, 0, disturbance), USERS).found) found++;
  return (100 * found) / seeds;
}

/** Percent of 28 days after a baseline of 42 that lay within its band. */
export function covered(disturbance: "independent" | "alike", seeds: number): number {
  let inside = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const { days, values } = knownSeries(seed, 0, disturbance);
    const baseline = baselineOf(days.slice(0, 42), values.slice(0, 42).map(Math.log));
    for (let at = 42; at < 70; at++) {
      const { low, high } = expectedOn(baseline, days[at] as number);
      const value = values[at] as number;
      if (value >= low && value <= high) inside++;
    }
  }
  return (100 * inside) / (28 * seeds);
}

/** Box and Muller's. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
