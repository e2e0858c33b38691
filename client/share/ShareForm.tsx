import { useId, useRef, useState } from "react";
import { CITATION_STYLES, type CitationStyle, citation } from "../../data/chart/citation.ts";
import { numberOf } from "../../data/model/day.ts";
import type { Page } from "../../data/model/page.ts";
import type { View } from "../../data/model/view.ts";
import type { Loaded } from "../app/api.ts";
import { rangeText } from "../app/format.ts";
import { wordsOf } from "../app/language.ts";
import { useToken } from "../app/token.ts";
import { HEADER } from "../app/words.ts";
import { Card } from "./Card.tsx";
import { citedOf, previewOf } from "./cited.ts";
import { EMBED_THEMES, embedOf } from "./embed.ts";
import { cardOf, filesOf } from "./files.ts";
import styles from "./ShareForm.module.css";
import { SHARE } from "./words.ts";

export interface ShareProps {
  view: View;
  /** Number of the vintage on the page; 0 where the store is empty. */
  vintage: number;
  page: Page | "nowhere";
  /** What the page is drawn from, once it is here. */
  loaded: Loaded | null;
  /** Whether the link is to a page besides the chart. */
  isPage?: boolean;
  /** The full address of a view. */
  addressOf: (view: View) => string;
}

/** What was copied, and follows the link that is chosen. */
interface Quoted {
  label: string;
  textFor: (address: string) => string;
}

/** What is shared, which link, the link and what copies it, how to cite it, and its files. */
export function ShareForm({ view, vintage, page, loaded, isPage = false, addressOf }: ShareProps) {
  const words = wordsOf(SHARE);
  const { sharePage, shareView } = wordsOf(HEADER);
  const { isPrivate } = useToken();
  const [pinned, setPinned] = useState(vintage > 0);
  const [said, setSaid] = useState("");
  const name = useId();
  const field = useRef<HTMLInputElement>(null);
  const [preview] = useState(() => previewOf(document));
  const citationIn = (style: CitationStyle) => (address: string) =>
    citation(style, citedOf(preview, loaded, address, new Date()), words.citation);
  const [quoted, setQuoted] = useState<Quoted | null>(null);
  const shared: View = pinned ? { ...view, vintage } : { ...view, vintage: "newest", against: "" };
  const address = addressOf(shared);
  const pin = (now: boolean) => {
    setPinned(now);
    setSaid("");
  };
  const copy = async (text: string, byHand: () => void) => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.copied);
    } catch {
      // The browser has no clipboard for this page, or refuses it: the reader can still copy by hand.
      byHand();
    }
  };
  const selectLink = () => {
    field.current?.focus();
    field.current?.select();
    setSaid(words.byHand);
  };
  const quote = (one: Quoted) => {
    setQuoted(one);
    // It stands below, to be read before it is used, and to be copied by hand.
    copy(one.textFor(address), () => setSaid(words.textByHand));
  };
  const files = isPrivate ? [] : filesOf(page, shared);
  const card = isPrivate ? null : cardOf(page, shared);
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
      <p className={styles.preview}>
        <b>{preview.title}</b>
        {preview.sentence}
      </p>
      {card && <Card key={card} source={card} text={words.card} />}
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
        <button type="button" className="primary" onClick={() => copy(address, selectLink)}>
          {words.copy}
        </button>
      </div>
      <p className={styles.said} aria-live="polite">
        {said}
      </p>
      <Choices
        of={CITATION_STYLES}
        title={words.cite}
        names={words.style}
        labelOf={words.citeIn}
        onChoose={(style) => quote({ label: words.citationLabel, textFor: citationIn(style) })}
      />
      {card && (
        <Choices
          of={EMBED_THEMES}
          title={words.embed}
          names={words.themes}
          labelOf={words.embedIn}
          onChoose={(theme) => quote({ label: words.embedLabel, textFor: (address) => embedOf(address, preview.title, theme) })}
        />
      )}
      {quoted && (
        <textarea
          className={styles.citation}
          readOnly
          rows={5}
          aria-label={quoted.label}
          value={quoted.textFor(address)}
          onFocus={(event) => event.target.select()}
        />
      )}
      {files.length > 0 && (
        <fieldset className={styles.more}>
          <legend className="visually-hidden">{words.download}</legend>
          <span aria-hidden="true">{words.download}</span>
          {files.map((file) => (
            <a key={file.name} className="quiet" href={file.href} download="">
              {file.name}
            </a>
          ))}
        </fieldset>
      )}
      <p className={styles.fine}>{isPrivate ? words.needsToken : words.anyone}</p>
    </div>
  );
}

interface ChoicesProps<One extends string> {
  of: readonly One[];
  title: string;
  names: Record<One, string>;
  /** What is read out for a name. */
  labelOf: (name: string) => string;
  onChoose: (one: One) => void;
}

/** What can be copied in several ways, a button each. */
function Choices<One extends string>({ of, title, names, labelOf, onChoose }: ChoicesProps<One>) {
  return (
    <fieldset className={styles.more}>
      <legend className="visually-hidden">{title}</legend>
      <span aria-hidden="true">{title}</span>
      {of.map((one) => (
        <button key={one} type="button" className="quiet" aria-label={labelOf(names[one])} onClick={() => onChoose(one)}>
          {names[one]}
        </button>
      ))}
    </fieldset>
  );
}

function liveText({ range }: View): string {
  const words = wordsOf(SHARE);
  if (range === "all") return words.toLast;
  if ("last" in range) return words.moves(range.last);
  return words.stays(rangeText(numberOf(range.from), numberOf(range.to)));
}
