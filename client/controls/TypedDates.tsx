import { type KeyboardEvent, useEffect, useId, useState } from "react";
import type { Extent } from "../../data/analysis/table.ts";
import { type DayNumber, partsOf } from "../../data/model/day.ts";
import { MAX_DAYS } from "../../data/model/view.ts";
import { dayWithYear, fullNumber } from "../app/format.ts";
import { wordsOf } from "../app/language.ts";
import styles from "./DatePopover.module.css";
import { PANEL } from "./panel-words.ts";
import { typedDay } from "./typed.ts";

type End = "from" | "to";

/** Two days in words. What cannot be read is named, and the range stays as it was. */
export function TypedDates({ days, onChoose }: { days: Extent | null; onChoose: (days: Extent) => void }) {
  const words = wordsOf(PANEL);
  const [drafts, setDrafts] = useState<Record<End, string>>(textsOf(days));
  const [fault, setFault] = useState<{ end: End; text: string } | null>(null);
  const messageId = useId();
  const { from, to } = days ?? {};
  useEffect(() => {
    setDrafts(textsOf(from === undefined || to === undefined ? null : { from, to }));
    setFault(null);
  }, [from, to]);

  const commit = (end: End) => {
    const read = { from: dayOfText(drafts.from, days?.from), to: dayOfText(drafts.to, days?.to) };
    if (read[end] === undefined) {
      setFault({ end, text: words.noDay(drafts[end]) });
      return;
    }
    if (read.from === undefined || read.to === undefined) return;
    if (read.from > read.to) setFault({ end, text: words.reversed(dayWithYear(read.from), dayWithYear(read.to)) });
    else if (read.to - read.from >= MAX_DAYS) setFault({ end, text: words.tooLong(fullNumber(MAX_DAYS)) });
    else {
      setFault(null);
      if (read.from !== days?.from || read.to !== days?.to) onChoose({ from: read.from, to: read.to });
      else setDrafts(textsOf(days));
    }
  };

  const field = (end: End, label: string) => (
    <label>
      {label}
      <input
        value={drafts[end]}
        aria-invalid={fault?.end === end}
        aria-describedby={fault?.end === end ? messageId : undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setDrafts({ ...drafts, [end]: event.target.value })}
        onBlur={() => drafts[end] !== textsOf(days)[end] && commit(end)}
        onKeyDown={(event: KeyboardEvent) => event.key === "Enter" && commit(end)}
      />
    </label>
  );
  const count = days ? days.to - days.from + 1 : 0;
  return (
    <div>
      <div className={styles.typed}>
        {field("from", words.from)}
        {field("to", words.to)}
        <output>{words.count(fullNumber(count), count === 1)}</output>
      </div>
      <p className={styles.fault} id={messageId} role="alert">
        {fault?.text}
      </p>
    </div>
  );
}

function textsOf(days: Extent | null): Record<End, string> {
  return { from: days ? dayWithYear(days.from) : "", to: days ? dayWithYear(days.to) : "" };
}

function dayOfText(text: string, now: DayNumber | undefined): DayNumber | undefined {
  return typedDay(text, now === undefined ? Number.NaN : partsOf(now).year);
}
