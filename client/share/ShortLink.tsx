import { type FormEvent, type ReactElement, useEffect, useRef, useState } from "react";
import { SHARES } from "../../data/model/page.ts";
import { followHere, renderedHere } from "../app/address.ts";
import { ApiError } from "../app/api.ts";
import { useOnline } from "../app/data.ts";
import { wordsOf } from "../app/language.ts";
import { giveSharingToken, sharingToken } from "../app/token.ts";
import { TokenForm } from "../controls/TokenForm.tsx";
import { EndField } from "./EndField.tsx";
import { type End, lastDayText, NEVER, sentEnd } from "./end.ts";
import { NoteField } from "./NoteField.tsx";
import form from "./ShareForm.module.css";
import styles from "./ShortLink.module.css";
import { makeShare, type WholeShare } from "./shares.ts";
import { SHORT } from "./short-words.ts";

interface Props {
  /** The long link: what the short one leads to. */
  address: string;
  pinned: boolean;
  /** The short link of that address, once it was made. */
  made: WholeShare | undefined;
  /** Whether the long one is used all the same. */
  isLong: boolean;
  onLong: (isLong: boolean) => void;
  onMade: (address: string, share: WholeShare) => void;
}

/** A short link in place of the long one, for those who have a token for it. */
export function ShortLink({ address, pinned, made, isLong, onLong, onMade }: Props): ReactElement {
  const words = wordsOf(SHORT);
  const [open, setOpen] = useState(false);
  return (
    <>
      <fieldset className={form.more}>
        <legend className="visually-hidden">{words.title}</legend>
        <span aria-hidden="true">{words.title}</span>
        {made ? (
          <button type="button" className="quiet" onClick={() => onLong(!isLong)}>
            {isLong ? words.short : words.long}
          </button>
        ) : (
          <button type="button" className="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
            {words.make}
          </button>
        )}
        <a className="quiet" href={renderedHere(SHARES)} onClick={followHere}>
          {words.list}
        </a>
      </fieldset>
      {made && !isLong && (
        <p className={styles.told}>
          <a href={made.url}>{made.url}</a> {endText(made)}
        </p>
      )}
      {open && !made && (
        <NewShortLink
          address={address}
          pinned={pinned}
          onClose={() => setOpen(false)}
          onMade={(share) => {
            setOpen(false);
            onMade(address, share);
          }}
        />
      )}
    </>
  );
}

/** When it ends, in a sentence. */
function endText({ expires_at }: WholeShare): string {
  const { lasts, until } = wordsOf(SHORT);
  return expires_at === null ? lasts : until(lastDayText(expires_at));
}

interface NewProps extends Pick<Props, "address" | "pinned"> {
  onMade: (share: WholeShare) => void;
  onClose: () => void;
}

function NewShortLink({ address, pinned, onMade, onClose }: NewProps): ReactElement {
  const words = wordsOf(SHORT);
  const online = useOnline();
  const [end, setEnd] = useState<End>(NEVER);
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  /** Why a token is asked for, where it is. */
  const [asked, setAsked] = useState<{ why: string | null } | null>(null);
  const [failure, setFailure] = useState("");
  const place = useRef<HTMLFormElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    place.current?.querySelector("select")?.focus();
  }, []);
  useEffect(() => {
    // Whoever gave a token comes back to a form; the way on is to press again.
    if (failure !== "") button.current?.focus();
  }, [failure]);
  const make = async () => {
    if (busy) return;
    if (sharingToken() === "") return setAsked({ why: null });
    setBusy(true);
    setFailure("");
    try {
      onMade(await makeShare({ view: address, pinned, note, ...sentEnd(end) }));
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      const isLocked = error instanceof ApiError && error.isLocked;
      setAsked(isLocked ? { why: said } : null);
      setFailure(isLocked ? "" : said);
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void make();
  };
  if (asked)
    return (
      <div className={styles.token}>
        <TokenForm
          ask={words.ask}
          why={asked.why}
          go={words.goOn}
          busy={busy}
          onToken={(token) => {
            giveSharingToken(token);
            void make();
          }}
        >
          <button type="button" className="quiet" onClick={onClose}>
            {words.cancel}
          </button>
        </TokenForm>
      </div>
    );
  return (
    <form ref={place} className={styles.form} onSubmit={submit} aria-busy={busy}>
      <EndField end={end} onChange={setEnd} />
      <NoteField note={note} onChange={setNote} />
      <div className={styles.buttons}>
        <button ref={button} type="submit" className="primary" disabled={busy || !online}>
          {busy ? words.making : words.go}
        </button>
        <button type="button" className="quiet" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
      {(failure !== "" || !online) && (
        <p className={styles.failure} role="alert">
          {online ? failure : words.offline}
        </p>
      )}
    </form>
  );
}
