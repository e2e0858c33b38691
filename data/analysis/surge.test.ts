import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DayNumber, dayOf, numberOf } from "../model/day.ts";
import { bandRefused } from "./band.ts";
import { covered, DISTURBANCES, falseIn, foundIn, knownSeries, USERS } from "./surge.fixture.ts";
import { type Surge, type SurgeAnswer, surgeOf } from "./surge.ts";
import { ACCURACY_SERIES, BAND_COVERAGE, FALSE_SURGES, SURGE_ACCURACY, type SurgeAccuracy } from "./surge-accuracy.ts";

const SEEDS = ACCURACY_SERIES;
/** One series of them, in percent: as far as the arithmetic of another version of Node may move a count. */
const ONE = 100 / SEEDS;
const FIRST = numberOf("2025-01-01");

/** Days in a row from 1 January 2025. */
function series(values: readonly number[]): { days: DayNumber[]; values: number[] } {
  return { days: values.map((_, index) => FIRST + index), values: [...values] };
}

function found(answer: SurgeAnswer): Surge {
  if (!answer.found) throw new Error(`no surge: ${answer.reason}`);
  return answer;
}

/** What the Method page says is what is measured. */
function expectTold(rates: SurgeAccuracy) {
  const told = SURGE_ACCURACY.find(({ peak }) => peak === rates.peak);
  for (const [name, rate] of Object.entries(rates))
    if (name !== "peak") expect([name, Math.abs(rate - (told?.[name as keyof SurgeAccuracy] ?? Number.NaN)) <= ONE]).toEqual([name, true]);
}

const flat = (count: number, value = 1000) => Array.from({ length: count }, () => value);

describe("surges whose truth is known", () => {
  it.each([1_200_000, 3_100_000])("of %d at the peak are found with their onset, peak, half-life and retained share", (peak) => {
    const rates = foundIn(peak, SEEDS);
    expect(rates.found).toBe(100);
    expect(rates.onsetWithinADay).toBeGreaterThanOrEqual(95);
    expect(rates.peakWithinADay).toBeGreaterThanOrEqual(97);
    expect(rates.peakExact).toBeGreaterThanOrEqual(80);
    expect(rates.halfLife).toBeGreaterThanOrEqual(95);
    expect(rates.retained).toBeGreaterThanOrEqual(95);
    expectTold(rates);
  });

  it("of 600,000 are found, and hardly ever at the wrong time", () => {
    const rates = foundIn(600_000, SEEDS);
    expect(rates.found).toBeGreaterThanOrEqual(99);
    expect(rates.onsetWithinADay).toBeGreaterThanOrEqual(90);
    expectTold(rates);
  });

  it.each(DISTURBANCES)("are found in at most 5 of 100 series that have none but are %s", (disturbance) => {
    const share = falseIn(disturbance, SEEDS);
    expect(share).toBeLessThanOrEqual(5);
    expect(Math.abs(FALSE_SURGES[disturbance] - share)).toBeLessThanOrEqual(ONE);
  });

  it("leave a band that holds about 95 of 100 days to come, and 88 where a day is like the day before", () => {
    const share = covered("independent", SEEDS);
    expect(share).toBeGreaterThanOrEqual(92);
    expect(share).toBeLessThanOrEqual(97);
    expect(BAND_COVERAGE.independent).toBeCloseTo(share, 1);
    const alike = covered("alike", SEEDS);
    expect(alike).toBeGreaterThanOrEqual(88);
    expect(BAND_COVERAGE.alike).toBeCloseTo(alike, 1);
  });
});

