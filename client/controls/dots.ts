import { type DayNumber, numberOf } from "../../data/model/day.ts";
import type { Figure, SurgeEvent } from "../../data/model/figure.ts";
import { WORLD } from "../../data/model/slug.ts";
import { MAX_DAYS, type View } from "../../data/model/view.ts";

/** What is known of a day, for its cell in the calendar. */
export interface DayDots {
  /** Platforms with a published figure for it, in the order of the view. */
  platforms: string[];
  /** Titles of its events. */
  events: string[];
}

/** The days with a published level of the view's metric or an event of its platforms and countries. */
export function dayDots(view: View, figures: readonly Figure[], events: readonly SurgeEvent[]): Map<DayNumber, DayDots> {
  const days = new Map<DayNumber, DayDots>();
  const each = (from: string, to: string, note: (dots: DayDots) => void) => {
    const last = Math.min(numberOf(to), numberOf(from) + MAX_DAYS);
    for (let day = numberOf(from); day <= last; day++) {
      const dots = days.get(day) ?? { platforms: [], events: [] };
      days.set(day, dots);
      note(dots);
    }
  };
  for (const platform of view.platforms)
    for (const figure of figures) {
      if (figure.platform !== platform || figure.metric_id !== view.metric || !view.countries.includes(figure.country)) continue;
      if (figure.basis === "total" || figure.estimate_kind === "untraceable") continue;
      each(figure.date_from, figure.date_to, (dots) => {
        if (!dots.platforms.includes(platform)) dots.platforms.push(platform);
      });
    }
  for (const event of events) {
    const here = event.countries.some((country) => country === WORLD || view.countries.includes(country) || view.countries.includes(WORLD));
    if (here && event.platforms.some((platform) => view.platforms.includes(platform)))
      each(event.date, event.until ?? event.date, (dots) => dots.events.push(event.title));
  }
  return days;
}
