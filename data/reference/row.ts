import * as z from "zod/mini";
import { dayNumber } from "../model/day.ts";
import { COUNTRY_CODE, SLUG } from "../model/slug.ts";

/** What is wrong with one cell. `column` is empty where the whole row is meant. */
export interface CellProblem {
  column: string;
  detail: string;
}

/** How a line of one CSV file becomes an entry. */
export interface Row<Entry> {
  /** The columns of the file, all required in the header, in any order. */
  columns: readonly string[];
  /**
   * @param cells text by column
   * @example row({ id: slug }, (cells) => cells).read({ id: "tiktok" }) // { entry: { id: "tiktok" }, problems: [] }
   */
  read(cells: Readonly<Record<string, string>>): { entry: Entry; problems: [] } | { entry?: undefined; problems: CellProblem[] };
}

/**
 * A row from its columns: each cell by a schema that takes text, then all of them by `make`.
 *
 * @example row({ id: slug, name: filled }, ({ id, name }) => ({ id, name }))
 */
export function row<Shape extends z.core.$ZodShape, Entry>(
  shape: Shape,
  make: (cells: z.output<z.ZodMiniObject<Shape>>) => Entry,
): Row<Entry> {
  const schema = z.object(shape);
  return {
    columns: Object.keys(shape),
    read(cells) {
      const result = z.safeParse(schema, cells);
      if (result.success) return { entry: make(result.data as z.output<z.ZodMiniObject<Shape>>), problems: [] };
      const problems = result.error.issues.map((issue) => ({ column: String(issue.path[0] ?? ""), detail: issue.message }));
      return { problems };
    },
  };
}

/** Any text, also none. */
export const free = z.string();

/** Text with at least one character. */
export const filled = z.string().check(z.minLength(1, "is empty"));

export const slug = z.string().check(z.regex(SLUG, "is no slug (small letters, digits, - and _)"));

export const countryCode = z.string().check(z.regex(COUNTRY_CODE, "is no ISO 3166-1 alpha-2 code in capitals"));

export const address = z.string().check(z.regex(/^https?:\/\/\S+$/, "is no address that begins with http:// or https://"));

export const day = z.string().check(z.refine((text) => dayNumber(text) !== undefined, "is no day of the form YYYY-MM-DD"));

/** A day; `null` where the cell is empty. */
export const dayOrNone = cell(
  (text) => (text === "" ? null : dayNumber(text) === undefined ? undefined : text),
  "is no day of the form YYYY-MM-DD",
);

/** A slug; `null` where the cell is empty. */
export const slugOrNone = cell(
  (text) => (text === "" ? null : SLUG.test(text) ? text : undefined),
  "is no slug (small letters, digits, - and _)",
);

/** A decimal number without exponent or separators. */
export const decimal = cell((text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined), "is no number");

/** A whole number from 0; `null` where the cell is empty. */
export const countOrNone = cell((text) => (text === "" ? null : /^\d+$/.test(text) ? Number(text) : undefined), "is no whole number");

/** A whole number from 0. */
export const count = cell((text) => (/^\d+$/.test(text) ? Number(text) : undefined), "is no whole number");

/** `yes` or nothing. */
export const mark = cell((text) => (text === "yes" ? true : text === "" ? false : undefined), "is neither yes nor empty");

/** `yes` or `no`. */
export const yesOrNo = cell((text) => (text === "yes" ? true : text === "no" ? false : undefined), "is neither yes nor no");

/** Slugs or country codes with `;` between them. Nothing is no item. */
export const items = cell((text) => {
  const list = text === "" ? [] : text.split(";");
  return list.every((item) => SLUG.test(item) || COUNTRY_CODE.test(item)) ? list : undefined;
}, "is no list of names with ; between them");

/** One of some words. */
export function word<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, `is none of ${words.map((text) => text || "empty").join(", ")}`);
}

/** A cell that `read` turns into a value, or into `undefined` where it means nothing. */
function cell<Value>(read: (text: string) => Value | undefined, detail: string) {
  return z.pipe(
    z.string(),
    z.transform((text: string, context): Value => {
      const value = read(text);
      if (value !== undefined) return value;
      context.issues.push({ code: "custom", message: detail, input: text });
      return z.NEVER;
    }),
  );
}
