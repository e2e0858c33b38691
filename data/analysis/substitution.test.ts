import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomOf } from "../sample/random.ts";
import { type Substitution, type SubstitutionAnswer, substitutionOf } from "./substitution.ts";
import { DISTURBANCES, knownSeries, truth } from "./surge.fixture.ts";
import type { Disturbance } from "./surge-accuracy.ts";

const USERS = { over_time: "mean", over_countries: "sum" } as const;
const SEEDS = 200;
const PEAK = 1_200_000;
/** Of the days of the fixture: onset, and four weeks after its peak. */
const [FROM, TO] = [43, 77];

interface Series {
  days: number[];
  values: number[];
}

/** Eight million a day that lack `share` of what another series gains, some days later. */
function losing(seed: number, share: number, lag = 0, disturbance: Disturbance = "independent"): Series {
  const { days, values } = knownSeries(seed + 10_000, 0, disturbance);
  const random = randomOf(`losing ${seed}`);
  const known = values.map((value, day) => {
    const calm = 8_000_000 * (value / 300_000) ** 0.4 * (1 + 0.001 * random());
    return calm - share * truth(PEAK, day - lag);
  });
  return { days, values: known };
}

const gaining = (seed: number): Series => knownSeries(seed, PEAK) as Series;

function found(answer: SubstitutionAnswer): Substitution {
  if (!answer.found) throw new Error(`nothing to compare: ${answer.reason}`);
  return answer;
}

/** Excess and shortfall of the days compared, as they were made. */
function made(share: number, lag: number): number {
  let [gained, lost] = [0, 0];
  for (let day = FROM; day <= TO; day++) {
    gained += truth(PEAK, day);
    lost += share * truth(PEAK, day - lag);
  }
  return gained / lost;
}

describe("pairs whose truth is known", () => {
  it.each([
    [1, 0],
    [0.6, 0],
    [1, 5],
    [2, -4],
  ])("lose %d of what the other gains, %d days later: ratio and lag come out so", (share, lag) => {
    const [first] = gaining(0).days as [number];
    const count = { found: 0, within: 0, near: 0, lag: 0, days: 0 };
    for (let seed = 0; seed < SEEDS; seed++) {
      const answer = substitutionOf(losing(seed, share, lag), gaining(seed), USERS);
      if (!answer.found) continue;
      count.found++;
      const truly = made(share, lag);
      if (answer.ratio.low <= truly && truly <= answer.ratio.high) count.within++;
      if (Math.abs(answer.ratio.value / truly - 1) <= 0.2) count.near++;
      if (answer.lag.low <= lag && lag <= answer.lag.high) count.lag++;
      if (Math.abs(answer.from - first - FROM) <= 1 && Math.abs(answer.to - first - TO) <= 1) count.days++;
    }
    // A shortfall of 3.6 percent of what was expected is told from chance in three of four, one of 6 percent in all.
    expect(count.found / SEEDS).toBeGreaterThanOrEqual(share < 1 ? 0.7 : 0.98);
    expect(count.within / count.found).toBeGreaterThanOrEqual(0.95);
    expect(count.near / count.found).toBeGreaterThanOrEqual(0.9);
    expect(count.lag / count.found).toBeGreaterThanOrEqual(0.95);
    expect(count.days / count.found).toBeGreaterThanOrEqual(0.95);
  });

  it.each(DISTURBANCES)("where nothing is lost, a shortfall is found in at most 5 of 100 series that are %s", (disturbance) => {
    let falsely = 0;
    for (let seed = 0; seed < SEEDS; seed++) if (substitutionOf(losing(seed, 0, 0, disturbance), gaining(seed), USERS).found) falsely++;
    expect(falsely / SEEDS).toBeLessThanOrEqual(0.05);
  });

  it("a series that falls slowly all the time has no shortfall for it", () => {
    let falsely = 0;
    for (let seed = 0; seed < SEEDS; seed++) {
      const { days, values } = losing(seed, 0);
      const falling = { days, values: values.map((value, day) => value * 0.998 ** day) };
      if (substitutionOf(falling, gaining(seed), USERS).found) falsely++;
    }
    expect(falsely / SEEDS).toBeLessThanOrEqual(0.05);
  });
});

