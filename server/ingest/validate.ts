import type { DayNumber } from "../../data/model/day.ts";
import type { Metric } from "../../data/model/metric.ts";
import type { Problem } from "../../data/model/problem.ts";
import type { SeriesKey } from "../../data/model/series.ts";
import { ALL_TOPICS } from "../../data/model/slug.ts";
import { columnsFor } from "../store/order.ts";
import { MOST_SERIES, SeriesNumbers } from "../store/series-numbers.ts";
import type { SnapshotColumns } from "../store/store.ts";
import { type Assembled, giveBack, takeAssembled } from "./assembled.ts";
import { SOME_LINE } from "./assembly/codes.ts";
import { Dates } from "./date.ts";
import { cut, type Faults, FileFault, type RowText } from "./faults.ts";
import type { Dimension, Names } from "./names.ts";
import { numberFault, readNumber } from "./number.ts";

const PLACE = ["platform", "country", "topic", "source"] as const;

/** Stands for a value that is withdrawn. */
const WITHDRAWN = Number.NaN;

/** What is wrong with a blank value, where it does not withdraw one. */
export const BLANK_VALUE = {
  code: "blank",
  detail: "The value is blank. A day without a value has no row; with `retract` a blank value withdraws the one that is there.",
} as const;

/** What a row says of where its values belong; `undefined` or blank topics and sources are not given. */
export interface Place {
  line: number;
  date: string;
  platform: string;
  country: string;
  topic: string | undefined;
  source: string | undefined;
}

/** A value as a row gives it: text in CSV, a number or null in JSON. */
export interface Cell {
  metric: string;
  value: string | number | null;
  /** The column that faults of the value name. */
  field: string;
}

export interface ValidatorSetting {
  names: Names;
  faults: Faults;
  /** Source of rows that name none. */
  source: string;
  received_at: string;
  /** Whether a blank value withdraws what the day has; a fault otherwise. */
  retract: boolean;
  /** Takes what is right: numbers of series in `keys`, days, and values or `NaN`, which withdraws one. The columns are used again. */
  accept: (columns: SnapshotColumns) => void;
}

/** Checks rows one by one. Every fault of a row is named, not the first alone. */
export class Validator {
  readonly #setting: ValidatorSetting;
  readonly #dates: Dates;
  readonly #series = new SeriesNumbers();
  /** Knows which line had a day first. */
  readonly assembled: Assembled = takeAssembled();
  /** One value. */
  readonly #one = { ...columnsFor(1), count: 1 };
  /** Values read so far; a row that has none because it is broken counts as one. */
  rows = 0;
  /** Lines with nothing in them: no rows, and yet some work. */
  blanks = 0;

  constructor(setting: ValidatorSetting) {
    this.#setting = setting;
    this.#dates = new Dates(setting.received_at);
  }

  /** The series that were named so far, by their numbers. */
  get keys(): readonly SeriesKey[] {
    return this.#series.keys;
  }

  /** Whether a blank value withdraws what the day has. */
  get retracts(): boolean {
    return this.#setting.retract;
  }

  /** Whether faults are only counted from now on. */
  get isFull(): boolean {
    return this.#setting.faults.full;
  }

  blank(): void {
    this.blanks++;
  }

  /** A row that cannot be read as one. */
  reject(line: number, text: RowText, problems: readonly Problem[]): void {
    for (const problem of problems) this.#setting.faults.add(problem);
    this.#reject(line, text, 1);
  }

  /** One row: where its values belong, and the values. */
  row(given: Place, cells: readonly Cell[], text: RowText): void {
    const { line, date } = given;
    const place = this.placeOf(given);
    const { platform, country, topic, source } = place;
    const day = this.#day(line, date);
    // Asked once a row at most, and not at all where all its series are known.
    let isPlaceKnown: boolean | undefined = cells.length === 0 ? this.#isPlaceKnown(line, place) : undefined;
    let right = 0;
    for (const { metric, value, field } of cells) {
      // Without spreads: for a million rows they cost as much as all the rest.
      const key = { platform, country, metric, topic, source };
      let series = this.#series.find(key);
      if (series === undefined) {
        isPlaceKnown ??= this.#isPlaceKnown(line, place);
        if (this.#isKnown(line, "metric", metric) && isPlaceKnown) series = this.#add(key);
      }
      const number = this.#number(line, metric, value, field);
      if (series === undefined || day === undefined || number === undefined) continue;
      const earlier = this.assembled.lineOf(series, day);
      if (earlier === 0) {
        right++;
        this.assembled.note(series, day, line);
        this.#one.series[0] = series;
        this.#one.days[0] = day;
        this.#one.values[0] = number;
        this.takeChecked(this.#one);
      } else if (!this.isFull)
        this.#fault(line, "date", date, {
          code: "repeated_row",
          detail: `${earlier === SOME_LINE ? "An earlier line" : `Line ${earlier}`} has ${date} of ${platform}, ${country}, ${metric}, ${topic}, ${source} already.`,
        });
    }
    const isWrong = day === undefined || isPlaceKnown === false;
    this.#reject(line, text, Math.max(cells.length - right, isWrong ? 1 : 0));
  }

