import { useEffect, useId, useRef, useState } from "react";
import { CITATION_STYLES, type CitationStyle, citation } from "../../data/chart/citation.ts";
import { numberOf } from "../../data/model/day.ts";
import { liveView, type View } from "../../data/model/view.ts";
import type { Place } from "../app/address.ts";
import type { Loaded } from "../app/api.ts";
import { rangeText } from "../app/format.ts";
import { language, wordsOf } from "../app/language.ts";
import { useToken } from "../app/token.ts";
import { HEADER } from "../app/words.ts";
import { Card } from "./Card.tsx";
import { citedOf, previewOf } from "./cited.ts";
import { EMBED_THEMES, embedOf, type Link } from "./embed.ts";
import { cardOf, filesOf } from "./files.ts";
import { LinkField } from "./LinkField.tsx";
import styles from "./ShareForm.module.css";
import { ShortLink } from "./ShortLink.tsx";
import type { WholeShare } from "./shares.ts";
import { SHORT } from "./short-words.ts";
import { SHARE } from "./words.ts";

export interface ShareProps {
  view: View;
  /** Number of the vintage on the page; 0 where the store is empty. */
  vintage: number;
  page: Place;
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
  textFor: (link: Link) => string;
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
  // The short link may end; what is cited lasts.
  const citationIn =
    (style: CitationStyle) =>
    ({ address }: Link) =>
      citation(style, citedOf(preview, page, view, loaded, address, new Date()), words.citation);
  const [quoted, setQuoted] = useState<Quoted | null>(null);
  const shared: View = pinned ? { ...view, vintage } : liveView(view);
  const address = addressOf(shared);
  const [made, setMade] = useState<ReadonlyMap<string, WholeShare>>(new Map());
  const [isLong, setLong] = useState(false);
  const short = isLong ? undefined : made.get(address)?.url;
  const link = short ?? address;
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
    copy(one.textFor({ address, short }), () => setSaid(words.textByHand));
  };
  const keep = (long: string, share: WholeShare) => {
    setMade(new Map(made).set(long, share));
    setLong(false);
    setSaid("");
  };
  useEffect(() => {
    if (made.size === 0) return;
    // The form is gone: the reader goes on at what it made.
    field.current?.focus();
    field.current?.select();
  }, [made]);
  const files = isPrivate ? [] : filesOf(page, shared);
  const card = isPrivate ? null : cardOf(page, shared);
  const canSend = typeof navigator.share === "function" && matchMedia("(pointer: coarse)").matches;
  const send = () =>
    navigator.share({ title: document.title, url: link }).catch((error: unknown) => {
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
        <LinkField ref={field} label={words.link} link={link} />
        {canSend && (
          <button type="button" className="quiet" onClick={send}>
            {words.send}
          </button>
        )}
        <button type="button" className="primary" onClick={() => copy(link, selectLink)}>
          {words.copy}
        </button>
      </div>
      <p className={styles.said} aria-live="polite">
        {said}
      </p>
      <ShortLink
        address={address}
        pinned={pinned}
        made={made.get(address)}
        isLong={isLong}
        onLong={(long) => {
          setLong(long);
          setSaid("");
        }}
        onMade={keep}
      />
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
          onChoose={(theme) => quote({ label: words.embedLabel, textFor: (chosen) => embedOf(chosen, preview.title, theme, language()) })}
        />
      )}
      {quoted && (
        <textarea
          className={styles.citation}
          readOnly
          rows={5}
          aria-label={quoted.label}
          value={quoted.textFor({ address, short })}
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
      <p className={styles.fine}>{fineText(isPrivate, short !== undefined)}</p>
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

/** Who may open the link, and what is stored of it. */
function fineText(isPrivate: boolean, isShort: boolean): string {
  if (isShort) return isPrivate ? wordsOf(SHORT).admits : wordsOf(SHORT).anyone;
  return isPrivate ? wordsOf(SHARE).needsToken : wordsOf(SHARE).anyone;
}