describe("what cannot be compared is refused, with the reason", () => {
  const [lost, gained] = [losing(1, 1), gaining(1)];
  const from = (series: Series, first: number, until = 1e9): Series => {
    const kept = series.days.map((day, index) => ({ day, value: series.values[index] as number })).slice(first, until);
    return { days: kept.map(({ day }) => day), values: kept.map(({ value }) => value) };
  };

  it("ranks and means of a user are no amounts", () => {
    expect(substitutionOf(lost, gained, { over_time: "min", over_countries: "none" })).toEqual({ found: false, reason: "no_amount" });
    expect(substitutionOf(lost, gained, { over_time: "mean", over_countries: "none" })).toEqual({ found: false, reason: "no_amount" });
  });

  it("a series without a surge has no excess to compare; its reason is told", () => {
    expect(substitutionOf(lost, knownSeries(1, 0), USERS)).toEqual({ found: false, reason: "no_surge", surge: "spike" });
    expect(substitutionOf(lost, from(gained, 0, 7), USERS)).toMatchObject({ reason: "no_surge", surge: "few_days" });
  });

  it("too few days before, of either series, give no band", () => {
    expect(substitutionOf(lost, from(gained, 32), USERS)).toEqual({ found: false, reason: "no_band", of: "gaining", why: "few_days" });
    expect(substitutionOf(from(lost, 32), gained, USERS)).toEqual({ found: false, reason: "no_band", of: "losing", why: "few_days" });
    expect(substitutionOf({ days: [], values: [] }, gained, USERS)).toMatchObject({ reason: "no_band", of: "losing" });
  });

  it("a steep trend before gives none, either", () => {
    const steep = { ...lost, values: lost.values.map((value, day) => value * 1.03 ** day) };
    expect(substitutionOf(steep, gained, USERS)).toEqual({ found: false, reason: "no_band", of: "losing", why: "steep_trend" });
  });

  it("days that they do not share say nothing", () => {
    expect(substitutionOf(from(lost, 0, 44), gained, USERS)).toEqual({ found: false, reason: "few_days" });
  });

  it("a series that goes on as before has no shortfall, one that grows too has none", () => {
    expect(substitutionOf(losing(1, 0), gained, USERS)).toEqual({ found: false, reason: "no_shortfall" });
    expect(substitutionOf(losing(1, -1), gained, USERS)).toEqual({ found: false, reason: "no_shortfall" });
  });
});

describe("any pair", () => {
  const scaled = (series: Series, factor: number): Series => ({ ...series, values: series.values.map((value) => value * factor) });
  const moved = (series: Series, days: number): Series => ({ ...series, days: series.days.map((day) => day + days) });

  it("has the same ratio and lag in another unit; one series in another unit changes the ratio by as much", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.double({ min: 0.01, max: 100, noNaN: true }), (seed, factor) => {
        const [lost, gained] = [losing(seed, 1), gaining(seed)];
        const one = found(substitutionOf(lost, gained, USERS));
        const both = found(substitutionOf(scaled(lost, factor), scaled(gained, factor), USERS));
        expect(both.ratio.value).toBeCloseTo(one.ratio.value, 6);
        expect(both.excess.value / one.excess.value / factor).toBeCloseTo(1, 6);
        expect(both.lag).toEqual(one.lag);
        expect(found(substitutionOf(scaled(lost, factor), gained, USERS)).ratio.value * factor).toBeCloseTo(one.ratio.value, 6);
      }),
      { numRuns: 30 },
    );
  });

  it("moves with the calendar, a whole number of weeks at a time", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: -100, max: 100 }), (seed, weeks) => {
        const one = found(substitutionOf(losing(seed, 1), gaining(seed), USERS));
        const other = found(substitutionOf(moved(losing(seed, 1), 7 * weeks), moved(gaining(seed), 7 * weeks), USERS));
        expect(other.ratio).toEqual(one.ratio);
        expect([other.from, other.to, other.highest, other.lowest].map((day) => day - 7 * weeks)).toEqual([
          one.from,
          one.to,
          one.highest,
          one.lowest,
        ]);
      }),
      { numRuns: 30 },
    );
  });

  it("has ranges that hold what they are ranges of, and no day outside the days compared", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.double({ min: 0.5, max: 3, noNaN: true }), fc.integer({ min: -5, max: 10 }), (seed, share, lag) => {
        const answer = substitutionOf(losing(seed, share, lag), gaining(seed), USERS);
        if (!answer.found) return;
        for (const { low, value, high } of [answer.excess, answer.shortfall, answer.ratio, answer.lag]) {
          expect(low).toBeLessThanOrEqual(value);
          expect(value).toBeLessThanOrEqual(high);
        }
        for (const day of [answer.highest, answer.lowest]) {
          expect(day).toBeGreaterThanOrEqual(answer.from);
          expect(day).toBeLessThanOrEqual(answer.to);
        }
        expect(answer.days).toBe(answer.to - answer.from + 1);
      }),
      { numRuns: 60 },
    );
  });

  it("counts only days that both reported", () => {
    const [lost, gained] = [losing(3, 1), gaining(3)];
    const gap = (series: Series, at: number): Series => ({ days: series.days.toSpliced(at, 1), values: series.values.toSpliced(at, 1) });
    const whole = found(substitutionOf(lost, gained, USERS));
    expect(found(substitutionOf(gap(lost, 60), gained, USERS)).days).toBe(whole.days - 1);
    expect(found(substitutionOf(gap(lost, 60), gap(gained, 62), USERS)).days).toBe(whole.days - 2);
  });
});
