import { useId, useRef, useState } from "react";
import { numberOf } from "../../data/model/day.ts";
import type { View } from "../../data/model/view.ts";
import { rangeText } from "../app/format.ts";
import { wordsOf } from "../app/language.ts";
import { useToken } from "../app/token.ts";
import { HEADER } from "../app/words.ts";
import styles from "./ShareForm.module.css";
import { SHARE } from "./words.ts";

export interface ShareProps {
  view: View;
  /** Number of the vintage on the page; 0 where the store is empty. */
  vintage: number;
  /** Whether the link is to a page besides the chart. */
  isPage?: boolean;
  /** The full address of a view. */
  addressOf: (view: View) => string;
}

/** Which link, the link, and what copies it. */
export function ShareForm({ view, vintage, isPage = false, addressOf }: ShareProps) {
  const words = wordsOf(SHARE);
  const { sharePage, shareView } = wordsOf(HEADER);
  const { isPrivate } = useToken();
  const [pinned, setPinned] = useState(vintage > 0);
  const [said, setSaid] = useState("");
  const name = useId();
  const field = useRef<HTMLInputElement>(null);
  const address = addressOf(pinned ? { ...view, vintage } : { ...view, vintage: "newest", against: "" });
  const pin = (now: boolean) => {
    setPinned(now);
    setSaid("");
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setSaid(words.copied);
    } catch {
      // The browser has no clipboard for this page, or refuses it: the reader can still copy by hand.
      field.current?.focus();
      field.current?.select();
      setSaid(words.byHand);
    }
  };
  const canSend = typeof navigator.share === "function" && matchMedia("(pointer: coarse)").matches;
  const send = () =>
    navigator.share({ title: document.title, url: address }).catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === "AbortError")) setSaid(words.notSent);
    });
  return (
    <div className={styles.form}>
      <p className={styles.title} aria-hidden="true">
        {isPage ? sharePage : shareView}
      </p>
      <div className={styles.options} role="radiogroup" aria-label={words.holds}>
        <label>
          <input
            type="radio"
            name={name}
            checked={pinned}
            disabled={vintage < 1}
            data-first={pinned ? "" : undefined}
            onChange={() => pin(true)}
          />
          <b>{words.pinned(vintage)}</b>
          <span>{vintage < 1 ? words.nothing : isPage ? words.pinnedPage : words.pinnedView}</span>
        </label>
        <label>
          <input type="radio" name={name} checked={!pinned} data-first={pinned ? undefined : ""} onChange={() => pin(false)} />
          <b>{words.live}</b>
          <span>{isPage ? words.follows : liveText(view)}</span>
        </label>
      </div>
      <div className={styles.link}>
        <input ref={field} readOnly aria-label={words.link} value={address} onFocus={(event) => event.target.select()} />
        {canSend && (
          <button type="button" className="quiet" onClick={send}>
            {words.send}
          </button>
        )}
        <button type="button" className="primary" onClick={copy}>
          {words.copy}
        </button>
      </div>
      <p className={styles.said} aria-live="polite">
        {said}
      </p>
      <p className={styles.fine}>{isPrivate ? words.needsToken : words.anyone}</p>
    </div>
  );
}

function liveText({ range }: View): string {
  const words = wordsOf(SHARE);
  if (range === "all") return words.toLast;
  if ("last" in range) return words.moves(range.last);
  return words.stays(rangeText(numberOf(range.from), numberOf(range.to)));
}
