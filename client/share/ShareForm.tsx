import { useId, useRef, useState } from "react";
import { rangeText } from "../../data/chart/format.ts";
import { numberOf } from "../../data/model/day.ts";
import type { View } from "../../data/model/view.ts";
import { useToken } from "../app/token.ts";
import styles from "./ShareForm.module.css";

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
  const { isPrivate } = useToken();
  const [pinned, setPinned] = useState(vintage > 0);
  const [said, setSaid] = useState("");
  const name = useId();
  const field = useRef<HTMLInputElement>(null);
  const address = addressOf({ ...view, vintage: pinned ? vintage : "newest" });
  const pin = (now: boolean) => {
    setPinned(now);
    setSaid("");
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setSaid("Copied.");
    } catch {
      // The browser has no clipboard for this page, or refuses it: the reader can still copy by hand.
      field.current?.focus();
      field.current?.select();
      setSaid("The browser does not let this page copy. The link is selected: press Ctrl+C, or ⌘C.");
    }
  };
  const canSend = typeof navigator.share === "function" && matchMedia("(pointer: coarse)").matches;
  const send = () =>
    navigator.share({ title: document.title, url: address }).catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === "AbortError")) setSaid("The link could not be sent. Copy it instead.");
    });
  return (
    <div className={styles.form}>
      <p className={styles.title} aria-hidden="true">
        {isPage ? "Share this page" : "Share this view"}
      </p>
      <div className={styles.options} role="radiogroup" aria-label="What the link holds">
        <label>
          <input
            type="radio"
            name={name}
            checked={pinned}
            disabled={vintage < 1}
            data-first={pinned ? "" : undefined}
            onChange={() => pin(true)}
          />
          <b>Pinned to vintage {vintage}</b>
          <span>
            {vintage < 1
              ? "There are no data to pin yet."
              : isPage
                ? "What it says of this vintage, whatever comes later."
                : "These numbers, for ever, whatever comes later."}
          </span>
        </label>
        <label>
          <input type="radio" name={name} checked={!pinned} data-first={pinned ? undefined : ""} onChange={() => pin(false)} />
          <b>Live</b>
          <span>{isPage ? "Follows new data." : liveText(view)}</span>
        </label>
      </div>
      <div className={styles.link}>
        <input ref={field} readOnly aria-label="Link" value={address} onFocus={(event) => event.target.select()} />
        {canSend && (
          <button type="button" className="quiet" onClick={send}>
            Send
          </button>
        )}
        <button type="button" className="primary" onClick={copy}>
          Copy link
        </button>
      </div>
      <p className={styles.said} aria-live="polite">
        {said}
      </p>
      <p className={styles.fine}>
        {isPrivate ? "Whoever opens it needs a token for reading." : "Anyone with the link can open it."} It holds the whole view: nothing
        else is stored.
      </p>
    </div>
  );
}

function liveText({ range }: View): string {
  if (range === "all") return "Follows new data, to the last day that has any.";
  if ("last" in range) return `Follows new data. The last ${range.last} days move with it.`;
  return `Follows new data. The dates stay ${rangeText(numberOf(range.from), numberOf(range.to))}.`;
}
