import { type ReactElement, useEffect, useId, useRef, useState } from "react";
import styles from "./Shares.module.css";

interface Props {
  /** The button that asks, what would end, and the two answers. */
  words: { ask: string; about: string; go: string; keep: string };
  onGo: () => void;
}

/** Something that cannot be undone: says what it ends before it does. */
export function AskOnce({ words, onGo }: Props): ReactElement {
  const [asking, setAsking] = useState(false);
  const ask = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  const id = useId();
  useEffect(() => {
    // A second press of the same key must not do it.
    if (asking) keep.current?.focus();
    else if (wasAsking.current) ask.current?.focus();
    wasAsking.current = asking;
  }, [asking]);
  if (!asking)
    return (
      <button ref={ask} type="button" className="quiet" onClick={() => setAsking(true)}>
        {words.ask}
      </button>
    );
  return (
    <fieldset className={styles.ask} aria-labelledby={id}>
      <p id={id}>{words.about}</p>
      <button ref={keep} type="button" className="quiet" onClick={() => setAsking(false)}>
        {words.keep}
      </button>
      <button type="button" className="primary" onClick={onGo}>
        {words.go}
      </button>
    </fieldset>
  );
}
