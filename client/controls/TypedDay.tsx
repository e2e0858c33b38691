import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { type DayNumber, partsOf } from "../../data/model/day.ts";
import { dayWithYear } from "../app/format.ts";
import { wordsOf } from "../app/language.ts";
import styles from "./MeasurePanel.module.css";
import { PANEL } from "./panel-words.ts";
import { typedDay } from "./typed.ts";

/** One day in words, or none. What cannot be read is named, and the day stays as it was. */
export function TypedDay({
  label,
  day,
  year,
  onChoose,
}: {
  label: string;
  /** `null`: none is chosen. */
  day: DayNumber | null;
  /** Of a day that is typed without one. */
  year: number;
  onChoose: (day: DayNumber) => void;
}) {
  const shown = day === null ? "" : dayWithYear(day);
  const [draft, setDraft] = useState(shown);
  const [fault, setFault] = useState("");
  const messageId = useId();
  useEffect(() => {
    setDraft(shown);
    setFault("");
  }, [shown]);
  const commit = () => {
    if (draft.trim() === "" || draft === shown) return setDraft(shown);
    const read = typedDay(draft, day === null ? year : partsOf(day).year);
    if (read === undefined) return setFault(wordsOf(PANEL).noDay(draft));
    setFault("");
    if (read === day) setDraft(shown);
    else onChoose(read);
  };
  return (
    <>
      <label className={styles.typed}>
        {label}
        <input
          value={draft}
          aria-invalid={fault !== ""}
          aria-describedby={fault === "" ? undefined : messageId}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={commit}
          onKeyDown={(event: KeyboardEvent) => event.key === "Enter" && commit()}
        />
      </label>
      <p className={styles.fault} id={messageId} role="alert">
        {fault}
      </p>
    </>
  );
}
