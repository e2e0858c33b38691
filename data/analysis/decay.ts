/** An exponential decay towards a plateau, fitted. */
export interface Decay {
  /** Days in which half of what is above the plateau goes, and the range in which 95 of 100 such fits have the true one. */
  halfLife: { days: number; low: number; high: number };
  /** The level that it settles on, in the metric's unit. */
  plateau: number;
}

const SHORTEST = 0.5;
/** A fall by less than this share of the plateau has no half-life that days could tell. */
const LEAST_FALL = 0.1;
const STARTS = 7;
const STEPS = 40;

/**
 * Fits `plateau + above x 2^(-t / halfLife)` to the days from the peak on, by least squares of logarithms
 * (Levenberg-Marquardt from the best of seven half-lives). The plateau is fitted, too: a fit over the baseline reads
 * too long a half-life where part of the surge stays.
 *
 * @param times days since the peak, ascending from 0
 * @param logs natural logarithms of the weekday-adjusted values
 * @returns days, and a plateau in the unit of the values; `undefined` where the days do not fall, or fall in a way that
 * this shape does not have
 * @example decayOf(times, times.map((t) => Math.log(100 + 900 * 2 ** (-t / 5)))) // { halfLife: { days: 5, ... }, plateau: 100 }
 */
export function decayOf(times: readonly number[], logs: readonly number[]): Decay | undefined {
  const span = times.at(-1) ?? 0;
  const values = logs.map(Math.exp);
  const least = Math.min(...values);
  let best: Fit | undefined;
  for (let index = 0; index < STARTS; index++) {
    const start = startOf(times, values, least, SHORTEST * ((span * 1.5) / SHORTEST) ** (index / (STARTS - 1)));
    if (start && (!best || start.error < best.error)) best = start;
  }
  if (!best) return undefined;
  const { parameters, error, variance } = descend(times, logs, best);
  const [plateau, above, life] = parameters.map(Math.exp) as Three;
  const free = Math.max(1, times.length - 3);
  const sure = Math.exp(2 * Math.sqrt((error / free) * variance));
  // A half-life longer than the days that show it is a guess.
  if (!(life > 0) || life > span || above < LEAST_FALL * plateau || !Number.isFinite(sure)) return undefined;
  return { halfLife: { days: life, low: life / sure, high: life * sure }, plateau };
}

interface Fit {
  /** Logarithms of plateau, above, half-life. */
  parameters: Three;
  /** Sum of squared differences: of logarithms, at a start relative ones. */
  error: number;
}

let room = new Float64Array(512);

/**
 * What is left of 1 at each time, by half-lives. Times are mostly a day apart: then it takes a product, no power. The
 * next call writes over it.
 */
function falls(times: readonly number[], life: number): Float64Array {
  if (room.length < times.length) room = new Float64Array(2 * times.length);
  const day = 2 ** (-1 / life);
  let before = times[0] as number;
  let now = 2 ** (-before / life);
  for (let at = 0; at < times.length; at++) {
    const time = times[at] as number;
    if (time === before + 1) now *= day;
    else if (time !== before) now = 2 ** (-time / life);
    room[at] = now;
    before = time;
  }
  return room;
}

/** Plateau and height for a half-life, by least squares of relative differences. */
function startOf(times: readonly number[], values: readonly number[], least: number, life: number): Fit | undefined {
  let [ww, wf, ff, y1, yf] = [0, 0, 0, 0, 0];
  const falling = falls(times, life);
  for (let at = 0; at < times.length; at++) {
    const weight = 1 / (values[at] as number);
    const fall = weight * (falling[at] as number);
    ww += weight * weight;
    wf += weight * fall;
    ff += fall * fall;
    y1 += weight;
    yf += fall;
  }
  const determinant = ww * ff - wf * wf;
  const above = (yf * ww - y1 * wf) / determinant;
  const plateau = Math.max((y1 * ff - yf * wf) / determinant, least * 1e-3);
  if (!(above > 0)) return undefined;
  const error = times.length - 2 * (plateau * y1 + above * yf) + plateau * plateau * ww + 2 * plateau * above * wf + above * above * ff;
  return { parameters: [Math.log(plateau), Math.log(above), Math.log(life)], error };
}

