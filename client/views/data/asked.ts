import { useEffect, useState } from "react";

/** Something that is asked of the server: the last answer stays while another comes, and when it does not. */
export interface Asked<Value> {
  value: Value | null;
  pending: boolean;
  /** Why it is not here, in one sentence. */
  failure: string | null;
  retry: () => void;
}

/**
 * Asks, and asks again whenever the key is another.
 *
 * @param key says all that the answer depends on; empty is nothing to ask yet
 */
export function useAsked<Value>(key: string, ask: (signal: AbortSignal) => Promise<Value>): Asked<Value> {
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<{ key: string; value: Value | null; failure: string | null }>({ key: "", value: null, failure: null });
  const now = `${key} ${tries}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the answer depends on
  useEffect(() => {
    if (key === "") return;
    const abort = new AbortController();
    ask(abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) setState({ key: now, value, failure: null });
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setState((before) => ({ ...before, key: now, failure: error instanceof Error ? error.message : String(error) }));
      },
    );
    return () => abort.abort();
  }, [key, tries]);
  const pending = state.key !== now;
  return { value: state.value, pending, failure: pending ? null : state.failure, retry: () => setTries((count) => count + 1) };
}
