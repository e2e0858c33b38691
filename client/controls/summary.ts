import type { Catalog } from "../../data/model/catalog.ts";
import { defaultView, sourcesOf, type View } from "../../data/model/view.ts";
import { wordsOf } from "../app/language.ts";
import { CONTROLS } from "./words.ts";

/** The topics of which a metric has any series. */
export function topicsOf(metric: string, catalog: Pick<Catalog, "coverage">): string[] {
  return [...new Set(catalog.coverage.filter((row) => row.metric === metric).flatMap((row) => row.topics))];
}

/** Whether the countries of a view can be added up: several, and a metric that adds up over them. */
export function addsUp(view: View, catalog: Pick<Catalog, "metrics">): boolean {
  const metric = catalog.metrics.find((known) => known.id === view.metric);
  return view.countries.length > 1 && metric?.over_countries === "sum";
}

/** Sources, on or off, with a series of the view's metric, platforms and countries. */
export function sourcesHere(view: View, catalog: Pick<Catalog, "coverage">): string[] {
  const rows = catalog.coverage.filter(
    (row) =>
      row.metric === view.metric &&
      view.platforms.includes(row.platform) &&
      row.countries.some((country) => view.countries.includes(country)),
  );
  return [...new Set(rows.map((row) => row.source))];
}

/** The sources in a few words: those that have data here, by kind. @example "2 modelled, figures" */
export function sourcesText(view: View, catalog: Pick<Catalog, "sources" | "coverage">): string {
  const words = wordsOf(CONTROLS);
  const on = sourcesOf(view, catalog);
  const ids = sourcesHere(view, catalog).filter((id) => on.includes(id));
  const here = catalog.sources.filter((source) => ids.includes(source.id));
  const kinds = [...new Set(here.map((source) => source.kind))];
  const lines =
    here.length === 0
      ? words.noSeries
      : here.length === 1
        ? (here[0]?.name ?? "")
        : kinds.length > 2
          ? words.sources(here.length)
          : words.kinds(kinds.map((kind) => [kind, here.filter((source) => source.kind === kind).length]));
  return view.figures ? words.withFigures(lines) : lines;
}

/** The countries in a few words. @example "United States"; "US, GB"; "US + GB" where they are added up */
export function countriesText(view: View, catalog: Catalog): string {
  const [first, ...others] = view.countries;
  if (first === undefined) return wordsOf(CONTROLS).nothing;
  if (others.length === 0) return catalog.countries.find((country) => country.id === first)?.name ?? first;
  const shown = view.countries.slice(0, 4).join(view.sum && addsUp(view, catalog) ? " + " : ", ");
  return view.countries.length > 4 ? wordsOf(CONTROLS).more(shown, view.countries.length - 4) : shown;
}

/** Whether anything but the vintage differs from the first page. */
export function isChanged(view: View): boolean {
  return JSON.stringify({ ...view, vintage: "newest" }) !== JSON.stringify(defaultView());
}
