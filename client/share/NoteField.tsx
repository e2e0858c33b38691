import { type ReactElement, useId } from "react";
import { wordsOf } from "../app/language.ts";
import styles from "../controls/Field.module.css";
import { SHORT } from "./short-words.ts";

/** Most characters of a note. */
const MOST = 200;

/** What a short link is for, for those who manage it. One line, as the server takes it. */
export function NoteField({ note, onChange }: { note: string; onChange: (note: string) => void }): ReactElement {
  const words = wordsOf(SHORT);
  const id = useId();
  return (
    <div className={`${styles.field} ${styles.wide}`}>
      <label htmlFor={id}>{words.note}</label>
      <input
        id={id}
        type="text"
        maxLength={MOST}
        placeholder={words.noteHint}
        value={note}
        onChange={(event) => onChange(event.target.value.replace(/\p{Cc}/gu, " "))}
      />
    </div>
  );
}
