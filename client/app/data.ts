import { useEffect, useState } from "react";
import { dataView, encodeView, type View } from "../../data/model/view.ts";
import { type Loaded, loadData } from "./api.ts";

/** What a page has and waits for. The last data stay while newer ones come, and when they do not. */
export interface DataState {
  loaded: Loaded | null;
  pending: boolean;
  /** Why the data of this view are not here, in one sentence. */
  failure: string | null;
  retry: () => void;
}

/**
 * The data of a view. Asked for again only when what must be read changes: a range, an interval or a scale is cut from
 * what is here.
 */
export function useData(view: View): DataState {
  const key = encodeView(dataView(view));
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<{ key: string; loaded: Loaded | null; failure: string | null }>({
    key: "",
    loaded: null,
    failure: null,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the view that matters here
  useEffect(() => {
    const abort = new AbortController();
    loadData(view, abort.signal).then(
      (loaded) => setState({ key, loaded, failure: null }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setState((before) => ({ key, loaded: before.loaded, failure: error instanceof Error ? error.message : String(error) }));
      },
    );
    return () => abort.abort();
  }, [key, tries]);
  const retry = () => {
    setState((before) => ({ ...before, key: "", failure: null }));
    setTries((count) => count + 1);
  };
  return { loaded: state.loaded, pending: state.key !== key, failure: state.key === key ? state.failure : null, retry };
}

/** Whether the browser has a network, as it says. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = () => setOnline(navigator.onLine);
    addEventListener("online", update);
    addEventListener("offline", update);
    return () => {
      removeEventListener("online", update);
      removeEventListener("offline", update);
    };
  }, []);
  return online;
}
