import type { Catalog } from "../../../data/model/catalog.ts";
import { ALL_TOPICS } from "../../../data/model/slug.ts";
import { sourcesOf, type View } from "../../../data/model/view.ts";
import { withSources } from "../../controls/choices.ts";

/** How many topics made-up sources have, and the view that shows them. */
export interface MadeUp {
  topics: number;
  view: View;
}

/** The view with its made-up sources that have topics switched on; `null` where none is off that would add any. */
export function withMadeUp(view: View, catalog: Catalog): MadeUp | null {
  const on = sourcesOf(view, catalog);
  const made = catalog.sources.filter((source) => source.kind === "illustrative" && !on.includes(source.id)).map((source) => source.id);
  const rows = catalog.coverage.filter((row) => made.includes(row.source) && row.metric === view.metric && row.topics.length > 1);
  if (rows.length === 0) return null;
  const platforms = rows.some((row) => view.platforms.includes(row.platform)) ? view.platforms : [rows[0]?.platform ?? ""];
  const countries = rows.flatMap((row) => row.countries);
  const order = catalog.sources.map((source) => source.id).filter((id) => on.includes(id) || rows.some((row) => row.source === id));
  const here = view.countries.some((country) => countries.includes(country));
  return {
    topics: new Set(rows.flatMap((row) => row.topics).filter((topic) => topic !== ALL_TOPICS)).size,
    view: { ...withSources(view, order, catalog), platforms, countries: here ? view.countries : countries.slice(0, 1) },
  };
}

/** The view without any made-up source. */
export function withoutMadeUp(view: View, catalog: Catalog): View {
  const made = new Set(catalog.sources.filter((source) => source.kind === "illustrative").map((source) => source.id));
  const kept = sourcesOf(view, catalog).filter((id) => !made.has(id));
  return kept.length > 0 ? withSources(view, kept, catalog) : { ...view, sources: [] };
}
