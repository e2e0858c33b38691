import { dailySeries } from "../../../data/analysis/daily.ts";
import { chosenTopics, topicsView } from "../../../data/chart/topics-view.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import type { Claim } from "../../../data/model/figure.ts";
import { knownView } from "../../../data/model/known-view.ts";
import type { DailySeries, SeriesTable } from "../../../data/model/series.ts";
import { ALL_TOPICS } from "../../../data/model/slug.ts";
import { dataView, encodeView, type View } from "../../../data/model/view.ts";
import { api, read, seriesQuery, vintageQuery } from "../../app/api.ts";
import type { Asked } from "../../app/asked.ts";
import { atOneVintage, catalogOf, useBeside } from "../../app/beside.ts";
import type { DataState } from "../../app/data.ts";

/** Every day of a metric by topic, and what the article claims. */
export interface TopicsLoaded {
  /** With a metric that has topics, and without what the catalog lacks. */
  view: View;
  catalog: Catalog;
  series: DailySeries[];
  claims: Claim[];
}

/**
 * A view as topics are drawn of it, without what the catalog lacks; and the one that asks for its series, the whole that
 * shares are of among them, or `null` where no topic has any.
 */
export function topicViews(view: View, catalog: Catalog): { known: View; asked: View | null } {
  const known = topicsView(knownView(view, catalog).view, catalog);
  const { topics } = chosenTopics(known, catalog);
  return { known, asked: topics.length > 0 ? { ...known, topics: [ALL_TOPICS, ...topics] } : null };
}

/**
 * The topics of a view. Which ones have data is known from the coverage in the catalog: where none has, no series are
 * asked for.
 *
 * @param data what {@link import("../../app/data.ts").useData} has of the same view: the catalog, and what failed before it came
 */
export function useTopics(view: View, data: DataState): Asked<TopicsLoaded> {
  const catalog = catalogOf(view, data);
  const views = catalog && topicViews({ ...view, vintage: data.loaded?.view.vintage ?? "newest" }, catalog);
  return useBeside(
    data,
    views ? `${encodeView(dataView(views.asked ?? views.known))} ${catalog.vintage}` : "",
    views &&
      (async (signal): Promise<TopicsLoaded> => {
        const { known, asked } = views;
        const init = { init: { signal } };
        const [told, ...tables] = await atOneVintage(known.vintage, catalog, (vintage) =>
          Promise.all([
            read<{ vintage: number; claims: Claim[] }>(api.claims.$get({ query: vintageQuery(vintage) }, init)),
            ...(asked ? [read<SeriesTable>(api.series.$get({ query: seriesQuery({ ...asked, vintage }) }, init))] : []),
          ]),
        );
        return { view: known, catalog, series: tables.flatMap((table) => dailySeries(table)), claims: told.claims };
      }),
  );
}
