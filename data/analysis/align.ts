import { type DayNumber, numberOf } from "../model/day.ts";
import type { SurgeEvent } from "../model/figure.ts";
import type { Metric } from "../model/metric.ts";
import { type DailySeries, seriesId } from "../model/series.ts";
import type { View } from "../model/view.ts";
import { sumCountries } from "./sum.ts";
import { type NoSurgeReason, surgeOf } from "./surge.ts";

/** The value of `align` that puts day 0 on the onset of each series. */
export const OWN_ONSET = "onset";

/** The calendar day that is day 0 of a series, or why none is. */
export type Zero = { day: DayNumber } | { missing: NoSurgeReason };

/**
 * Day 0 of each series, by {@link seriesId}: the onset of its own surge, found in all of its days
 * (of a sum, those on which all of its countries reported), or the first day of an event, the same for all. `null` where a view asks for no alignment, or for an event that nobody knows.
 *
 * @param series all days of the series of the view; countries are added up where it says so
 * @example zerosOf({ ...view, align: "scotus-ruling" }, [us], metric, events) // Map { "rednote/US/all/default" => { day: 20105 } }
 */
export function zerosOf(
  view: Pick<View, "align" | "sum" | "countries">,
  series: readonly DailySeries[],
  metric: Pick<Metric, "over_time" | "over_countries">,
  events: readonly SurgeEvent[],
): Map<string, Zero> | null {
  if (view.align === "") return null;
  const shown = view.sum && metric.over_countries === "sum" ? sumCountries(series, view.countries, false) : series;
  if (view.align === OWN_ONSET) return new Map(shown.map((one) => [seriesId(one), onsetOf(one, metric)]));
  const event = events.find((known) => known.slug === view.align);
  if (!event) return null;
  const day = numberOf(event.date);
  return new Map(shown.map((one) => [seriesId(one), { day }]));
}

function onsetOf(series: DailySeries, metric: Pick<Metric, "over_time">): Zero {
  const surge = surgeOf(series, metric);
  return surge.found ? { day: surge.onset } : { missing: surge.reason };
}
