import { z } from "zod";
import { dayNumber } from "../data/model/day.ts";
import { COUNTRY_CODE, SLUG } from "../data/model/slug.ts";
import { SOURCE_KINDS } from "../data/model/source.ts";
import type { Reference } from "./store/store.ts";

/** Control characters have no place in a name, and would play tricks in a terminal. */
const plain = (text: string) => !/\p{Cc}/u.test(text);
const lines = (text: string) => plain(text.replace(/[\n\r\t]/g, ""));

const slug = z.string().regex(SLUG, "This must be a name in small letters, digits, - and _.");
const country = z.string().regex(COUNTRY_CODE, "This must be an ISO 3166-1 alpha-2 code in capitals, or WORLD.");
const filled = z
  .string()
  .trim()
  .min(1, "This must not be empty.")
  .max(500, "This must not be longer than 500 characters.")
  .refine(plain, "This must be one line, without control characters.");
const free = z
  .string()
  .trim()
  .max(2000, "This must not be longer than 2,000 characters.")
  .refine(lines, "This must be without control characters.")
  .default("");
const address = z.string().regex(/^https?:\/\/\S+$/, "This must be an address that begins with http:// or https://.");
const day = z.string().refine((text) => dayNumber(text) !== undefined, "This must be a day, YYYY-MM-DD.");
const count = z.number().int("This must be a whole number.").min(0, "This must not be negative.");

const zone = z.string().refine(isZone, "This must be an IANA time zone such as America/New_York, or empty.");

const named = z.strictObject({ id: slug, name: filled });

/** One entry of each list that may be added, as a person sends it: what is usual may be left out. */
const ENTRIES = {
  platforms: named,
  countries: z.strictObject({
    id: country,
    name: filled,
    region: free,
    population: count.nullable().default(null),
    population_year: count.nullable().default(null),
  }),
  metrics: z
    .strictObject({
      id: slug,
      name: filled,
      unit: filled,
      over_time: z.enum(["sum", "mean", "last", "min"]),
      over_countries: z.enum(["sum", "none"]),
      whole: z.boolean().default(true),
      least: z.number().default(0),
      most: z.number().default(10_000_000_000),
    })
    .refine(({ least, most }) => least <= most, { path: ["most"], message: "This must not be below `least`." }),
  topics: named,
  sources: z.strictObject({
    id: slug,
    name: filled,
    kind: z.enum(SOURCE_KINDS),
    publisher: filled,
    url: z
      .string()
      .regex(/^(https?:\/\/\S+)?$/, "This must be an address that begins with http:// or https://, or empty.")
      .default(""),
    licence: free,
    method: filled,
    day_zone: zone.default(""),
  }),
  figures: z
    .strictObject({
      id: slug,
      platform: slug,
      country,
      metric: slug,
      metric_id: slug.nullable().default(null),
      basis: z.enum(["level", "total"]).default("level"),
      date_from: day,
      date_to: day,
      value: z.number(),
      unit: filled,
      qualifier: z.enum(["", "about", "under", "over"]).default(""),
      estimate_kind: z.enum(["estimate", "official", "reported_by_sources", "untraceable"]),
      publisher: filled,
      data_provider: filled,
      url: address,
      mirror: z.boolean().default(false),
      published_on: day.nullable().default(null),
      note: free,
      fixes: z.array(slug).default([]),
    })
    .refine(({ date_from, date_to }) => date_from <= date_to, { path: ["date_to"], message: "This must not be before `date_from`." }),
  events: z
    .strictObject({
      date: day,
      until: day.nullable().default(null),
      slug,
      title: filled,
      short: filled,
      rank: count.default(1),
      platforms: z.array(slug).default([]),
      countries: z.array(country).default([]),
      kind: slug,
      url: address,
      note: free,
    })
    .refine(({ date, until }) => until === null || date <= until, { path: ["until"], message: "This must not be before `date`." }),
} as const;

/** The lists that grow by a command or a request. Claims ship with the program: they judge what it says. */
export const GROWING = Object.keys(ENTRIES) as Growing[];

export type Growing = keyof typeof ENTRIES;

/** The fields that entries of the list of a path have. @param path of a field, or of an entry */
export function fieldsOf([list]: readonly PropertyKey[]): string[] {
  return Object.keys(shapeOf(list));
}

/** Whether what a path leads to may be left out. @param path of a field of an entry, from its list on */
export function mayBeMissing([list, , field]: readonly PropertyKey[]): boolean {
  return shapeOf(list)[String(field)]?.safeParse(undefined).success ?? false;
}

function shapeOf(list: PropertyKey | undefined): Readonly<Record<string, z.ZodType>> {
  return GROWING.some((one) => one === list) ? ENTRIES[list as Growing].shape : {};
}

const list = <Entry extends z.ZodType>(entry: Entry) => z.array(entry).max(1000, "Send 1,000 entries at most.").optional();

/** What is sent to make the catalog grow: some entries of some lists. */
export const NewEntriesSchema = z
  .strictObject({
    platforms: list(ENTRIES.platforms),
    countries: list(ENTRIES.countries),
    metrics: list(ENTRIES.metrics),
    topics: list(ENTRIES.topics),
    sources: list(ENTRIES.sources),
    figures: list(ENTRIES.figures),
    events: list(ENTRIES.events),
  })
  .refine((lists) => Object.values(lists).some((entries) => entries.length > 0), "There is no entry in it.");

export type NewEntries = z.output<typeof NewEntriesSchema> & Partial<Reference>;

function isZone(text: string): boolean {
  if (text === "") return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
