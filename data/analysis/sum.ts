import type { DailySeries } from "../model/series.ts";
import { WORLD } from "../model/slug.ts";

/** A sum over countries by day, with how many of them reported each day. */
export interface CountrySum extends DailySeries {
  /** As long as `days`. */
  reported: number[];
}

/**
 * Adds the chosen countries of each (platform, topic, source), day by day. A day is left out unless all of the
 * countries report it; with `partial`, unless none does. WORLD is a series of its own and never part of a sum.
 *
 * Only for metrics whose `over_countries` is `sum`. Nothing is added over platforms, topics or sources.
 *
 * @example
 * // US reports 1 on day 5 and 2 on day 6, GB 10 on day 5:
 * sumCountries([us, gb], ["US", "GB"], false)[0] // { country: "US+GB", days: [5], values: [11], reported: [2] }
 */
export function sumCountries(series: readonly DailySeries[], chosen: readonly string[], partial: boolean): CountrySum[] {
  const countries = chosen.filter((country) => country !== WORLD);
  const groups = new Map<string, DailySeries[]>();
  for (const one of series) {
    if (!countries.includes(one.country)) continue;
    const name = `${one.platform}/${one.topic}/${one.source}`;
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return [...groups.values()].map((group) => {
    const totals = new Map<number, { value: number; reported: number }>();
    for (const one of group) {
      one.days.forEach((day, index) => {
        const total = totals.get(day) ?? { value: 0, reported: 0 };
        total.value += one.values[index] as number;
        total.reported++;
        totals.set(day, total);
      });
    }
    const days = [...totals.keys()].filter((day) => partial || totals.get(day)?.reported === countries.length).sort((a, b) => a - b);
    const [first] = group as [DailySeries, ...DailySeries[]];
    return {
      ...first,
      country: countries.join("+"),
      days,
      values: days.map((day) => totals.get(day)?.value as number),
      reported: days.map((day) => totals.get(day)?.reported as number),
    };
  });
}
