import { type DayNumber, dayNumber, dayOf, dayOfInstant } from "../../data/model/day.ts";
import type { Problem } from "../../data/model/problem.ts";
import { cut } from "./faults.ts";

type DateFault = Pick<Problem, "code" | "detail" | "hint">;

/** Days that are known by heart: more than any file has of its own. */
const MOST_KNOWN = 100_000;

/** Reads days from 1970 to tomorrow in UTC. The first of a text is worked out, the others are looked up. */
export class Dates {
  readonly #known = new Map<string, DayNumber>();
  readonly #last: DayNumber;

  /** @param received_at ISO 8601: when the file came */
  constructor(received_at: string) {
    this.#last = (dayNumber(dayOfInstant(Date.parse(received_at))) ?? 0) + 1;
  }

  read(text: string): DayNumber | DateFault {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const day = dayNumber(text);
    if (day === undefined) return this.#unread(text);
    if (day < 0) return { code: "date_too_early", detail: `${text} is before 1970-01-01, the first day that is kept.` };
    if (day > this.#last) return { code: "future_date", detail: `${text} is in the future: tomorrow is ${dayOf(this.#last)}, in UTC.` };
    if (this.#known.size < MOST_KNOWN) this.#known.set(text, day);
    return day;
  }

  #unread(text: string): DateFault {
    if (text.trim() === "") return { code: "blank", detail: "The date is blank." };
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { code: "impossible_date", detail: `No calendar has the day ${text}.` };
    return { code: "malformed_date", detail: `\`${cut(text)}\` is not a day written as YYYY-MM-DD.`, hint: meantDay(text) };
  }
}

/** The day of some other way to write it, where only one day can be meant. */
function meantDay(text: string): string | undefined {
  const bare = text.trim();
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(bare);
  if (packed) return dayFrom(packed[1], packed[2], packed[3]);
  const yearFirst = /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})(?:[T ]\d.*)?$/.exec(bare);
  if (yearFirst) return dayFrom(yearFirst[1], yearFirst[3], yearFirst[4]);
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(bare);
  if (!yearLast) return undefined;
  const [, first, separator, second, year] = yearLast;
  const [dayFirst, monthFirst] = [dayFrom(year, second, first), dayFrom(year, first, second)];
  if (separator === "." || monthFirst === undefined) return dayFirst;
  return dayFirst === undefined || dayFirst === monthFirst ? monthFirst : undefined;
}

function dayFrom(year = "", month = "", day = ""): string | undefined {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return dayNumber(text) === undefined ? undefined : text;
}
