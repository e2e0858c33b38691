import { type Day, dayNumber } from "./day.ts";
import type { Problem } from "./problem.ts";

/** One parameter of an address: a table of them is the codec. */
export interface Parameter<Target> {
  name: string;
  /** Text of the default, frozen for a version of the address. */
  default: string;
  /** Reads a text into the target, or says why it cannot. */
  read: (text: string, target: Target) => Problem | undefined;
  write: (target: Target) => string;
}

const MAX_ITEMS = 300;
const EARLIEST = "1970-01-01";
const LATEST = "2199-12-31";

/** Items of one shape with commas between. */
export function list<Name extends string>(name: Name, shape: RegExp, fallback: string): Parameter<Record<Name, string[]>> {
  return {
    name,
    default: fallback,
    read: (text, target) => {
      const items = text === "" ? [] : [...new Set(text.split(","))];
      const good = items.filter((item) => shape.test(item)).slice(0, MAX_ITEMS);
      const bad = items.filter((item) => !shape.test(item));
      if (good.length > 0 || items.length === 0) target[name] = good;
      if (bad.length > 0)
        return notice(name, "malformed", bad.slice(0, 5).join(","), good.length > 0 ? "Showing the others." : "Showing the usual ones.");
      if (items.length > MAX_ITEMS)
        return { field: name, code: "too_many", detail: `The address names ${items.length} ${name}. Showing the first ${MAX_ITEMS}.` };
    },
    write: (target) => target[name].join(","),
  };
}

/** Yes or no, as two words; the empty one may be left out. */
export function flag<Name extends string>(name: Name, on: string, off: string, fallback: boolean): Parameter<Record<Name, boolean>> {
  return {
    name,
    default: fallback ? on : off,
    read: (text, target) => {
      if (text !== on && text !== off) return notice(name, "malformed", text, `Reading it as \`${fallback ? on : off}\`.`);
      target[name] = text === on;
    },
    write: (target) => (target[name] ? on : off),
  };
}

/** One of some words; the first is the default. */
export function choice<Name extends string, Value extends string>(
  name: Name,
  values: readonly Value[],
  instead: string,
): Parameter<Record<Name, Value>> {
  return {
    name,
    default: values[0] as string,
    read: (text, target) => {
      const value = values.find((known) => known === text);
      if (value === undefined) return notice(name, "malformed", text, instead);
      target[name] = value;
    },
    write: (target) => target[name],
  };
}

/** A text of some shape; empty by default. */
export function text<Name extends string>(name: Name, fits: (text: string) => boolean, instead: string): Parameter<Record<Name, string>> {
  return {
    name,
    default: "",
    read: (text, target) => {
      if (text !== "" && !fits(text)) return notice(name, "malformed", text, instead);
      target[name] = text;
    },
    write: (target) => target[name],
  };
}

/** Whether a text is a day that addresses may carry. */
export function isDay(text: string): text is Day {
  return dayNumber(text) !== undefined && text >= EARLIEST && text <= LATEST;
}

/** What is said of a text that a parameter cannot have; `instead` is what is shown in its place. */
export function notice(field: string, code: string, text: string, instead: string): Problem {
  return { field, code, value: cut(text), detail: `The address asked for \`${field}=${cut(text)}\`. ${instead}` };
}

/** A text that may be long, cut for a sentence. */
export function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
