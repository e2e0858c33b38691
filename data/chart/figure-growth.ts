import { dayOf, numberOf } from "../model/day.ts";
import type { Figure } from "../model/figure.ts";
import { defaultView, type View } from "../model/view.ts";

/** Days beside a figure that is not in the usual range. */
const AROUND = 14;

/**
 * The view of the growth chart that points a figure out, or why there is none: `total` of several days have no place
 * on an axis of days, `metric`s that the catalog lacks have no chart.
 *
 * @example growthOf(figure, view).view?.figure // "rf003"
 * @example growthOf({ ...figure, metric_id: null }, view) // { view: null, why: "metric" }
 */
export function growthOf(
  figure: Figure,
  { vintage }: Pick<View, "vintage">,
): { view: View; why?: undefined } | { view: null; why: "total" | "metric" } {
  if (figure.metric_id === null) return { view: null, why: "metric" };
  if (figure.basis === "total" && figure.date_from !== figure.date_to) return { view: null, why: "total" };
  const usual = defaultView();
  const { from, to } = usual.range as { from: string; to: string };
  const inside = figure.date_from >= from && figure.date_to <= to;
  const around = { from: dayOf(numberOf(figure.date_from) - AROUND), to: dayOf(numberOf(figure.date_to) + AROUND) };
  return {
    view: {
      ...usual,
      metric: figure.metric_id,
      platforms: [figure.platform],
      countries: [figure.country],
      range: inside ? { from, to } : around,
      figure: figure.id,
      vintage,
    },
  };
}
