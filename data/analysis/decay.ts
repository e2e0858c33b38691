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
 * @returns `undefined` where the days do not fall, or fall in a way that this shape does not have
 */
export function decayOf(times: readonly number[], logs: readonly number[]): Decay | undefined {
  const span = times.at(-1) ?? 0;
  let best: Fit | undefined;
  for (let index = 0; index < STARTS; index++) {
    const start = startOf(times, logs, SHORTEST * ((span * 1.5) / SHORTEST) ** (index / (STARTS - 1)));
    if (start && (!best || start.error < best.error)) best = start;
  }
  if (!best) return undefined;
  const { parameters, error, variance } = descend(times, logs, best);
  const [plateau, above, life] = parameters.map(Math.exp) as [number, number, number];
  const free = Math.max(1, times.length - 3);
  const sure = Math.exp(2 * Math.sqrt((error / free) * variance));
  // A half-life longer than the days that show it is a guess.
  if (!(life > 0) || life > span || above < LEAST_FALL * plateau || !Number.isFinite(sure)) return undefined;
  return { halfLife: { days: life, low: life / sure, high: life * sure }, plateau };
}

interface Fit {
  /** Logarithms of plateau, above, half-life. */
  parameters: [number, number, number];
  /** Sum of squared differences of logarithms. */
  error: number;
}

/** Plateau and height for a half-life, by least squares of relative differences. */
function startOf(times: readonly number[], logs: readonly number[], life: number): Fit | undefined {
  let [ww, wf, ff, y1, yf] = [0, 0, 0, 0, 0];
  const rate = Math.LN2 / life;
  times.forEach((time, index) => {
    const value = Math.exp(logs[index] as number);
    const weight = 1 / (value * value);
    const fall = Math.exp(-time * rate);
    ww += weight;
    wf += weight * fall;
    ff += weight * fall * fall;
    y1 += weight * value;
    yf += weight * value * fall;
  });
  const determinant = ww * ff - wf * wf;
  const above = (yf * ww - y1 * wf) / determinant;
  const plateau = Math.max((y1 * ff - yf * wf) / determinant, Math.exp(Math.min(...logs)) * 1e-3);
  if (!(above > 0)) return undefined;
  const parameters: Fit["parameters"] = [Math.log(plateau), Math.log(above), Math.log(life)];
  return { parameters, error: errorOf(times, logs, parameters) };
}

function errorOf(times: readonly number[], logs: readonly number[], [plateau, above, life]: Fit["parameters"]): number {
  const [base, height, days] = [Math.exp(plateau), Math.exp(above), Math.exp(life)];
  const rate = Math.LN2 / days;
  let error = 0;
  times.forEach((time, index) => {
    const left = (logs[index] as number) - Math.log(base + height * Math.exp(-time * rate));
    error += left * left;
  });
  return error;
}

/** Levenberg-Marquardt; `variance` is that of the half-life's logarithm, in units of the error of a day. */
function descend(times: readonly number[], logs: readonly number[], start: Fit): Fit & { variance: number } {
  let { parameters, error } = start;
  let damping = 1e-3;
  for (let step = 0; step < STEPS; step++) {
    const { normal, gradient } = slopes(times, logs, parameters);
    const damped = normal.map((row, i) => row.map((one, j) => (i === j ? one * (1 + damping) + 1e-12 : one)));
    const move = solved(damped, gradient);
    const next = parameters.map((one, index) => one + Math.max(-1, Math.min(1, move[index] as number))) as Fit["parameters"];
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
  const { normal } = slopes(times, logs, parameters);
  const variance = solved(
    normal.map((row, i) => row.map((one, j) => (i === j ? one + 1e-12 : one))),
    [0, 0, 1],
  )[2] as number;
  return { parameters, error, variance };
}

function slopes(times: readonly number[], logs: readonly number[], parameters: Fit["parameters"]) {
  const [base, height, life] = parameters.map(Math.exp) as [number, number, number];
  const normal = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  const gradient = [0, 0, 0];
  const rate = Math.LN2 / life;
  times.forEach((time, index) => {
    const fall = Math.exp(-time * rate);
    const value = base + height * fall;
    const left = (logs[index] as number) - Math.log(value);
    const row = [base / value, (height * fall) / value, (height * fall * rate * time) / value];
    row.forEach((a, i) => {
      gradient[i] = (gradient[i] as number) + a * left;
      row.forEach((b, j) => {
        (normal[i] as number[])[j] = ((normal[i] as number[])[j] as number) + a * b;
      });
    });
  });
  return { normal, gradient };
}

/** Gauss-Jordan with pivots. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] as number]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(rows[row]?.[column] as number) > Math.abs(rows[pivot]?.[column] as number)) pivot = row;
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    const head = rows[column] as number[];
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const own = rows[row] as number[];
      const factor = (own[column] as number) / (head[column] as number);
      for (let at = column; at <= size; at++) own[at] = (own[at] as number) - factor * (head[at] as number);
    }
  }
  return rows.map((row, index) => (row[size] as number) / (row[index] as number));
}
