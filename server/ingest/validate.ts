import type { Problem } from "../../data/model/problem.ts";
import type { SeriesKey } from "../../data/model/series.ts";
import { ALL_TOPICS } from "../../data/model/slug.ts";
import type { Snapshot } from "../../data/model/snapshot.ts";
import { SeriesNumbers } from "../store/series-numbers.ts";
import { Dates } from "./date.ts";
import { cut, type Faults } from "./faults.ts";
import { FirstLines } from "./first-lines.ts";
import type { Dimension, Names } from "./names.ts";
import { numberFault, readNumber } from "./number.ts";

const PLACE = ["platform", "country", "topic", "source"] as const;

/** What a row says of where its values belong; `undefined` or blank topics and sources are not given. */
export interface Place {
  line: number;
  date: string;
  platform: string;
  country: string;
  topic: string | undefined;
  source: string | undefined;
}

/** A value as a row gives it: text in CSV, a number in JSON. */
export interface Cell {
  metric: string;
  value: string | number;
  /** The column that faults of the value name. */
  field: string;
}

export interface ValidatorSetting {
  names: Names;
  faults: Faults;
  /** Source of rows that name none. */
  source: string;
  received_at: string;
  /** Takes what is right. */
  accept: (snapshot: Snapshot) => void;
}

/** Checks rows one by one. Every fault of a row is named, not the first alone. */
export class Validator {
  readonly #setting: ValidatorSetting;
  readonly #dates: Dates;
  readonly #series = new SeriesNumbers();
  readonly #firstLines = new FirstLines();
  /** Values read so far; a row that has none because it is broken counts as one. */
  rows = 0;

  constructor(setting: ValidatorSetting) {
    this.#setting = setting;
    this.#dates = new Dates(setting.received_at);
  }

  /** A row that cannot be read as one. */
  reject(problems: readonly Problem[]): void {
    this.#reject(1);
    for (const problem of problems) this.#setting.faults.add(problem);
  }

  /** One row: where its values belong, and the values. */
  row(given: Place, cells: readonly Cell[]): void {
    // Without spreads and rests: for a million rows they cost as much as all the rest.
    const { line, date, platform, country } = given;
    const topic = given.topic || ALL_TOPICS;
    const source = given.source || this.#setting.source;
    const place = { platform, country, topic, source };
    const day = this.#day(line, date);
    // Asked once a row at most, and not at all where all its series are known.
    let isPlaceKnown: boolean | undefined = cells.length === 0 ? this.#isPlaceKnown(line, place) : undefined;
    let right = 0;
    for (const { metric, value, field } of cells) {
      const key = { platform, country, metric, topic, source };
      let series = this.#series.find(key);
      if (series === undefined) {
        isPlaceKnown ??= this.#isPlaceKnown(line, place);
        if (this.#isKnown(line, "metric", metric) && isPlaceKnown) series = this.#series.add(key);
      }
      const number = this.#number(line, metric, value, field);
      if (series === undefined || day === undefined || number === undefined) continue;
      const earlier = this.#firstLines.note(series, day, line);
      if (earlier === 0) {
        right++;
        // The names of the series, not of the row: the store finds texts that it has seen before faster.
        const names = this.#series.keys[series] as SeriesKey;
        this.#setting.accept({
          date,
          platform: names.platform,
          country: names.country,
          metric: names.metric,
          topic: names.topic,
          source: names.source,
          value: number,
        });
      } else
        this.#fault(line, "date", date, {
          code: "repeated_row",
          detail: `Line ${earlier} has ${date} of ${platform}, ${country}, ${metric}, ${topic}, ${source} already.`,
        });
    }
    this.rows += right;
    const isWrong = day === undefined || isPlaceKnown === false;
    this.#reject(Math.max(cells.length - right, isWrong ? 1 : 0));
  }

  #reject(rows: number): void {
    this.rows += rows;
    this.#setting.faults.rejected += rows;
  }

  #day(line: number, date: string): number | undefined {
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

  #number(line: number, metricName: string, value: string | number, field: string): number | undefined {
    if (typeof value === "string" && value.trim() === "") {
      this.#fault(line, field, value, { code: "blank", detail: "The value is blank. A day without a value has no row." });
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

/** What is wrong with a name that the catalog does not have. */
export function nameFault(names: Names, dimension: Dimension, name: string): Pick<Problem, "code" | "detail" | "hint"> {
  if (name.trim() === "") return { code: "blank", detail: `The ${dimension} is blank.` };
  return { code: `unknown_${dimension}`, detail: `There is no ${dimension} ${cut(name)}.`, hint: names.hint(dimension, name) };
}
