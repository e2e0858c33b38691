import { useEffect, useState } from "react";
import { dailySeries } from "../../data/analysis/daily.ts";
import { allCountriesView } from "../../data/model/all-countries.ts";
import type { Catalog } from "../../data/model/catalog.ts";
import type { Figure } from "../../data/model/figure.ts";
import type { DailySeries, SeriesTable } from "../../data/model/series.ts";
import { dataView, encodeView, type View } from "../../data/model/view.ts";
import { ApiError, api, read, seriesQuery } from "./api.ts";
import type { DataState } from "./data.ts";
import { heldToken, useToken } from "./token.ts";

/** What a page that shows every country has and waits for. The last series stay while newer ones come. */
export interface AllCountries {
  /** `null` until the first are here. */
  loaded: AllLoaded | null;
  pending: boolean;
  /** Why the series are not here, in one sentence. */
  failure: string | null;
  /** Whether they are not here for want of a token that may read. */
  locked: boolean;
  retry: () => void;
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

interface State {
  key: string;
  loaded: AllLoaded | null;
  failure: string | null;
  locked: boolean;
}

/**
 * Every country of a view in one request: which ones have data is known from the coverage in the catalog.
 *
 * @param data what {@link import("./data.ts").useData} has of the same view: the catalog, and what failed before it came
 */
export function useAllCountries(view: View, data: DataState): AllCountries {
  const { turn } = useToken();
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<State>({ key: "", loaded: null, failure: null, locked: false });
  const catalog = catalogOf(view, data);
  const asked = catalog && allCountriesView(data.pending ? view : { ...view, vintage: data.loaded?.view.vintage ?? "newest" }, catalog);
  const key = asked ? `${encodeView(dataView(asked))} ${catalog.vintage} ${turn}` : "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the view and the catalog that matters here
  useEffect(() => {
    if (!asked) return;
    const abort = new AbortController();
    Promise.all([seriesOf(asked, abort.signal), figuresOf(asked, abort.signal)]).then(
      ([series, figures]) => {
        if (!abort.signal.aborted) setState({ key, loaded: { view: asked, catalog, series, figures }, failure: null, locked: false });
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

/** The catalog of the view's vintage, as soon as it is known: other parameters do not change it. */
function catalogOf(view: View, { loaded, pending }: DataState): Catalog | null {
  return loaded && (!pending || loaded.view.vintage === view.vintage) ? loaded.catalog : null;
}

async function seriesOf(view: View, signal: AbortSignal): Promise<DailySeries[]> {
  return dailySeries(await read<SeriesTable>(api.series.$get({ query: seriesQuery(view) }, { init: { signal } })));
}

async function figuresOf({ platforms, vintage }: View, signal: AbortSignal): Promise<Figure[]> {
  const query = { platforms: platforms.join(","), ...(vintage === "newest" ? {} : { vintage: String(vintage) }) };
  return (await read<{ figures: Figure[] }>(api.figures.$get({ query }, { init: { signal } }))).figures;
}
