import { useEffect, useState } from "react";
import { dailySeries } from "../../../data/analysis/daily.ts";
import { chosenTopics, topicsView } from "../../../data/chart/topics-view.ts";
import type { Catalog } from "../../../data/model/catalog.ts";
import type { Claim } from "../../../data/model/figure.ts";
import { knownView } from "../../../data/model/known-view.ts";
import type { DailySeries, SeriesTable } from "../../../data/model/series.ts";
import { ALL_TOPICS } from "../../../data/model/slug.ts";
import { dataView, encodeView, type View } from "../../../data/model/view.ts";
import { ApiError, api, read, seriesQuery } from "../../app/api.ts";
import type { DataState } from "../../app/data.ts";
import { heldToken, useToken } from "../../app/token.ts";

/** What the page of topics has and waits for. The last pictures stay while newer ones come. */
export interface TopicsState {
  loaded: TopicsLoaded | null;
  pending: boolean;
  /** Why it is not here, in one sentence. */
  failure: string | null;
  locked: boolean;
  retry: () => void;
}

/** Every day of a metric by topic, and what the article claims. */
export interface TopicsLoaded {
  /** With a metric that has topics, and without what the catalog lacks. */
  view: View;
  catalog: Catalog;
  series: DailySeries[];
  claims: Claim[];
}

interface State {
  key: string;
  loaded: TopicsLoaded | null;
  failure: string | null;
  locked: boolean;
}

/**
 * The topics of a view. Which ones have data is known from the coverage in the catalog: where none has, no series are
 * asked for.
 *
 * @param data what {@link import("../../app/data.ts").useData} has of the same view: the catalog, and what failed before it came
 */
export function useTopics(view: View, data: DataState): TopicsState {
  const { turn } = useToken();
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<State>({ key: "", loaded: null, failure: null, locked: false });
  const catalog = data.loaded && (!data.pending || data.loaded.view.vintage === view.vintage) ? data.loaded.catalog : null;
  const known = catalog && topicsView(knownView({ ...view, vintage: data.loaded?.view.vintage ?? "newest" }, catalog).view, catalog);
  const topics = known && catalog ? chosenTopics(known, catalog).topics : [];
  const asked = known && { ...known, topics: [ALL_TOPICS, ...topics] };
  const key = asked && catalog ? `${encodeView(dataView(asked))} ${catalog.vintage} ${turn}` : "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the view and the catalog that matters here
  useEffect(() => {
    if (!asked || !known || !catalog) return;
    const abort = new AbortController();
    const series = topics.length > 0 ? seriesOf(asked, abort.signal) : Promise.resolve([]);
    Promise.all([series, claimsOf(asked, abort.signal)]).then(
      ([found, claims]) => {
        if (!abort.signal.aborted) setState({ key, loaded: { view: known, catalog, series: found, claims }, failure: null, locked: false });
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const locked = error instanceof ApiError && error.isLocked;
        const failure = error instanceof Error ? error.message : String(error);
        // Without a token nothing stays on the page that took one to read.
        const gone = locked && heldToken().refusal === null;
        setState((before) => ({ key, loaded: gone ? null : before.loaded, failure: locked ? null : failure, locked }));
      },
    );
    return () => abort.abort();
  }, [key, tries]);
  const own = state.key === key && asked !== null;
  return {
    loaded: data.loaded ? state.loaded : null,
    pending: own ? false : asked !== null || data.pending,
    failure: own ? state.failure : data.failure,
    locked: state.locked || data.locked,
    retry: () => {
      setState((before) => ({ ...before, key: "", failure: null }));
      setTries((count) => count + 1);
      if (!own) data.retry();
    },
  };
}

async function seriesOf(view: View, signal: AbortSignal): Promise<DailySeries[]> {
  return dailySeries(await read<SeriesTable>(api.series.$get({ query: seriesQuery(view) }, { init: { signal } })));
}

async function claimsOf({ vintage }: View, signal: AbortSignal): Promise<Claim[]> {
  const query = vintage === "newest" ? {} : { vintage: String(vintage) };
  return (await read<{ claims: Claim[] }>(api.claims.$get({ query }, { init: { signal } }))).claims;
}
