import { type FormEvent, type ReactElement, useEffect, useRef, useState } from "react";
import { useOnline } from "../../app/data.ts";
import { wordsOf } from "../../app/language.ts";
import { EndField } from "../../share/EndField.tsx";
import { dayText, type End, lastDay, lastDayText, NEVER, sentEnd } from "../../share/end.ts";
import { LinkField } from "../../share/LinkField.tsx";
import { NoteField } from "../../share/NoteField.tsx";
import { changeShare, type ListedShare, revokeShare, rotateShare } from "../../share/shares.ts";
import { AskOnce } from "./AskOnce.tsx";
import type { Act, Done } from "./act.ts";
import styles from "./Shares.module.css";
import { SHARES_PAGE } from "./words.ts";

interface Props {
  share: ListedShare;
  done: Done | null;
  act: Act;
}

/** What can be done to a short link; of one that was ended only how it ended. */
export function ShareChanges({ share, done, act }: Props): ReactElement {
  const words = wordsOf(SHARES_PAGE);
  const said = useRef<HTMLParagraphElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const online = useOnline();
  const { slug, state } = share;
  useEffect(() => {
    // What was pressed may be gone with its row: the reader goes on at what came of it.
    if (done === null || document.activeElement?.closest("[data-changes]")) return;
    if (done.failed && field.current) field.current.focus();
    else said.current?.focus();
  }, [done]);
  return (
    <div className={styles.changes} data-changes>
      <p ref={said} tabIndex={-1} className={styles.said} role={done?.failed ? "alert" : "status"}>
        {done?.text}
      </p>
      {state === "revoked" ? (
        <p>{endText(share)}</p>
      ) : (
        <>
          {state === "expired" && <p>{words.expired}</p>}
          <LinkField ref={field} label={words.link} link={share.url} />
          <fieldset className={styles.fields} disabled={!online}>
            <NoteForm share={share} act={act} />
            <EndForm share={share} act={act} />
            <div className={styles.endings}>
              {state === "works" && (
                <AskOnce
                  words={words.rotate}
                  onGo={() =>
                    act(
                      slug,
                      () => rotateShare(slug),
                      () => words.rotate.done,
                    )
                  }
                />
              )}
              <AskOnce
                words={words.revoke}
                onGo={() =>
                  act(
                    slug,
                    () => revokeShare(slug),
                    () => words.revoke.done,
                  )
                }
              />
            </div>
          </fieldset>
        </>
      )}
    </div>
  );
}

function NoteForm({ share, act }: Pick<Props, "share" | "act">): ReactElement {
  const words = wordsOf(SHARES_PAGE);
  const [note, setNote] = useState(share.note);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act(
      share.slug,
      () => changeShare(share.slug, { note }),
      () => words.savedNote,
    );
  };
  return (
    <form onSubmit={submit}>
      <NoteField note={note} onChange={setNote} />
      <button type="submit" className="quiet">
        {words.saveNote}
      </button>
    </form>
  );
}

function EndForm({ share, act }: Pick<Props, "share" | "act">): ReactElement {
  const words = wordsOf(SHARES_PAGE);
  const [end, setEnd] = useState<End>(() => endOf(share));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act(
      share.slug,
      () => changeShare(share.slug, sentEnd(end)),
      ({ expires_at }) => (expires_at === null ? words.savedEnd : words.savedUntil(lastDayText(expires_at))),
    );
  };
  return (
    <form onSubmit={submit}>
      <EndField end={end} onChange={setEnd} />
      <button type="submit" className="quiet">
        {words.saveEnd}
      </button>
    </form>
  );
}

/** The end that it has; where that is past, one to begin with. */
function endOf({ expires_at, state }: ListedShare): End {
  if (state === "expired") return { choice: "30d", day: "" };
  return expires_at === null ? NEVER : { choice: "day", day: lastDay(expires_at) };
}

/** How it ended, in a sentence. */
function endText({ revoked_at, successor }: ListedShare): string {
  const words = wordsOf(SHARES_PAGE);
  const day = dayText(revoked_at ?? "");
  return successor === null ? words.ended(day) : words.replaced(day);
}
