import { useEffect, useState } from "react";
import { dataView, encodeView, type View } from "../../data/model/view.ts";
import { ApiError, type Loaded, loadData } from "./api.ts";
import { heldToken, useToken } from "./token.ts";

/** What a page has and waits for. The last data stay while newer ones come, and when they do not. */
export interface DataState {
  loaded: Loaded | null;
  pending: boolean;
  /** Why the data of this view are not here, in one sentence. */
  failure: string | null;
  /** Whether they are not here for want of a token that may read. */
  locked: boolean;
  retry: () => void;
}

interface State {
  key: string;
  loaded: Loaded | null;
  failure: string | null;
  locked: boolean;
}

/**
 * The data of a view. Asked for again only when what must be read changes: a range, an interval or a scale is cut from
 * what is here.
 */
export function useData(view: View): DataState {
  const { turn } = useToken();
  const key = `${encodeView(dataView(view))} ${turn}`;
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<State>({ key: "", loaded: null, failure: null, locked: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the view that matters here
  useEffect(() => {
    const abort = new AbortController();
    loadData(view, abort.signal).then(
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
  const retry = () => {
    setState((before) => ({ ...before, key: "", failure: null }));
    setTries((count) => count + 1);
  };
  const pending = state.key !== key;
  // While another token is tried, the question stays where it stands.
  return { loaded: state.loaded, pending, failure: pending ? null : state.failure, locked: state.locked, retry };
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
