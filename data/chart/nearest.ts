import type { Catalog } from "../model/catalog.ts";
import { numberOf } from "../model/day.ts";
import { ALL_TOPICS } from "../model/slug.ts";
import { defaultView, sourcesOf, type View } from "../model/view.ts";
import { CHART } from "./chart-words.ts";
import { ENGLISH_FORMAT } from "./format.ts";
import type { Speech } from "./lines.ts";
import { nameOf } from "./names.ts";

/** A view with data beside one without, and what it shows. */
export interface NearestView {
  view: View;
  text: string;
}

/**
 * The nearest view that has data, for one that has none: other days of the same series, else all topics, else
 * other countries, else other platforms of the same metric, else the first page. A sum that no day has falls apart into its countries.
 * `null` where there are no data at all.
 */
export function nearestView(
  view: View,
  catalog: Catalog,
  speech: Speech = { words: CHART.english, format: ENGLISH_FORMAT },
): NearestView | null {
  const { words, format } = speech;
  const sources = sourcesOf(view, catalog);
  const ofMetric = catalog.coverage.filter((entry) => entry.metric === view.metric && sources.includes(entry.source));
  const ofPlatforms = ofMetric.filter((entry) => view.platforms.includes(entry.platform));
  const same = ofPlatforms.filter((entry) => entry.countries.some((country) => view.countries.includes(country)));
  if (same.length > 0 && !same.some((entry) => entry.topics.some((topic) => view.topics.includes(topic))))
    return { view: { ...view, topics: [ALL_TOPICS] }, text: words.show.topics };
  if (same.length > 0 && view.sum && view.countries.length > 1) return { view: { ...view, sum: false }, text: words.show.countries };
  if (same.length > 0) {
    const first = same.map((entry) => entry.first).sort()[0] as string;
    const last = same
      .map((entry) => entry.last)
      .sort()
      .at(-1) as string;
    return {
      view: { ...view, range: "all" },
      text: words.show.days(format.dayWithYear(numberOf(first)), format.dayWithYear(numberOf(last))),
    };
  }
  const countries = ofPlatforms[0]?.countries.slice(0, 1);
  if (countries?.[0])
    return { view: { ...view, countries, range: "all" }, text: words.show.place(words.place(countries[0], catalog.countries)) };
  const other = ofMetric[0];
  if (!other) return catalog.coverage.length === 0 ? null : { view: { ...defaultView(), vintage: view.vintage }, text: words.show.first };
  return {
    view: { ...view, platforms: [other.platform], countries: other.countries.slice(0, 1), range: "all" },
    text: words.show.place(
      [nameOf(catalog.platforms, other.platform), words.place(other.countries[0] ?? "", catalog.countries)].join(words.comma),
    ),
  };
}
