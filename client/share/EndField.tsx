import { type ReactElement, useId } from "react";
import { wordsOf } from "../app/language.ts";
import styles from "../controls/Field.module.css";
import { Select } from "../controls/Select.tsx";
import { END_CHOICES, type End, type EndChoice, endDays } from "./end.ts";
import { SHORT } from "./short-words.ts";

/** When a short link is to end. */
export function EndField({ end, onChange }: { end: End; onChange: (end: End) => void }): ReactElement {
  const words = wordsOf(SHORT);
  const id = useId();
  return (
    <>
      <Select
        label={words.end}
        value={end.choice}
        options={END_CHOICES.map((choice) => [choice, words.ends[choice]] as const)}
        onChange={(choice) => onChange({ ...end, choice: choice as EndChoice })}
      />
      {end.choice === "day" && (
        <div className={`${styles.field} ${styles.wide}`}>
          <label htmlFor={id}>{words.day}</label>
          <input
            id={id}
            type="date"
            required
            {...endDays(Date.now())}
            value={end.day}
            onChange={(event) => onChange({ ...end, day: event.target.value })}
          />
        </div>
      )}
    </>
  );
}
