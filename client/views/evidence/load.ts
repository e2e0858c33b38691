import { useEffect, useState } from "react";
import type { Catalog } from "../../../data/model/catalog.ts";
import type { Claim, Figure } from "../../../data/model/figure.ts";
import type { View } from "../../../data/model/view.ts";
import { ApiError, api, read } from "../../app/api.ts";
import type { DataState } from "../../app/data.ts";
import { heldToken, useToken } from "../../app/token.ts";

/** Every figure and claim of a vintage. */
export interface EvidenceLoaded {
  catalog: Catalog;
  figures: Figure[];
  claims: Claim[];
}

/** What the page has and waits for. The last figures stay while others come, and when they do not. */
export interface EvidenceState {
  loaded: EvidenceLoaded | null;
  pending: boolean;
  failure: string | null;
  locked: boolean;
  retry: () => void;
}

interface State {
  key: string;
  loaded: EvidenceLoaded | null;
  failure: string | null;
  locked: boolean;
}

/** The figures and claims of the view's vintage: filters and the slider then ask nobody. */
export function useEvidence(view: View, data: DataState): EvidenceState {
  const { turn } = useToken();
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<State>({ key: "", loaded: null, failure: null, locked: false });
  // Platforms and countries change no catalog: no need to wait for the series of others.
  const catalog = data.loaded && (!data.pending || data.loaded.view.vintage === view.vintage) ? data.loaded.catalog : null;
  const key = catalog ? `${catalog.vintage} ${turn}` : "";
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the catalog that matters here
  useEffect(() => {
    if (!catalog) return;
    const abort = new AbortController();
    evidenceAt(catalog, abort.signal).then(
      (loaded) => {
        if (!abort.signal.aborted) setState({ key, loaded, failure: null, locked: false });
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
  const own = catalog !== null && state.key === key;
  return {
    loaded: data.loaded ? state.loaded : null,
    pending: own ? false : catalog !== null || data.pending,
    failure: own ? state.failure : data.failure,
    locked: state.locked || data.locked,
    retry: () => {
      setState((before) => ({ ...before, key: "", failure: null }));
      setTries((count) => count + 1);
      if (!own) data.retry();
    },
  };
}

async function evidenceAt(catalog: Catalog, signal: AbortSignal): Promise<EvidenceLoaded> {
  const query = { vintage: String(catalog.vintage) };
  const [{ figures }, { claims }] = await Promise.all([
    read<{ figures: Figure[] }>(api.figures.$get({ query }, { init: { signal } })),
    read<{ claims: Claim[] }>(api.claims.$get({ query }, { init: { signal } })),
  ]);
  return { catalog, figures, claims };
}
