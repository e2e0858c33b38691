import type { ZodError, z } from "zod";
import type { Problem } from "../data/model/problem.ts";
import { fieldsOf, GROWING, mayBeMissing } from "./entry.ts";
import { cut } from "./ingest/faults.ts";
import { nearest } from "./ingest/names.ts";
import { eitherOf } from "./problem.ts";

/** What a value must be, by the word of the schemas. */
const KINDS: Readonly<Record<string, string>> = {
  string: "a text in quotes",
  number: "a number without quotes",
  int: "a whole number without quotes",
  boolean: "true or false, without quotes",
  array: "a list in [ ]",
  object: "an object in { }",
};

/** Says in place of the schemas what is wrong, where the schema of a field has no words of its own. */
export const inPlainWords: z.core.$ZodErrorMap = (issue) => {
  const { input } = issue;
  if (input === undefined) return "This must be given.";
  if (issue.code === "invalid_value") return `This must be ${eitherOf(issue.values.map(String))}.`;
  if (issue.code !== "invalid_type") return undefined;
  if (input === Number.POSITIVE_INFINITY || input === Number.NEGATIVE_INFINITY) return "This number is larger than any that can be kept.";
  return `This must be ${KINDS[issue.expected] ?? issue.expected}.`;
};

/** The faults of entries that a schema refused: one for each place, with what stands there and what was probably meant. */
export function faultsOfEntries(error: ZodError, sent: unknown): Problem[] {
  const faults = new Map<string, Problem>();
  for (const issue of error.issues) {
    const names = issue.code === "unrecognized_keys" ? issue.keys : [];
    for (const name of names) {
      const fault = unknownField(issue.path, name);
      faults.set(fault.field, fault);
    }
    // An unknown list is why there is no entry in the others.
    const isNews = names.length === 0 && !(issue.path.length === 0 && faults.size > 0);
    const field = issue.path.join(".") || "body";
    if (isNews && !faults.has(field)) faults.set(field, wrongField(issue, field, valueAt(sent, issue.path)));
  }
  return [...faults.values()];
}

/** The fault of a value that is not what its field takes. */
export function wrongField(issue: z.core.$ZodIssue, field: string, value: unknown): Problem {
  if (value === undefined) return { field, code: "missing_field", detail: "This must be given." };
  const fault: Problem = { field, code: "malformed", detail: issue.message };
  if (value === null && mayBeMissing(issue.path)) fault.detail += " Leave it out where there is none.";
  if (field !== "body" || typeof value !== "object") fault.value = cut(typeof value === "string" ? value : JSON.stringify(value));
  // Of an object even the way to a text may be something else.
  const hint = issue.code === "invalid_value" && typeof value === "string" ? meant(value, issue.values.map(String)) : undefined;
  return hint === undefined ? fault : { ...fault, hint };
}

function unknownField(path: readonly PropertyKey[], name: string): Problem {
  const known = path.length === 0 ? GROWING : fieldsOf(path);
  const what = path.length === 0 ? "There is no list" : "An entry of this list has no";
  const detail = `${what} \`${cut(name)}\`. ${path.length === 0 ? "There are" : "It has"} ${known.join(", ")}.`;
  const hint = meant(name, known);
  return { field: [...path, cut(name)].join("."), code: "unknown_field", detail, value: cut(name), ...(hint && { hint }) };
}

/** The one of some names that is near to a text. */
export function meant(text: string, known: readonly string[]): string | undefined {
  return nearest(text.trim().toLowerCase(), new Map(known.map((name) => [name, name])));
}

/** What stands at a path of something that was sent. */
export function valueAt(sent: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value instanceof Object ? Reflect.get(value, key) : undefined), sent);
}
