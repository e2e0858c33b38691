import { useMemo } from "react";
import { dailySeries } from "../../data/analysis/daily.ts";
import { allCountriesView } from "../../data/model/all-countries.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import type { Figure } from "../../data/model/figure.ts";
import type { DailySeries, SeriesTable } from "../../data/model/series.ts";
import { dataView, encodeView, type View } from "../../data/model/view.ts";
import { api, read, seriesQuery, vintageQuery } from "./api.ts";
import type { Asked } from "./asked.ts";
import { atOneVintage, catalogOf, useBeside } from "./beside.ts";
import type { DataState } from "./data.ts";

/** What a page that shows every country has and waits for. */
export interface AllCountries extends Asked<AllLoaded> {
  /** The view as it can be shown: while other series come, that of the ones that are here. */
  shown: View;
}

/** Every day of a view's metric, platforms, topics and sources, in every country with data, `WORLD` among them. */
export interface AllLoaded {
  /** The view that was asked for, without what the catalog lacks, and with all of those countries. */
  view: View;
  catalog: Catalog;
  series: DailySeries[];
  /** Of those platforms, of any metric, in any country. */
  figures: Figure[];
}

/**
 * Every country of a view in one request: which ones have data is known from the coverage in the catalog.
 *
 * @param data what {@link import("./data.ts").useData} has of the same view: the catalog, and what failed before it came
 */
export function useAllCountries(view: View, data: DataState): AllCountries {
  const catalog = catalogOf(view, data);
  const asked = catalog && allCountriesView(data.pending ? view : { ...view, vintage: data.loaded?.view.vintage ?? "newest" }, catalog);
  const all = useBeside(
    data,
    asked ? `${encodeView(dataView(asked))} ${catalog.vintage}` : "",
    asked && (async (signal): Promise<AllLoaded> => ({ view: asked, catalog, ...(await valuesOf(asked, catalog, signal)) })),
  );
  const { loaded, pending } = all;
  const shown = useMemo((): View => {
    if (!loaded || !pending) return view;
    const { metric, platforms, topics, sources, vintage } = loaded.view;
    return { ...view, metric, platforms, topics, sources, vintage };
  }, [view, loaded, pending]);
  return { ...all, shown };
}

/** The series and the figures of such a view, as the vintage of its catalog has them. */
export async function valuesOf(
  view: View,
  catalog: Pick<Catalog, "vintage">,
  signal: AbortSignal,
): Promise<Pick<AllLoaded, "series" | "figures">> {
  const init = { init: { signal } };
  const platforms = view.platforms.join(",");
  const [table, { figures }] = await atOneVintage(view.vintage, catalog, (vintage) =>
    Promise.all([
      read<SeriesTable>(api.series.$get({ query: seriesQuery({ ...view, vintage }) }, init)),
      read<{ vintage: number; figures: Figure[] }>(api.figures.$get({ query: { platforms, ...vintageQuery(vintage) } }, init)),
    ]),
  );
  return { series: dailySeries(table), figures };
}
