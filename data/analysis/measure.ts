import type { DayNumber } from "../model/day.ts";
import type { Metric } from "../model/metric.ts";
import type { Measure } from "../model/view.ts";
import { type Dated, isWhole } from "./dated.ts";

/** What a measured value counts: itself, hundredths of a base, people of 100,000, hundredths of the value before, or places of a rank. */
export type MeasureUnit = "value" | "index" | "per100k" | "percent" | "places";

/** The index of the base day. */
export const INDEX_BASE = 100;
/** People for whom a value is given. */
export const PEOPLE = 100_000;

/**
 * The unit in which a measure of a metric is given; `null` where the measure says nothing of such a metric: a rank has no
 * index, and neither ranks nor minutes per user are amounts that could be shared out among people.
 *
 * @example measureUnit("weekchange", signups) // "percent"
 * @example measureUnit("daychange", appStoreRank) // "places"
 * @example measureUnit("per100k", sessionMinutes) // null
 */
export function measureUnit(measure: Measure, metric: Pick<Metric, "over_time" | "over_countries">): MeasureUnit | null {
  const rank = metric.over_time === "min";
  switch (measure) {
    case "value":
      return "value";
    case "index":
      return rank ? null : "index";
    case "per100k":
      return metric.over_countries === "sum" ? "per100k" : null;
    case "daychange":
    case "weekchange":
      return rank ? "places" : "percent";
  }
}

/** Why a series has no index: nothing on the base day, zero on it, or only part of its week or month. */
export type BaseRefusal = "missing" | "zero" | "incomplete";

export type Base<Value extends Dated> = { base: Value } | { refused: BaseRefusal };

/**
 * The value that an index of a series is relative to. An incomplete week or month is none, since it would make every
 * whole one look large beside it.
 *
 * @param values days ascending, in the metric's unit
 * @param day on which the base stands in `values`; `null` takes the first whole one above zero
 * @example baseOf([{ day: 3, value: 0, ... }, { day: 4, value: 20, ... }], null) // { base: { day: 4, value: 20, ... } }
 * @example baseOf([{ day: 3, value: 0, ... }], 3) // { refused: "zero" }
 */
export function baseOf<Value extends Dated>(values: readonly Value[], day: DayNumber | null): Base<Value> {
  if (day === null) {
    const first = values.find((value) => value.value > 0 && isWhole(value));
    if (first) return { base: first };
    return { refused: values.length === 0 ? "missing" : values.some((value) => value.value > 0) ? "incomplete" : "zero" };
  }
  const base = values.find((value) => value.day === day);
  if (!base) return { refused: "missing" };
  if (base.value <= 0) return { refused: "zero" };
  return isWhole(base) ? { base } : { refused: "incomplete" };
}

/**
 * A series as hundredths of a base: 100 is the base, 200 twice as much. An index rests on published figures where both
 * the value and the base do.
 *
 * @param base in the metric's unit, above zero
 * @throws RangeError where the base is zero or less
 * @example indexed([{ day: 1, value: 300, ... }], { value: 150, published: true })[0].value // 200
 */
export function indexed<Value extends Dated>(values: readonly Value[], base: Pick<Dated, "value" | "published" | "rough">): Value[] {
  if (!(base.value > 0)) throw new RangeError(`no index has a base of ${base.value}`);
  return values.map((one) => ({
    ...one,
    value: (one.value / base.value) * INDEX_BASE,
    published: one.published && base.published,
    rough: one.rough === true || base.rough === true,
    was: one.value,
  }));
}

/**
 * A series as it would be for 100,000 people of its country. The population is one number, of the year that the reference
 * names, whatever the day.
 *
 * @param population people; above zero
 * @example perPeople([{ day: 1, value: 3_400_000, ... }], 340_000_000)[0].value // 1000
 */
export function perPeople<Value extends Dated>(values: readonly Value[], population: number): Value[] {
  if (!(population > 0)) throw new RangeError(`nothing is shared out among ${population} people`);
  return values.map((one) => ({ ...one, value: (one.value / population) * PEOPLE, was: one.value }));
}

/** Changes of a series, and how many could not be told since the value before was zero. */
export interface Changes<Value extends Dated> {
  values: Value[];
  fromZero: number;
}

/**
 * The change of each value from the one before: in percent, or in places, where gaining some (from 5 to 2) is positive.
 * Without a value before there is no change: a gap leaves out the day after it, too. Incomplete weeks and months are left
 * out, on either side. Nothing is a percentage of zero; those are counted.
 *
 * @param values days ascending, in the metric's unit; those before the range among them
 * @param before the day on which the value before stands
 * @example changes([{ day: 1, value: 200, ... }, { day: 2, value: 300, ... }], (day) => day - 1, "percent").values
 * // [{ day: 2, value: 50, was: 300, ... }]
 */
export function changes<Value extends Dated>(
  values: readonly Value[],
  before: (day: DayNumber) => DayNumber,
  unit: "percent" | "places",
): Changes<Value> {
  const byDay = new Map(values.map((value) => [value.day, value]));
  let fromZero = 0;
  const changed = values.flatMap((one): Value[] => {
    const earlier = byDay.get(before(one.day));
    if (!earlier || !isWhole(one) || !isWhole(earlier)) return [];
    if (unit === "percent" && earlier.value <= 0) {
      fromZero++;
      return [];
    }
    const value = unit === "places" ? earlier.value - one.value : (one.value / earlier.value - 1) * 100;
    return [
      {
        ...one,
        value,
        published: one.published && earlier.published,
        rough: one.rough === true || earlier.rough === true,
        was: one.value,
      },
    ];
  });
  return { values: changed, fromZero };
}