  /** Where values belong, with what stands for a topic or a source that is not given. */
  placeOf({ platform, country, topic, source }: Omit<Place, "line" | "date">): Omit<SeriesKey, "metric"> {
    return { platform, country, topic: topic || ALL_TOPICS, source: source || this.#setting.source };
  }

  /** Whether all names of a place are known; no fault is noted. */
  knowsPlace(place: Omit<SeriesKey, "metric">): boolean {
    return PLACE.every((dimension) => this.#setting.names.has(dimension, place[dimension]));
  }

  /** The number and the metric of a series whose place is known; `undefined`, and no fault, where there is no such metric. */
  seriesOf(key: SeriesKey): { number: number; metric: Metric } | undefined {
    const metric = this.#setting.names.metric(key.metric);
    return metric && { number: this.#series.find(key) ?? this.#add(key), metric };
  }

  /** A day that may be named; `undefined`, and no fault, for any other text. */
  dayOf(text: string): DayNumber | undefined {
    const day = this.#dates.read(text);
    return typeof day === "number" ? day : undefined;
  }

  /** Takes values of which everything was checked, whose lines are noted. */
  takeChecked(columns: SnapshotColumns): void {
    this.rows += columns.count;
    this.#setting.accept(columns);
  }

  /** Nothing more is read. */
  close(): void {
    giveBack(this.assembled);
  }

  #add(key: SeriesKey): number {
    if (this.#series.keys.length < MOST_SERIES) return this.#series.add(key);
    const detail = `It names more than ${MOST_SERIES.toLocaleString("en-US")} series. Send it in parts. The rest was not read.`;
    throw new FileFault([{ field: "file", code: "too_many_series", detail }]);
  }

  #reject(line: number, text: RowText, rows: number): void {
    if (rows === 0) return;
    this.rows += rows;
    this.#setting.faults.reject(line, text, rows);
  }

  #day(line: number, date: string): DayNumber | undefined {
    const day = this.#dates.read(date);
    if (typeof day === "number") return day;
    this.#fault(line, "date", date, day);
    return undefined;
  }

  #isPlaceKnown(line: number, place: Record<Exclude<Dimension, "metric">, string>): boolean {
    // Each of them, so that a row with two faults names both.
    const known = PLACE.map((dimension) => this.#isKnown(line, dimension, place[dimension]));
    return !known.includes(false);
  }

  #isKnown(line: number, dimension: Dimension, name: string): boolean {
    const { names, faults } = this.#setting;
    if (names.has(dimension, name)) return true;
    if (!faults.full) this.#fault(line, dimension, name, nameFault(names, dimension, name));
    return false;
  }

  #number(line: number, metricName: string, value: string | number | null, field: string): number | undefined {
    if (value === null || (typeof value === "string" && value.trim() === "")) {
      if (this.#setting.retract) return WITHDRAWN;
      this.#fault(line, field, value ?? "null", BLANK_VALUE);
      return undefined;
    }
    const number = typeof value === "number" ? value : readNumber(value);
    if (typeof number !== "number") {
      this.#fault(line, field, String(value), number);
      return undefined;
    }
    const metric = this.#setting.names.metric(metricName);
    const fault = metric && numberFault(number, metric);
    if (fault) this.#fault(line, field, String(value), fault);
    return fault ? undefined : number;
  }

  #fault(line: number, field: string, value: string, fault: Pick<Problem, "code" | "detail" | "hint">): void {
    this.#setting.faults.add({ line, field, ...fault, value: cut(value) });
  }
}

/** What to do where a name is near to none, by dimension: a typo makes none, so a new one is added by itself. */
const UNKNOWN: Record<Dimension, string> = {
  platform: " A new one is added by `npm run catalog -- add platform`.",
  country: " `npm run catalog -- list countries` lists them.",
  metric: " `npm run catalog -- list metrics` lists them.",
  topic: " A new one is added by `npm run catalog -- add topic`.",
  source: " It is registered before its rows are taken, by `npm run catalog -- add source` or POST /api/v1/catalog.",
};

/** What is wrong with a name that the catalog does not have. */
export function nameFault(names: Names, dimension: Dimension, name: string): Pick<Problem, "code" | "detail" | "hint"> {
  if (name.trim() === "") return { code: "blank", detail: `The ${dimension} is blank.` };
  const hint = names.hint(dimension, name);
  const toDo = hint === undefined ? UNKNOWN[dimension] : "";
  return { code: `unknown_${dimension}`, detail: `There is no ${dimension} ${cut(name)}.${toDo}`, hint };
}
