import { platformColors } from "../../data/chart/palette.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import type { Figure } from "../../data/model/figure.ts";
import { ALL_TOPICS, WORLD } from "../../data/model/slug.ts";
import { sourcesOf, type View } from "../../data/model/view.ts";
import { language, wordsOf } from "../app/language.ts";
import type { Option } from "./Listbox.tsx";
import { PANEL } from "./panel-words.ts";
import { REACHES, type Reach, reachOf } from "./reach.ts";
import { countryWords, flagOf } from "./search.ts";
import { sourcesHere, topicsOf } from "./summary.ts";

/** Metrics with their unit; those of which nothing is known here come last. */
export function metricOptions(view: View, catalog: Catalog, figures: readonly Figure[]): Option[] {
  const words = wordsOf(PANEL);
  const reach = reachOf("metric", view, catalog, figures);
  return byReach(
    catalog.metrics.map((metric) => {
      const known = reach(metric.id);
      const detail = known === "lines" ? metric.unit : words.withReach(metric.unit, words.reach[known]);
      return { id: metric.id, name: metric.name, detail, faint: isFaint(known), group: isFaint(known) ? 1 : 0 };
    }),
    (option) => (option.faint ? 1 : 0),
  );
}

/** Platforms in the order of what has data, each with the colour that it has in the chart. */
export function platformOptions(view: View, catalog: Catalog, figures: readonly Figure[]): Option[] {
  const reach = reachOf("platforms", view, catalog, figures);
  const colors = platformColors(view.platforms);
  return byReach(
    catalog.platforms.map((platform) => ({
      ...withReach(platform, reach(platform.id)),
      color: colors.get(platform.id) ?? null,
      stays: isOnly(view.platforms, platform.id),
    })),
    (option) => REACHES.indexOf(reach(option.id)),
  );
}

/** Countries: the chosen ones on top, then those with data, each group by name. */
export function countryOptions(view: View, catalog: Catalog, figures: readonly Figure[]): Option[] {
  const reach = reachOf("countries", view, catalog, figures);
  const rank = (id: string) => (view.countries.includes(id) ? -1 : REACHES.indexOf(reach(id)));
  return byReach(
    [...catalog.countries]
      .sort(
        (a, b) => Number(b.id === WORLD) - Number(a.id === WORLD) || a.name.localeCompare(b.name, language() === "en" ? "en" : "zh-Hans"),
      )
      .map((country) => ({
        ...withReach(country, reach(country.id)),
        group: rank(country.id),
        flag: flagOf(country.id),
        words: countryWords(country.id),
        stays: isOnly(view.countries, country.id),
      })),
    (option) => rank(option.id),
  );
}

/** Topics that the metric has. */
export function topicOptions(view: View, catalog: Catalog, figures: readonly Figure[]): Option[] {
  const reach = reachOf("topics", view, catalog, figures);
  const ids = new Set([ALL_TOPICS, ...topicsOf(view.metric, catalog), ...view.topics]);
  return catalog.topics
    .filter((topic) => ids.has(topic.id))
    .map((topic) => ({ ...withReach(topic, reach(topic.id)), stays: isOnly(view.topics, topic.id) }));
}

/** Sources with their kind and how they are made; those without data here later, the made-up one last. */
export function sourceOptions(view: View, catalog: Catalog): Option[] {
  const words = wordsOf(PANEL);
  const chosen = sourcesOf(view, catalog);
  const here = sourcesHere(view, catalog);
  return byReach(
    catalog.sources.map(({ id, name, kind, method }) => {
      const madeUp = kind === "illustrative";
      const known = here.includes(id);
      const text = madeUp ? words.madeUp : words.clause(method);
      const detail = known ? text : words.noDataHere(text);
      return { id, name, kind, detail, faint: !known, group: madeUp ? 2 : known ? 0 : 1, stays: isOnly(chosen, id) };
    }),
    (option) => option.group,
  );
}

function withReach(entry: { id: string; name: string }, reach: Reach): Option {
  return {
    id: entry.id,
    name: entry.name,
    detail: wordsOf(PANEL).reach[reach] || undefined,
    faint: isFaint(reach),
    group: REACHES.indexOf(reach),
  };
}

function isFaint(reach: Reach): boolean {
  return reach === "elsewhere" || reach === "none";
}

function isOnly(chosen: readonly string[], id: string): boolean {
  return chosen.length === 1 && chosen[0] === id;
}

function byReach<Entry extends Option>(options: Entry[], rank: (option: Entry) => number): Entry[] {
  return options.toSorted((a, b) => rank(a) - rank(b));
}