function errorOf(times: readonly number[], logs: readonly number[], [plateau, above, life]: Three): number {
  const [base, height] = [Math.exp(plateau), Math.exp(above)];
  const falling = falls(times, Math.exp(life));
  let error = 0;
  for (let at = 0; at < times.length; at++) {
    const off = (logs[at] as number) - Math.log(base + height * (falling[at] as number));
    error += off * off;
  }
  return error;
}

/** Levenberg-Marquardt; `variance` is that of the half-life's logarithm, in units of the error of a day. */
function descend(times: readonly number[], logs: readonly number[], start: Fit): Fit & { variance: number } {
  let { parameters } = start;
  let error = errorOf(times, logs, parameters);
  let damping = 1e-3;
  for (let step = 0; step < STEPS; step++) {
    const { normal, gradient } = slopes(times, logs, parameters);
    const move = solved(normal, gradient, damping);
    const next = parameters.map((one, index) => one + Math.max(-1, Math.min(1, move[index] as number))) as Three;
    const nextError = errorOf(times, logs, next);
    if (nextError <= error) {
      const done = error - nextError < 1e-10 * error;
      parameters = next;
      error = nextError;
      damping = Math.max(damping / 5, 1e-9);
      if (done) break;
    } else {
      damping *= 5;
      if (damping > 1e8) break;
    }
  }
  return { parameters, error, variance: solved(slopes(times, logs, parameters).normal, [0, 0, 1], 0)[2] };
}

type Three = [number, number, number];
/** A symmetric matrix of three by three: its diagonal, then what is beside it (first and second, first and third, second and third). */
type Normal = [...Three, ...Three];

function slopes(times: readonly number[], logs: readonly number[], parameters: Three): { normal: Normal; gradient: Three } {
  const [base, height, life] = parameters.map(Math.exp) as Three;
  const rate = Math.LN2 / life;
  const falling = falls(times, life);
  let [pp, aa, ll, pa, pl, al, p, a, l] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let at = 0; at < times.length; at++) {
    const above = height * (falling[at] as number);
    const value = base + above;
    const left = (logs[at] as number) - Math.log(value);
    const byPlateau = base / value;
    const byAbove = above / value;
    const byLife = byAbove * rate * (times[at] as number);
    pp += byPlateau * byPlateau;
    pa += byPlateau * byAbove;
    pl += byPlateau * byLife;
    aa += byAbove * byAbove;
    al += byAbove * byLife;
    ll += byLife * byLife;
    p += byPlateau * left;
    a += byAbove * left;
    l += byLife * left;
  }
  return { normal: [pp, aa, ll, pa, pl, al], gradient: [p, a, l] };
}

/** Solves the damped normal equations by the factors of Cholesky. */
function solved([pp, aa, ll, pa, pl, al]: Normal, [p, a, l]: Three, damping: number): Three {
  const root = (square: number) => Math.sqrt(Math.max(square, 1e-300));
  const more = 1 + damping;
  const c11 = root(pp * more + 1e-12);
  const c21 = pa / c11;
  const c31 = pl / c11;
  const c22 = root(aa * more + 1e-12 - c21 * c21);
  const c32 = (al - c31 * c21) / c22;
  const c33 = root(ll * more + 1e-12 - c31 * c31 - c32 * c32);
  const y1 = p / c11;
  const y2 = (a - c21 * y1) / c22;
  const y3 = (l - c31 * y1 - c32 * y2) / c33;
  const third = y3 / c33;
  const second = (y2 - c32 * third) / c22;
  return [(y1 - c21 * second - c31 * third) / c11, second, third];
}
