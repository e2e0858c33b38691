import type { Catalog } from "./catalog.ts";
import { knownView } from "./known-view.ts";
import { sourcesOf, type View } from "./view.ts";

/**
 * The same view in every country with data, in the order of the catalog, without what the catalog lacks; as it is where
 * no country has any.
 *
 * @example allCountriesView({ ...defaultView(), sources: ["illustrative"] }, catalog).countries // ["US", "GB", "DE", ...]
 */
export function allCountriesView(view: View, catalog: Catalog): View {
  const known = knownView(view, catalog).view;
  const sources = sourcesOf(known, catalog);
  const having = new Set(
    catalog.coverage
      .filter((row) => row.metric === known.metric && known.platforms.includes(row.platform) && sources.includes(row.source))
      .flatMap((row) => row.countries),
  );
  const countries = catalog.countries.map((country) => country.id).filter((id) => having.has(id));
  return countries.length > 0 ? { ...known, countries } : known;
}
