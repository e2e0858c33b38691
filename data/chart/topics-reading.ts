import { nextBucket, numberOf } from "../model/day.ts";
import type { SourceKind } from "../model/source.ts";
import type { Format } from "./format.ts";
import type { Stroke } from "./palette.ts";
import { nounOf, shareText } from "./topic-group.ts";
import type { TopicPanel, TopicsModel } from "./topics.ts";
import type { TopicsWords } from "./topics-words.ts";

/** One share in words. */
export interface TopicReadingRow {
  id: string;
  label: string;
  stroke: Stroke | null;
  kind: SourceKind;
  text: string;
  /** How many that is; empty where it is not told. */
  remark: string;
}

/** What one picture says of one date. */
export interface TopicReading {
  index: number;
  /** Where the cross hair stands. */
  day: number;
  /** At the foot of the cross hair. */
  brief: string;
  title: string;
  panel: string;
  kinds: SourceKind[];
  /** From top to bottom, as in the picture. */
  rows: TopicReadingRow[];
  /** Weeks and months: `5 of 7 days`, where some are missing. */
  remark: string;
  nothing: string | null;
}

/** Reads one picture at one of its dates; `null` where there is no such date. */
export function topicReading(
  model: TopicsModel,
  panel: TopicPanel,
  index: number,
  words: TopicsWords,
  format: Format,
): TopicReading | null {
  const [date, day] = [model.dates[index], model.starts[index]];
  if (date === undefined || day === undefined) return null;
  const { interval } = model.view;
  const last = Math.min(model.range.to, nextBucket(numberOf(date), interval) - 1);
  const rows = panel.marks.flatMap((mark): TopicReadingRow[] => {
    const share = mark.shares[index] ?? null;
    if (share === null) return [];
    const amount = mark.amounts[index] ?? null;
    return [
      {
        ...{ id: mark.id, label: mark.label, stroke: mark.stroke, kind: mark.kind, text: shareText(share, words, format) },
        remark: amount === null ? "" : words.amount(amountText(amount, mark.kind, format), nounOf(model.metric)),
      },
    ];
  });
  const [counted, length] = [panel.days[index] ?? 0, model.lengths[index] ?? 1];
  return {
    index,
    day,
    brief: interval === "month" ? format.monthName(day) : format.shortDay(day),
    title: interval === "day" ? format.dayWithWeekday(day) : words.bucket(interval, format.rangeText(day, last)),
    panel: panel.title,
    kinds: panel.kinds,
    // A stack is read from the top; lines by size.
    rows: model.view.stack ? rows.toReversed() : rows.toSorted((a, b) => shareAt(panel, b.id, index) - shareAt(panel, a.id, index)),
    remark: interval === "day" || counted === length || rows.length === 0 ? "" : words.remark(counted, length),
    nothing: rows.length === 0 ? words.nothing : null,
  };
}

/** A reading as one sentence, for those who hear it. */
export function spokenTopics(reading: TopicReading, kind: (kind: SourceKind) => string): string {
  const rows = reading.nothing ?? reading.rows.map((row) => `${row.label} ${row.text}`).join("; ");
  return [reading.title, `${reading.panel}, ${reading.kinds.map(kind).join(", ")}`, reading.remark, rows]
    .filter((part) => part !== "")
    .map((part) => part.replace(/\.$/, ""))
    .join(". ");
}

function shareAt(panel: TopicPanel, id: string, index: number): number {
  return panel.marks.find((mark) => mark.id === id)?.shares[index] ?? 0;
}

function amountText(amount: number, kind: SourceKind, format: Format): string {
  if (kind === "modelled") return format.twoDigits(amount);
  return kind === "illustrative" ? format.threeDigits(amount) : format.fullNumber(amount);
}
