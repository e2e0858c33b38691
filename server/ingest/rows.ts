import type { Problem } from "../../data/model/problem.ts";
import { cut, FileFault } from "./faults.ts";
import { type Layout, layoutOf } from "./header.ts";
import { type Names, nearest } from "./names.ts";
import { readNumber } from "./number.ts";
import { BLANK_VALUE, type Cell, type Place, type Validator } from "./validate.ts";

const NEEDED = ["date", "platform", "country", "metric"] as const;
const FIELDS: ReadonlyMap<string, string> = new Map([...NEEDED, "value", "topic", "source"].map((name) => [name, name]));

/** Makes rows of a CSV file: the first is the header, and says what the others hold. */
export class CsvRows {
  readonly #names: Names;
  readonly #validator: Validator;
  #layout: Layout | undefined;

  constructor(names: Names, validator: Validator) {
    this.#names = names;
    this.#validator = validator;
  }

  /** What the header says; `undefined` before it came. */
  get layout(): Layout | undefined {
    return this.#layout;
  }

  take(fields: string[], line: number): void {
    if (this.#layout === undefined) this.#layout = this.#header(fields, line);
    else if (fields.length === this.#layout.columns.length) this.#row(this.#layout, fields, line);
    else this.#validator.reject(line, () => csvLine(fields), this.#validator.isFull ? [] : [raggedRow(fields, this.#layout.columns, line)]);
  }

  #header(fields: string[], line: number): Layout {
    const read = layoutOf(fields, this.#names);
    if ("layout" in read) return read.layout;
    const problems = read.problems.map((problem) => ({ line, ...problem }));
    throw new FileFault(problems);
  }

  #row(layout: Layout, fields: string[], line: number): void {
    const text = (place: number) => fields[place] as string;
    const place: Place = {
      line,
      date: text(layout.date),
      platform: text(layout.platform),
      country: text(layout.country),
      topic: layout.topic === undefined ? undefined : text(layout.topic),
      source: layout.source === undefined ? undefined : text(layout.source),
    };
    const { values } = layout;
    const row = () => csvLine(fields);
    if (values.kind === "long") {
      this.#validator.row(place, [{ metric: text(values.metric), value: text(values.value), field: "value" }], row);
      return;
    }
    const cells: Cell[] = [];
    // A blank cell of a wide file says nothing.
    for (const { metric, place } of values.metrics)
      if (text(place).trim() !== "") cells.push({ metric, value: text(place), field: metric });
    this.#validator.row(place, cells, row);
  }
}

/** Fields as a line of CSV, whatever separated them in the file. */
function csvLine(fields: readonly string[]): string {
  return fields.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(",");
}

function raggedRow(fields: string[], columns: string[], line: number): Problem {
  const counts = `The row has ${fields.length} ${fields.length === 1 ? "field" : "fields"}, the header ${columns.length}.`;
  if (fields.length < columns.length)
    return { line, field: columns[fields.length] as string, code: "too_few_fields", detail: counts, value: cut(fields.join(",")) };
  const detail = `${counts} Put quotes around a field that holds the separator.`;
  return { line, field: `column ${columns.length + 1}`, code: "too_many_fields", detail, value: cut(fields[columns.length] as string) };
}

/** Makes a row of the text of one JSON object. */
export function takeJsonRow(text: string, line: number, validator: Validator): void {
  let row: unknown;
  // To fail at a row costs more than to read it: millions of them, sent in a small archive, are counted at a glance.
  if (validator.isFull && !looksLikeObject(text)) {
    validator.reject(line, () => text.trim(), []);
    return;
  }
  try {
    row = JSON.parse(text);
  } catch {
    const detail = text.trim() === "" ? "A comma stands in the array without a row beside it." : "The row is not JSON.";
    const problem = { line, field: "row", code: "malformed_json", detail, value: cut(text.trim()) };
    validator.reject(line, () => text.trim(), [problem]);
    return;
  }
  if (typeof row !== "object" || row === null || Array.isArray(row)) {
    const detail = 'A row is an object: {"date": "2025-01-13", "platform": "rednote", "country": "US", "metric": "signups", "value": 5}.';
    validator.reject(line, () => text.trim(), [{ line, field: "row", code: "not_an_object", detail, value: cut(text.trim()) }]);
    return;
  }
  const whole = () => text.trim();
  const fields = new Map(Object.entries(row));
  if (validator.isFull && NEEDED.some((name) => typeof fields.get(name) !== "string")) {
    validator.reject(line, whole, []);
    return;
  }
  const problems = shapeFaults(fields, validator.retracts).map((problem) => ({ line, ...problem }));
  if (problems.length > 0) {
    validator.reject(line, whole, problems);
    return;
  }
  const given = (name: string) => fields.get(name) as string;
  const place = { line, date: given("date"), platform: given("platform"), country: given("country") };
  const cell = { metric: given("metric"), value: fields.get("value") as number | null, field: "value" };
  validator.row({ ...place, topic: given("topic"), source: given("source") }, [cell], whole);
}

function looksLikeObject(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length > 1 && trimmed.startsWith("{") && trimmed.endsWith("}");
}

/** Properties that are missing, unheard of, or of the wrong type. */
function shapeFaults(fields: Map<string, unknown>, retracts: boolean): Omit<Problem, "line">[] {
  const problems: Omit<Problem, "line">[] = [];
  for (const [name, value] of fields) if (!FIELDS.has(name)) problems.push(unknownField(name, value));
  for (const name of NEEDED) {
    const value = fields.get(name);
    if (value === undefined) problems.push({ field: name, code: "missing_field", detail: `The row has no ${name}.` });
    else if (typeof value !== "string") problems.push(notText(name, value));
  }
  for (const name of ["topic", "source"]) {
    const value = fields.get(name) ?? undefined;
    if (value !== undefined && typeof value !== "string") problems.push(notText(name, value));
  }
  const value = fields.get("value");
  if (value === undefined) problems.push({ field: "value", code: "missing_field", detail: "The row has no value." });
  else if (value === null) {
    if (!retracts) problems.push({ field: "value", ...BLANK_VALUE });
  } else if (typeof value !== "number") problems.push(notNumber(value));
  return problems;
}

function unknownField(name: string, value: unknown): Omit<Problem, "line"> {
  // A column of a wide CSV file is no field here.
  const instead = typeof value === "number" ? " The name of a metric goes into `metric`, its number into `value`." : "";
  const detail = `A row has no ${cut(name)}.${instead}`;
  return { field: cut(name), code: "unknown_field", detail, value: cut(name), hint: nearest(name.trim().toLowerCase(), FIELDS) };
}

function notText(field: string, value: unknown): Omit<Problem, "line"> {
  return { field, code: "not_text", detail: `The ${field} must be text, in quotes.`, value: cut(JSON.stringify(value)) };
}

function notNumber(value: unknown): Omit<Problem, "line"> {
  const text = JSON.stringify(value);
  const number = typeof value === "string" ? readNumber(value) : undefined;
  const hint = typeof number === "number" ? String(value) : number?.hint;
  return { field: "value", code: "not_a_number", detail: `${cut(text)} is not a number.`, value: cut(text), hint };
}
