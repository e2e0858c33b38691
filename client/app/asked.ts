import { useEffect, useState } from "react";
import { ApiError } from "./api.ts";
import { heldToken, useToken } from "./token.ts";

/** Something that is asked of the server: the last answer stays while another comes, and when it does not. */
export interface Asked<Value> {
  /** `null` until the first answer is here. */
  loaded: Value | null;
  pending: boolean;
  /** Why the answer is not here, in one sentence. */
  failure: string | null;
  /** Whether it is not here for want of a token that may read. */
  locked: boolean;
  retry: () => void;
}

interface State<Value> extends Pick<Asked<Value>, "loaded" | "failure" | "locked"> {
  turn: string | null;
}

/**
 * Asks, and asks again whenever the key is another, or what was refused may be asked for again.
 *
 * @param key says all that the answer depends on
 * @param ask `null` while there is nothing to ask
 */
export function useAsked<Value>(key: string, ask: ((signal: AbortSignal) => Promise<Value>) | null): Asked<Value> {
  const token = useToken();
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<State<Value>>({ turn: null, loaded: null, failure: null, locked: false });
  const turn = ask && `${key} ${token.turn} ${tries}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the turn says all that the answer depends on
  useEffect(() => {
    if (!ask) return;
    const abort = new AbortController();
    ask(abort.signal).then(
      (loaded) => {
        if (!abort.signal.aborted) setState({ turn, loaded, failure: null, locked: false });
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        const locked = error instanceof ApiError && error.isLocked;
        const failure = error instanceof Error ? error.message : String(error);
        // Without a token nothing stays on the page that took one to read.
        const gone = locked && heldToken().refusal === null;
        setState((before) => ({ turn, loaded: gone ? null : before.loaded, failure, locked }));
      },
    );
    return () => abort.abort();
  }, [turn]);
  const pending = turn === null || state.turn !== turn;
  // While another token is tried, the question stays where it stands.
  return {
    loaded: state.loaded,
    pending,
    failure: pending ? null : state.failure,
    locked: state.locked,
    retry: () => setTries((count) => count + 1),
  };
}