describe("a surge without noise", () => {
  const rise = [1500, 2500, 4000];
  const decay = Array.from({ length: 40 }, (_, day) => 1200 + 2800 * 2 ** (-(day + 1) / 5));
  const surge = found(surgeOf(series([...flat(28), ...rise, ...decay]), USERS));

  it("gives back what it was made of", () => {
    expect(surge.level).toBeCloseTo(1000, 6);
    expect(dayOf(surge.onset)).toBe("2025-01-29");
    expect(dayOf(surge.peak.day)).toBe("2025-01-31");
    expect(surge.daysToPeak).toBe(2);
    expect(surge.multiple).toBeCloseTo(4, 1);
    expect(surge.decay?.halfLife.days).toBeCloseTo(5, 1);
    expect(surge.decay?.plateau).toBeCloseTo(1200, -1);
    expect(surge.retained[7]).toBeCloseTo((1200 + 2800 * 2 ** (-7 / 5) - 1000) / 3000, 1);
  });

  it("counts the excess above the expected level, with the range of the band", () => {
    const { excess } = surge;
    const made = [...rise, ...decay].reduce((sum, value) => sum + value - 1000, 0);
    expect(excess?.value).toBeCloseTo(made, -2);
    expect(excess?.low).toBeLessThan(made);
    expect(excess?.high).toBeGreaterThan(made);
  });

  it("says how many days of the surge its excess lacks, where nobody reported them", () => {
    const all = series([...flat(28), ...rise, ...decay]);
    const without = (from: number, to: number) => {
      const kept = all.days.map((_, index) => index).filter((index) => index < from || index >= to);
      return found(surgeOf({ days: kept.map((at) => all.days[at] as number), values: kept.map((at) => all.values[at] as number) }, USERS));
    };
    expect(surge.excess?.unreported).toBe(0);
    const gap = without(33, 36);
    expect(gap.excess?.unreported).toBe(3);
    expect(gap.excess?.value).toBeLessThan((surge.excess?.value as number) - 3 * 1000);
    // Days before the onset are no part of the sum.
    expect(without(10, 12).excess?.unreported).toBe(0);
  });

  it("is too early to tell of its half-life where fewer than 21 days follow the peak", () => {
    const early = found(surgeOf(series([...flat(28), ...rise, ...decay.slice(0, 20)]), USERS));
    expect(early.decayMissing).toBe("too_early");
    expect(early.decay).toBeUndefined();
    expect(early.retained).toEqual({ 7: null, 14: null, 28: null });
    expect(found(surgeOf(series([...flat(28), ...rise, ...decay.slice(0, 21)]), USERS)).decay).toBeDefined();
  });

  it("that stays up has no half-life, because nothing falls", () => {
    const stays = found(surgeOf(series([...flat(28), ...rise, ...flat(40, 4000)]), USERS));
    expect(stays.decay).toBeUndefined();
    expect(stays.decayMissing).toBe("other_shape");
    expect(stays.retained[28]).toBeCloseTo(1, 6);
  });

  it("keeps a share open where a day of its week is missing", () => {
    const whole = series([...flat(28), ...rise, ...decay]);
    const kept = whole.days.map((day, index) => ({ day, value: whole.values[index] as number })).filter(({ day }) => day !== FIRST + 38);
    const gap = found(surgeOf({ days: kept.map(({ day }) => day), values: kept.map(({ value }) => value) }, USERS));
    expect(gap.retained[7]).toBeNull();
    expect(gap.retained[14]).not.toBeNull();
  });
});

describe("no surge is an answer, with its reason", () => {
  it.each([
    ["few_days", flat(7)],
    ["high_from_the_start", [...flat(4, 5000), ...flat(40)]],
    ["no_rise", flat(60)],
    ["spike", [...flat(30), 4000, 3900, ...flat(30)]],
    ["too_small", [...flat(30), ...flat(30, 1300)]],
  ] as const)("%s", (reason, values) => {
    expect(surgeOf(series(values), USERS)).toMatchObject({ found: false, reason });
  });

  it("a rank has none: the smallest is the best", () => {
    expect(surgeOf(series([...flat(30, 5), ...flat(10, 90)]), { over_time: "min" })).toEqual({ found: false, reason: "rank" });
  });

  it("days of zero have no logarithm and are left out, and nothing but zeros is too few days", () => {
    expect(surgeOf(series(flat(60, 0)), USERS)).toMatchObject({ reason: "few_days" });
    const values = [...flat(28), 2000, 3000, 4000, ...flat(30, 3000)];
    values[10] = 0;
    expect(dayOf(found(surgeOf(series(values), USERS)).onset)).toBe("2025-01-29");
  });
});

describe("a band", () => {
  it("is refused where too few days tell the weekdays, and where the baseline itself runs away", () => {
    const short = found(surgeOf(series([...flat(6), 2300, 3400, 3400, 3400, 3300, 3000, 2800]), USERS));
    expect(bandRefused(short.baseline)).toBe("few_days");
    expect(short.excess).toBeUndefined();
    const growing = Array.from({ length: 40 }, (_, day) => 1000 * 1.03 ** day);
    const steep = surgeOf(series([...growing, 9000, 12_000, 15_000, ...flat(25, 12_000)]), USERS);
    if (steep.found) expect(bandRefused(steep.baseline)).toBe("steep_trend");
  });
});

describe("any series", () => {
  const size = fc.double({ min: 0.01, max: 1000, noNaN: true });

  it("has the same days and multiples in another unit", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.constantFrom(0, 600_000, 3_100_000), size, (seed, peak, factor) => {
        const one = knownSeries(seed, peak);
        const [a, b] = [surgeOf(one, USERS), surgeOf({ days: one.days, values: one.values.map((value) => value * factor) }, USERS)];
        expect(b.found).toBe(a.found);
        if (!a.found || !b.found) return;
        expect([b.onset, b.peak.day]).toEqual([a.onset, a.peak.day]);
        expect(b.level / a.level / factor).toBeCloseTo(1, 6);
        expect(b.multiple).toBeCloseTo(a.multiple, 6);
      }),
      { numRuns: 60 },
    );
  });

  it("moves with the calendar, a whole number of weeks at a time", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: -100, max: 100 }), (seed, weeks) => {
        const one = knownSeries(seed, 1_200_000);
        const moved = found(surgeOf({ days: one.days.map((day) => day + 7 * weeks), values: one.values }, USERS));
        const still = found(surgeOf(one, USERS));
        expect(moved.onset - still.onset).toBe(7 * weeks);
        expect(moved.peak).toEqual({ ...still.peak, day: still.peak.day + 7 * weeks });
      }),
      { numRuns: 40 },
    );
  });
});
